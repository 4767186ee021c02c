import { type CaseSla, levelKey } from './case-sla.ts';
import { clockNames } from './clock-events.ts';

/**
 * When the next level of a clock is reached, in milliseconds since the epoch; Infinity when none is ahead. As `untold`
 * would tell, without making a list for every case.
 */
export function nextLevel({ clocks, told }: Pick<CaseSla, 'clocks' | 'told'>): number {
  let next = Number.POSITIVE_INFINITY;
  for (const clock of clockNames) {
    const stored = clocks[clock];
    if (stored?.state !== 'running') continue;
    for (const level of stored.levels) {
      if (level.at >= next) continue;
      if (level.at > (told[levelKey(clock, stored.since, level)] ?? Number.NEGATIVE_INFINITY)) next = level.at;
    }
  }
  return next;
}
