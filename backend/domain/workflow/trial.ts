import { priorities } from '../vocabulary.ts';
import { compileCondition } from './compile-condition.ts';
import type { Condition, Subject } from './condition.ts';

/** An action on a made-up object; what the object cannot show, such as a notification, is only listed. */
export interface TrialAction {
  kind: string;
  [argument: string]: unknown;
}

export interface TrialRule {
  if: Condition | null;
  do: TrialAction[];
  enabled: boolean;
  stop: boolean;
}

export interface Trial {
  /** Positions of the rules that fired. */
  fired: number[];
  actions: (TrialAction & { rule: number })[];
  object: Record<string, unknown>;
}

/**
 * Rules on a made-up object, once each from top to bottom. Each sees what the ones before it changed, unless `snapshot`
 * hides it; with `firstOnly` the first that fires is the last.
 */
export function tryRules(rules: TrialRule[], subject: Subject, mode: { snapshot: boolean; firstOnly: boolean }): Trial {
  const trial: Trial = { fired: [], actions: [], object: { ...subject.object } };
  for (const [position, rule] of rules.entries()) {
    const seen = mode.snapshot ? subject : { ...subject, object: trial.object };
    if (!rule.enabled || !(rule.if === null || compileCondition(rule.if).matches(seen))) continue;
    trial.fired.push(position);
    for (const action of rule.do) {
      trial.actions.push({ ...action, rule: position });
      act(trial.object, action);
    }
    if (rule.stop || mode.firstOnly) break;
  }
  return trial;
}

function act(object: Record<string, unknown>, action: TrialAction): void {
  const { kind, field, value, tags, to } = action;
  if (kind === 'set' && typeof field === 'string') setAt(object, field.split('.'), value);
  if (kind === 'add_tags') object.tags = [...new Set([...listOf(object.tags), ...listOf(tags)])];
  if (kind === 'remove_tags') object.tags = listOf(object.tags).filter((tag) => !listOf(tags).includes(tag));
  if (kind === 'assign' && to !== 'automatic') object.assignee = to;
  if (kind === 'close') object.status = 'closed';
  if (kind === 'raise_priority' && rank(to) < rank(object.priority)) object.priority = to;
}

/** Lower is more pressing; what is no priority comes last. */
function rank(priority: unknown): number {
  const at = (priorities as readonly unknown[]).indexOf(priority);
  return at === -1 ? priorities.length : at;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

const forbidden = ['__proto__', 'constructor', 'prototype'];

function setAt(object: Record<string, unknown>, [name = '', ...rest]: string[], value: unknown): void {
  if (forbidden.includes(name)) return;
  if (rest.length === 0) {
    object[name] = value;
    return;
  }
  const inner = Object.hasOwn(object, name) ? object[name] : undefined;
  const next = typeof inner === 'object' && inner !== null ? { ...inner } : {};
  object[name] = next;
  setAt(next as Record<string, unknown>, rest, value);
}
