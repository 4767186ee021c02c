import { decimalText } from '../../../../ui/language.ts';
import { sharedWords } from '../../../../ui/words.ts';
import { words } from '../words.ts';

/** A span as people say it: "under 1 min", "9 min", "3h 10m", "2 d". */
export function spanText(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return words.heart.underMinute;
  if (minutes < 60) return sharedWords.ageMinutes(minutes);
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)}h ${String(minutes % 60).padStart(2, '0')}m`;
  return sharedWords.ageDays(Math.floor(minutes / 1440));
}

/** How long a mail took: "180 ms", "0.4 s", "12 s". */
export function tookText(ms: number): string {
  if (ms < 100) return `${ms} ms`;
  return ms < 10_000 ? `${decimalText(ms / 1000, 1)} s` : spanTextOfSeconds(Math.round(ms / 1000));
}

function spanTextOfSeconds(seconds: number): string {
  return seconds < 120 ? `${seconds} s` : spanText(seconds * 1000);
}
