import { decimalText, numberText } from '../../../../ui/language.ts';

/** "2.4 ms", "180 ms", "1.3 s". */
export function millisecondsText(ms: number): string {
  if (ms >= 1_000) return `${decimalText(ms / 1_000, 1)} s`;
  return `${numberText(ms < 10 ? Math.round(ms * 10) / 10 : Math.round(ms))} ms`;
}
