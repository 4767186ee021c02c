import { Failure } from '../failure.ts';
import { offsetAt } from '../sla/zone-offsets.ts';

const dayMs = 86_400_000;
const rolling: Record<string, number> = { '24h': 1, '7d': 7, '30d': 30, '90d': 90, '365d': 365 };
const written = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/;

/**
 * The span of a period by name at a moment, in milliseconds since the epoch, its end not included: `7d` and the like end
 * now, `lastWeek` and `lastMonth` are whole ones of the zone, `2026-11-01..2026-11-24` are days of the zone with both
 * included. @throws Failure `invalid` for what names no period
 */
export function namedPeriod(name: string, nowMs: number, zone: string): { fromMs: number; toMs: number } {
  const days = rolling[name];
  if (days !== undefined) return { fromMs: nowMs - days * dayMs, toMs: nowMs };
  const today = Math.floor((nowMs + offsetAt(zone, nowMs)) / dayMs) * dayMs;
  if (name === 'lastWeek') {
    const monday = today - ((new Date(today).getUTCDay() + 6) % 7) * dayMs;
    return { fromMs: instantOf(monday - 7 * dayMs, zone), toMs: instantOf(monday, zone) };
  }
  if (name === 'lastMonth') {
    const at = new Date(today);
    const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()];
    return { fromMs: instantOf(Date.UTC(year, month - 1), zone), toMs: instantOf(Date.UTC(year, month), zone) };
  }
  const [, first = '', last = ''] = written.exec(name) ?? [];
  const [from, to] = [Date.parse(first), Date.parse(last)];
  if (!(from <= to)) {
    const faults = [{ path: 'period', message: 'names no period' }];
    throw new Failure('invalid', 'The period is not valid.', { faults });
  }
  return { fromMs: instantOf(from, zone), toMs: instantOf(to + dayMs, zone) };
}

/** The span of the same length just before. */
export function spanBefore({ fromMs, toMs }: { fromMs: number; toMs: number }): { fromMs: number; toMs: number } {
  return { fromMs: fromMs - (toMs - fromMs), toMs: fromMs };
}

/** The instant of a local midnight; the clocks may be changed on that day. */
function instantOf(localMs: number, zone: string): number {
  const near = localMs - offsetAt(zone, localMs);
  return localMs - offsetAt(zone, near);
}
