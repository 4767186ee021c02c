import { locale } from '../../../ui/language.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** Periods that end now. */
export const rollingPeriods = { '24h': 1, '7d': 7, '30d': 30, '90d': 90, '365d': 365 } as const;
export type RollingPeriod = keyof typeof rollingPeriods;
export const usualPeriod: RollingPeriod = '7d';

/** A period as it stands in the address: one that ends now, or two days with both included, `2026-11-01..2026-11-24`. */
export type PeriodText = string;

export interface Span {
  fromMs: number;
  /** Not included. */
  toMs: number;
  /** Ends now, so its end moves on. */
  rolling: boolean;
}

const written = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/;

export function isRolling(text: PeriodText): text is RollingPeriod {
  return text in rollingPeriods;
}

/** The span of a period, in the reader's time zone; the usual one for a text that says none. */
export function spanOf(text: PeriodText, nowMs: number): Span {
  const days = daysOf(text);
  if (days !== null) return { fromMs: days.fromMs, toMs: days.toMs, rolling: false };
  const length = rollingPeriods[isRolling(text) ? text : usualPeriod] * dayMs;
  // To the minute, so that people who look at the same page ask the same question.
  return { fromMs: Math.floor((nowMs - length) / minuteMs) * minuteMs, toMs: nowMs, rolling: true };
}

/** The span of the same length just before. */
export function spanBefore({ fromMs, toMs }: Span): Span {
  return { fromMs: fromMs - (toMs - fromMs), toMs: fromMs, rolling: false };
}

/** The first and the last day of a period that is given by days; null for any other. */
export function daysOf(text: PeriodText): { first: string; last: string; fromMs: number; toMs: number } | null {
  const [, first, last] = written.exec(text) ?? [];
  if (first === undefined || last === undefined) return null;
  const [fromMs, lastMs] = [localMidnight(first), localMidnight(last)];
  if (fromMs === null || lastMs === null || fromMs > lastMs) return null;
  const next = new Date(lastMs);
  next.setDate(next.getDate() + 1);
  return { first, last, fromMs, toMs: next.getTime() };
}

function localMidnight(day: string): number | null {
  const ms = new Date(`${day}T00:00:00`).getTime();
  return Number.isNaN(ms) ? null : ms;
}

/** The day an instant lies on, as `2026-11-24`, in the reader's time zone. */
export function dayText(ms: number): string {
  const at = new Date(ms);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

const dayForm = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });

/** "1 – 24 Nov 2026". */
export function rangeText(fromMs: number, lastMs: number): string {
  return dayForm.formatRange(fromMs, lastMs);
}

/** The reader's time zone. */
export const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
