import type { ClockEvent, ClockName } from './clock-events.ts';

/** A point of a running clock that somebody is told of: `at_risk`, `breached`, or the id of an escalation step. */
export interface Level {
  level: string;
  /** When it is reached, if nothing happens before. Milliseconds since the epoch. */
  at: number;
}

/**
 * Where a clock stands, in a form that time does not change. Instants in milliseconds since the epoch, targets and what
 * is left in minutes of the clock's calendar.
 */
export type StoredClock =
  | { state: 'running'; since: number; target: number; due: number | null; risk: number | null; levels: Level[] }
  | { state: 'paused'; target: number; left: number }
  | { state: 'met' | 'missed'; target: number; due: number | null; at: number };

/** A case's service level: what it is worked out from, and what came of that when the case was last written. */
export interface CaseSla {
  events: ClockEvent[];
  /** The settings it was worked out by. */
  basis: string;
  /** Null where nothing is owed. */
  clocks: Record<ClockName, StoredClock | null>;
  /** The newest instant at which somebody was told of a level, by `levelKey`. */
  told: Record<string, number>;
  /** Who said that they are on it, for the run of a clock that began at `since`. Milliseconds since the epoch. */
  acknowledged?: Partial<Record<ClockName, Acknowledged>>;
}

export interface Acknowledged {
  since: number;
  at: number;
  /** Agent id. */
  by: string;
}

/** Who is on the present run of a clock, if anybody said so. */
export function acknowledgedNow(
  { clocks, acknowledged }: Pick<CaseSla, 'clocks' | 'acknowledged'>,
  clock: ClockName,
): Acknowledged | null {
  const stored = clocks[clock];
  const said = acknowledged?.[clock];
  return stored?.state === 'running' && said?.since === stored.since ? said : null;
}

/** Names a level of one run of a clock. */
export function levelKey(clock: ClockName, since: number, { level }: Pick<Level, 'level'>): string {
  return `${clock}|${since}|${level}`;
}

export interface UntoldLevel extends Level {
  clock: ClockName;
  key: string;
}

/**
 * Levels of running clocks that somebody is still to be told of. Each once; again only when the promise moved it later
 * than where it was told, for one that moved earlier says nothing new.
 */
export function untold({ clocks, told }: Pick<CaseSla, 'clocks' | 'told'>): UntoldLevel[] {
  return (Object.keys(clocks) as ClockName[]).flatMap((clock) => {
    const stored = clocks[clock];
    if (stored?.state !== 'running') return [];
    return stored.levels
      .map((level) => ({ ...level, clock, key: levelKey(clock, stored.since, level) }))
      .filter(({ key, at }) => at > (told[key] ?? Number.NEGATIVE_INFINITY));
  });
}

const mostTold = 60;

/** What was told, with one level more; only the newest are kept. */
export function withTold(told: CaseSla['told'], { key, at }: Pick<UntoldLevel, 'key' | 'at'>): CaseSla['told'] {
  const { [key]: _before, ...others } = told;
  return Object.fromEntries([...Object.entries(others).slice(1 - mostTold), [key, at]]);
}
