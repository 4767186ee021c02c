import type { SupportCase } from '../case/case.ts';
import type { FieldFault } from '../failure.ts';
import { type ActionContext, type Applied, applyActions, didAnything } from './apply-actions.ts';
import { type CompiledCondition, compileCondition } from './compile-condition.ts';
import { comparisonsOf, type Subject } from './condition.ts';
import { type Happening, setsOff } from './happening.ts';
import type { Rule, Rules } from './rule.ts';
import { isTimezone } from './zoned-time.ts';

export interface CompiledRule extends Rule {
  condition: CompiledCondition;
}

/** The rules of the deployment, ready to run. */
export interface RuleBook {
  timezone: string;
  /** Those that are switched on, in their order. */
  rules: CompiledRule[];
  parents: Subject['parents'];
  /** Whether any condition looks at the mail itself. */
  readsMail: boolean;
}

export function bookOf({ timezone, rules }: Rules, parents: Subject['parents']): RuleBook {
  const enabled = rules.filter((rule) => rule.enabled);
  return {
    timezone,
    rules: enabled.map((rule) => ({ ...rule, condition: compileCondition(rule.if ?? { all: [] }) })),
    parents,
    readsMail: enabled.some(({ if: condition }) => condition !== null && comparisonsOf(condition).some(isOfMail)),
  };
}

function isOfMail({ field }: { field: string }): boolean {
  return field.startsWith('message.');
}

/** What is wrong with rules beyond their form, by JSON path. */
export function rulesFaults({ timezone, rules }: Rules): FieldFault[] {
  const ids = rules.map(({ id }) => id);
  return [
    ...(isTimezone(timezone) ? [] : [{ path: 'timezone', message: 'is not an IANA time zone' }]),
    ...rules.flatMap((rule, i) => compileCondition(rule.if ?? { all: [] }, `rules.${i}.if`).faults),
    ...ids.flatMap((id, i) => (ids.indexOf(id) < i ? [{ path: `rules.${i}.id`, message: 'is used twice' }] : [])),
  ];
}

export interface Firing extends Applied {
  rule: Rule;
  /** The case before it. */
  before: SupportCase;
}

export interface Occasion {
  happening: Happening;
  /** The case as conditions see it. */
  asObject: (value: SupportCase) => Record<string, unknown>;
  nowMs: number;
}

/** As many rules at most fire on one occasion, so that what they do fits into one commit. */
const mostFirings = 20;

/** Rules that fire, from top to bottom, each on the case as the ones before it left it. One that did nothing did not fire. */
export function runRules(book: RuleBook, start: SupportCase, occasion: Occasion, context: ActionContext): Firing[] {
  const firings: Firing[] = [];
  let value = start;
  for (const rule of matching(book, occasion.happening)) {
    if (firings.length >= mostFirings) break;
    if (!rule.condition.matches(subjectOf(book, value, occasion))) continue;
    const applied = applyActions(value, rule.do, context);
    if (didAnything(applied)) firings.push({ rule, before: value, ...applied });
    value = applied.value;
    if (rule.stop) break;
  }
  return firings;
}

/** Rules that the happening sets off, whatever their conditions say. */
export function matching(book: RuleBook, happening: Happening): CompiledRule[] {
  return book.rules.filter((rule) => setsOff(rule, happening));
}

export function subjectOf(book: RuleBook, value: SupportCase, { happening, asObject, nowMs }: Occasion): Subject {
  const { timezone, parents } = book;
  return { object: asObject(value), changes: happening.changes, nowMs, timezone, parents };
}

/** The sentence of a firing in the history. */
export function sentenceOf({ rule, said }: Pick<Firing, 'rule' | 'said'>): string {
  return `Rule “${rule.name}”: ${said.join(', ')}.`;
}
