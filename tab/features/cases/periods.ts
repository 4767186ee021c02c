/** Periods as the address and the query box have them: `24h`, `7d`, `2026-11-01`, `2026-11-01..2026-11-30`. */
export const pastPeriods = ['24h', '7d', '30d', '90d'] as const;
/** Limits of what is due: `2h`, `24h`, `7d`, `today`, or a day. */
export const dueLimits = ['1h', '4h', 'today', '24h', '7d'] as const;

const hourMs = 3_600_000;
const spanMs: Record<string, number> = { h: hourMs, d: 24 * hourMs, w: 7 * 24 * hourMs };

/** The instants a period begins and ends at, in the reader's own time zone; null where the text is no period. */
export function periodStart(text: string, nowMs: number): { from: string; to: string | null } | null {
  const span = spanOf(text);
  if (span !== null) return { from: instant(wholeMinute(nowMs - span)), to: null };
  const [first = '', last = first, more] = text.split('..');
  const from = dayStart(first, 0);
  const to = dayStart(last, 1);
  if (from === null || to === null || more !== undefined || to <= from) return null;
  return { from: instant(from), to: instant(to) };
}

/** The instant before which something is due; null where the text is none. */
export function dueBefore(text: string, nowMs: number): string | null {
  const span = spanOf(text);
  if (span !== null) return instant(wholeMinute(nowMs + span));
  if (text === 'today') return instant(new Date(nowMs).setHours(24, 0, 0, 0));
  const end = dayStart(text, 1);
  return end === null ? null : instant(end);
}

function spanOf(text: string): number | null {
  const [, amount = '', unit = ''] = /^(\d{1,4})([hdw])$/.exec(text) ?? [];
  const each = spanMs[unit];
  return each === undefined ? null : Number(amount) * each;
}

/** Midnight of a day, or of the day after it; null for what is no day. */
function dayStart(text: string, after: 0 | 1): number | null {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const at = new Date(Number(year), Number(month) - 1, Number(day));
  if (year === '' || at.getMonth() !== Number(month) - 1) return null;
  at.setDate(at.getDate() + after);
  return at.getTime();
}

/** Rounded, so that the same question asked twice in a minute is the same. */
function wholeMinute(ms: number): number {
  return Math.floor(ms / 60_000) * 60_000;
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}
