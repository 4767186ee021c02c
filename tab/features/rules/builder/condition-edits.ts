import type { ConditionShape } from '../../../../backend/contracts/condition.ts';

export type Condition = ConditionShape;
export type Comparison = Extract<Condition, { field: string }>;
export type Join = 'all' | 'any' | 'none';
export const joins: readonly Join[] = ['all', 'any', 'none'];

/** A group with its parts by name; the wire has one property for both. */
export interface Group {
  join: Join;
  members: Condition[];
}

export function groupOf(condition: Condition): Group | null {
  if ('all' in condition) return { join: 'all', members: condition.all };
  if ('any' in condition) return { join: 'any', members: condition.any };
  if ('none' in condition) return { join: 'none', members: condition.none };
  return null;
}

export function fromGroup({ join, members }: Group): Condition {
  if (join === 'all') return { all: members };
  return join === 'any' ? { any: members } : { none: members };
}

/** What the builder shows: always a group, also where a rule has one comparison or none. */
export function rootOf(condition: Condition | null): Group {
  if (condition === null) return { join: 'all', members: [] };
  return groupOf(condition) ?? { join: 'all', members: [condition] };
}

/** The way back: a group without members says nothing. */
export function fromRoot(group: Group): Condition | null {
  return group.members.length === 0 ? null : fromGroup(group);
}

export function comparisonsOf(condition: Condition | null): Comparison[] {
  if (condition === null) return [];
  const group = groupOf(condition);
  return group === null ? [condition as Comparison] : group.members.flatMap(comparisonsOf);
}

/** Outcome of each comparison by its path in the condition that was tried. */
export type Ticks = ReadonlyMap<string, boolean>;

/** Whether a condition held; null where that was not tried, or it says nothing. */
export function outcome(condition: Condition, path: string, ticks: Ticks): boolean | null {
  const group = groupOf(condition);
  if (group === null) return ticks.get(path) ?? null;
  const held = group.members
    .map((member, at) => outcome(member, `${path}.${group.join}.${at}`, ticks))
    .filter((each) => each !== null);
  if (held.length === 0) return null;
  if (group.join === 'all') return held.every(Boolean);
  return group.join === 'any' ? held.some(Boolean) : !held.some(Boolean);
}
