import type { Rule, RulesDocument } from '../../../backend/contracts/workflow.ts';

/** A rule that does nothing yet but can be saved; off, so that it is tested first. */
export function newRule(id: string, name: string): Rule {
  return {
    id,
    name,
    enabled: false,
    when: [{ kind: 'case_created' }],
    if: null,
    do: [{ kind: 'set', field: 'priority', value: 'high' }],
    stop: false,
  };
}

/** The rules with one of them moved up (-1) or down (1). */
export function moved<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const other = at + by;
  const [one, two] = [list[at], list[other]];
  if (one === undefined || two === undefined) return [...list];
  return list.map((each, place) => (place === at ? two : place === other ? one : each));
}

export function replacedAt<T>(list: readonly T[], at: number, value: T): T[] {
  return list.map((each, place) => (place === at ? value : each));
}

export function withoutAt<T>(list: readonly T[], at: number): T[] {
  return list.filter((_, place) => place !== at);
}

export function differs(left: Rule | undefined, right: Rule | undefined): boolean {
  return JSON.stringify(left) !== JSON.stringify(right);
}

export function byId({ rules }: RulesDocument, id: string): Rule | undefined {
  return rules.find((rule) => rule.id === id);
}
