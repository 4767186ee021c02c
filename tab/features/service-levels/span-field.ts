import { shortTarget } from '../../../ui/clock-reading.ts';
import { words } from './words.ts';

/** Whether a text says that nothing is promised: in the reader's word or the English one. */
export function isNone(text: string): boolean {
  return ['none', words.none].includes(text.trim().toLowerCase());
}

/** Reads `45m`, `1h 30m`, `2h` or plain minutes; null for none; undefined for what is no span. */
export function readMinutes(text: string): number | null | undefined {
  if (isNone(text)) return null;
  const trimmed = text.trim().toLowerCase();
  const [whole, hours, minutes, plain] = /^(?:(\d{1,4})\s*h)?\s*(?:(\d{1,6})\s*m)?$|^(\d{1,6})$/.exec(trimmed) ?? [];
  if (whole === undefined || whole === '') return undefined;
  const sum = Number(hours ?? 0) * 60 + Number(minutes ?? plain ?? 0);
  return sum >= 1 && sum <= 366 * 24 * 60 ? sum : undefined;
}

/** Whole hours and minutes, never days: a day of a calendar has no fixed length. */
export function minutesText(minutes: number | null): string {
  if (minutes === null) return words.none;
  if (minutes === 0) return '0h';
  if (minutes < 24 * 60 || minutes % 60 === 0) return shortTarget(minutes);
  return `${Math.floor(minutes / 60)}h ${minutes % 60}m`;
}
