import { firstAbove } from './customers.ts';

const days = 180;
const hourMs = 3_600_000;

/** How much mail comes in an hour of the week (UTC), compared with a weekday's noon. */
function weightOf(atMs: number): number {
  const at = new Date(atMs);
  const hour = at.getUTCHours();
  const ofDay = hour >= 8 && hour < 18 ? 1 : hour >= 6 && hour < 22 ? 0.35 : 0.07;
  const weekend = at.getUTCDay() === 0 || at.getUTCDay() === 6;
  return weekend ? ofDay * 0.25 : ofDay;
}

/** The instant at each share (0 to 1) of the last 180 days' mail, ascending; busier in office hours. Milliseconds. */
export function mailOf180Days(nowMs: number): (share: number) => number {
  const startMs = nowMs - days * 24 * hourMs;
  const cumulative = new Float64Array(days * 24);
  let sum = 0;
  for (let hour = 0; hour < cumulative.length; hour++) {
    sum += weightOf(startMs + hour * hourMs);
    cumulative[hour] = sum;
  }
  return (share) => {
    const wanted = share * sum;
    const hour = firstAbove(cumulative, wanted);
    const before = hour === 0 ? 0 : (cumulative[hour - 1] ?? 0);
    const within = (wanted - before) / ((cumulative[hour] ?? 1) - before);
    return Math.floor(startMs + (hour + Math.min(1, Math.max(0, within))) * hourMs);
  };
}
