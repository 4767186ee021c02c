/** Instants further apart than this are told with their day. */
const sameShiftMs = 12 * 60 * 60 * 1000;

/**
 * An instant that each reader's client prints in their own zone. The day is left out when it is within half a day of
 * `near`, the instant the card speaks of.
 */
export function instant(at: string, near: string): string {
  const apart = Math.abs(Date.parse(at) - Date.parse(near));
  return apart < sameShiftMs ? time(at) : `${day(at)} ${time(at)}`;
}

export function time(at: string): string {
  return `{{TIME(${seconds(at)})}}`;
}

export function day(at: string): string {
  return `{{DATE(${seconds(at)}, COMPACT)}}`;
}

/** Clients recognise whole seconds only. */
function seconds(at: string): string {
  return new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** A settled amount in the long form: `13 min`, `2 h 05 min`, `3 days`. Minutes are rounded as `shortSpan` does. */
export function amount(ms: number, rounding: 'down' | 'up'): string {
  const minutes = rounding === 'down' ? Math.floor(ms / 60_000) : Math.ceil(ms / 60_000);
  if (minutes < 1) return 'under 1 min';
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
  const days = rounding === 'down' ? Math.floor(minutes / 1440) : Math.ceil(minutes / 1440);
  return days === 1 ? '1 day' : `${days} days`;
}
