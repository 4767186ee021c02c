import type { Action, Rule } from '../../../backend/contracts/workflow.ts';
import { comparisonsOf } from './builder/condition-edits.ts';
import { operandOf } from './builder/operators.ts';
import { words } from './words.ts';

/** What a rule still needs before it can be saved, in words; null for nothing. The server has the last word. */
export function missingFrom(rule: Rule): string | null {
  if (rule.name.trim() === '') return words.missing.name;
  for (const { field, op, value } of comparisonsOf(rule.if)) {
    if (/^(?:fields\.)?$/.test(field.trim())) return words.missing.field;
    const operand = operandOf(op);
    const empty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
    if (operand !== 'none' && empty) return words.missing.value(words.if.ops[op]);
  }
  const at = rule.do.findIndex(lacks);
  return at === -1 ? null : words.missing.action(at + 1);
}

function lacks(action: Action): boolean {
  switch (action.kind) {
    case 'add_tags':
    case 'remove_tags':
      return action.tags.length === 0;
    case 'set':
      return typeof action.value === 'string' && action.value.trim() === '';
    case 'note':
    case 'notify':
    case 'escalate':
      return action.text.trim() === '';
    case 'close':
      return action.reason.trim() === '';
    case 'link':
      return action.to.trim() === '';
    case 'add_task':
      return action.title.trim() === '';
    case 'webhook':
      return !/^https:\/\/[^/\s]+/.test(action.url);
    default:
      return false;
  }
}
