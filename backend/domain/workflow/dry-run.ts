import type { CaseEvent, CaseMessage, FieldChange, SupportCase } from '../case/case.ts';
import type { Instant } from '../mail/mail.ts';
import { applyActions } from './apply-actions.ts';
import { caseObject } from './case-object.ts';
import { happeningOf } from './happening.ts';
import { type CompiledRule, matching, type RuleBook, subjectOf } from './run-rules.ts';

/** The first occasion on which a rule would have fired on a case. */
export interface WouldFire {
  rule: CompiledRule;
  at: Instant;
  changes: FieldChange[];
  /** Whether the case came to hold by other hands what the rule would have set. */
  alsoByHand: boolean;
}

/**
 * Plays the life of a case again and says where rules would have fired. The case is taken back to its opening by undoing
 * what the log says, then each entry happens anew. What rules would have done does not become part of that life. Triggers
 * of time alone have left no trace in the log and are not played.
 */
export function dryRunCase(
  book: RuleBook,
  present: SupportCase,
  history: readonly CaseEvent[],
  messages: readonly CaseMessage[],
): WouldFire[] {
  const found = new Map<string, WouldFire>();
  let value = history.reduceRight(takenBack, present);
  for (const event of history) {
    value = withChanges(value, event);
    // What rules did is left standing, but sets nothing off: the rules on trial have not done it.
    if (event.automation?.kind === 'rule') continue;
    for (const rule of matching(book, happeningOf(event, value))) {
      if (found.has(rule.id)) continue;
      const would = fires(book, rule, value, event, messages, present);
      if (would !== null) found.set(rule.id, would);
    }
  }
  return [...found.values()];
}

function fires(
  book: RuleBook,
  rule: CompiledRule,
  value: SupportCase,
  event: CaseEvent,
  messages: readonly CaseMessage[],
  present: SupportCase,
): WouldFire | null {
  const { at } = event;
  const nowMs = Date.parse(at);
  const message = messages.find(({ id }) => id === event.messageId) ?? null;
  const asObject = (one: SupportCase) => caseObject(one, message, nowMs);
  const occasion = { happening: happeningOf(event, value), asObject, nowMs };
  if (!rule.condition.matches(subjectOf(book, value, occasion))) return null;
  const nobody = () => ({ agent: null, why: '' });
  const { changes } = applyActions(value, rule.do, { at, asObject, choose: nobody });
  return { rule, at, changes, alsoByHand: changes.length > 0 && changes.every((change) => holds(present, change)) };
}

function holds(present: SupportCase, { field, to }: FieldChange): boolean {
  return JSON.stringify(fieldOf(present, field)) === JSON.stringify(to);
}

function fieldOf(value: SupportCase, field: string): unknown {
  return (value as unknown as Record<string, unknown>)[field];
}

function takenBack(value: SupportCase, event: CaseEvent): SupportCase {
  return withFields(value, event, ({ from }) => from);
}

function withChanges(value: SupportCase, event: CaseEvent): SupportCase {
  return withFields(value, event, ({ to }) => to);
}

function withFields(value: SupportCase, event: CaseEvent, side: (change: FieldChange) => unknown): SupportCase {
  const known = event.changes.filter(({ field }) => Object.hasOwn(value, field));
  return { ...value, ...Object.fromEntries(known.map((change) => [change.field, side(change)])) };
}
