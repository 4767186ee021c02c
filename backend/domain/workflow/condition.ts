import type { ConditionOperator, TimeUnit } from '../vocabulary.ts';

/** One comparison of a field with a value. */
export interface Comparison {
  /** Path into the object, such as `customer.email`. */
  field: string;
  op: ConditionOperator;
  value?: unknown;
  /** Of `value`, for the relative operators. */
  unit?: TimeUnit | undefined;
  /** Letters of both cases are the same unless this says otherwise. */
  caseSensitive?: boolean | undefined;
}

/** A group without members says nothing and is skipped; a condition that says nothing holds. */
export type Condition = Comparison | { all: Condition[] } | { any: Condition[] } | { none: Condition[] };

/** What a condition looks at. */
export interface Subject {
  object: Readonly<Record<string, unknown>>;
  /** Value before and after, by field. */
  changes: Readonly<Record<string, readonly [before: unknown, after: unknown]>>;
  /** Milliseconds since the epoch. */
  nowMs: number;
  /** IANA name of the calendar's zone, in which days begin and months are counted. */
  timezone: string;
  /** Parent of each category, for `is under`. */
  parents: Readonly<Record<string, string | null>>;
}

/**
 * Whether a value of the field passes a comparison. Never throws: a missing field passes no positive test and every
 * negative one.
 */
export type Test = (value: unknown, comparison: Comparison, subject: Subject) => boolean;

/** Members of a group with how they are joined, or null for a comparison. */
export function membersOf(condition: Condition): { join: 'all' | 'any' | 'none'; members: Condition[] } | null {
  if ('all' in condition) return { join: 'all', members: condition.all };
  if ('any' in condition) return { join: 'any', members: condition.any };
  if ('none' in condition) return { join: 'none', members: condition.none };
  return null;
}

/** Every comparison of a condition, however deep. */
export function comparisonsOf(condition: Condition): Comparison[] {
  const group = membersOf(condition);
  return group === null ? [condition as Comparison] : group.members.flatMap(comparisonsOf);
}
