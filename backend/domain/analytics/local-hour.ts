import { offsetAt } from '../sla/zone-offsets.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** An hour of the week; 0 is Monday. */
export interface WeekHour {
  weekday: number;
  hour: number;
}

/**
 * The hour of the week in which an instant lies, in a time zone. Figures are kept by full UTC hours, so in a zone that is
 * off by part of an hour the whole UTC hour counts as the local hour in which it begins.
 */
export function weekHourOf(ms: number, zone: string): WeekHour {
  const full = Math.floor(ms / hourMs) * hourMs;
  const local = full + offsetAt(zone, full);
  // The epoch began on a Thursday.
  return { weekday: (Math.floor(local / dayMs) + 3) % 7, hour: Math.floor((local % dayMs) / hourMs) };
}
