import type { FieldChange, SupportCase } from '../case/case.ts';
import { assignTo, type Changed, editFields, moveToStatus } from '../case/change.ts';
import { isFailure } from '../failure.ts';
import type { Instant } from '../mail/mail.ts';
import { type CaseStatus, type Priority, priorities } from '../vocabulary.ts';
import type { Choice } from './assignment.ts';
import type { Effect } from './automation.ts';
import { textsOf, valueAt } from './field-value.ts';
import type { Action, AutomaticMail } from './rule.ts';

export interface ActionContext {
  at: Instant;
  /** Whoever the strategy of the case's team picks now. */
  choose: (value: SupportCase) => Choice;
  /** The case as texts may quote it. */
  asObject: (value: SupportCase) => Record<string, unknown>;
}

/** A case after a list of actions, and what there is to tell of it. */
export interface Applied extends Changed {
  notes: string[];
  /** Mail to the customer. */
  mails: AutomaticMail[];
  effects: Effect[];
  /** Phrases for the history, such as `priority to urgent`. */
  said: string[];
}

/** Carries the actions out in their order. What is not allowed on the case as it stands is left out and said. */
export function applyActions(before: SupportCase, actions: readonly Action[], context: ActionContext): Applied {
  let applied: Applied = { value: before, changes: [], notes: [], mails: [], effects: [], said: [] };
  for (const action of actions) applied = joined(applied, apply(applied.value, action, context));
  return applied;
}

/** Whether anything came of it. */
export function didAnything({ changes, notes, mails, effects }: Applied): boolean {
  return changes.length + notes.length + mails.length + effects.length > 0;
}

type Step = Partial<Applied> & Pick<Applied, 'value'>;

function apply(value: SupportCase, action: Action, context: ActionContext): Step {
  const { at } = context;
  const filled = (text: string) => fillIn(text, context.asObject(value));
  switch (action.kind) {
    case 'set':
      if (action.field === 'status') return toStatus(value, action.value, at);
      return said(editFields(value, { [action.field]: action.value }, at), `${action.field} to ${action.value}`);
    case 'raise_priority':
      return raise(value, action.to, at);
    case 'assign':
      return assign(value, action.to, context);
    case 'add_tags':
      return tag(value, [...new Set([...value.tags, ...action.tags])], `tagged ${action.tags.join(', ')}`, at);
    case 'remove_tags':
      return tag(value, without(value.tags, action.tags), `tag ${action.tags.join(', ')} removed`, at);
    case 'note':
      return { value, notes: [filled(action.text)], said: ['note added'] };
    case 'notify':
      return { value, effects: [{ ...action, text: filled(action.text) }], said: [`told ${action.whom.kind}`] };
    case 'webhook':
      return { value, effects: [action], said: [`called ${hostOf(action.url)}`] };
    case 'escalate':
      return escalate(value, filled(action.text), at);
    case 'link':
      return { value, effects: [action], said: [`linked with ${action.to}`] };
    case 'add_task':
      return addTask(value, filled(action.title), filled(action.description ?? ''));
    case 'add_template_tasks':
      return { value, effects: [{ kind: 'template_tasks' }], said: ['tasks of the category added'] };
    case 'send_mail':
      return { value, mails: [action.mail], said: [`mail to the customer: ${action.mail.replaceAll('_', ' ')}`] };
    case 'close':
      return toStatus(value, 'closed', at, filled(action.reason));
  }
}

function hostOf(url: string): string {
  return /^https:\/\/([^/?#]+)/.exec(url)?.[1] ?? 'a webhook';
}

function said(changed: Changed, phrase: string): Step {
  return changed.changes.length === 0 ? changed : { ...changed, said: [phrase] };
}

function toStatus(value: SupportCase, status: CaseStatus, at: Instant, reason?: string): Step {
  const phrase = status.replaceAll('_', ' ');
  try {
    return said(moveToStatus(value, status, at), reason === undefined ? `status to ${phrase}` : `${phrase}: ${reason}`);
  } catch (error) {
    if (!isFailure(error, 'conflict')) throw error;
    return { value, said: [`could not become ${phrase}`] };
  }
}

function raise(value: SupportCase, to: Priority, at: Instant): Step {
  if (priorities.indexOf(to) >= priorities.indexOf(value.priority)) return { value };
  return said(editFields(value, { priority: to }, at), `priority raised to ${to}`);
}

function assign(value: SupportCase, to: string | null, { at, choose }: ActionContext): Step {
  if (to !== 'automatic') return said(assignTo(value, to, undefined, at), to === null ? 'given to nobody' : 'assigned');
  // Whoever holds it already keeps it.
  if (value.assignee !== null) return { value };
  const { agent, why } = choose(value);
  return agent === null ? { value } : said(assignTo(value, agent, undefined, at), `assigned: ${why}`);
}

const longestTitle = 200;

function addTask(value: SupportCase, title: string, description: string): Step {
  const task = { kind: 'task' as const, title: title.slice(0, longestTitle), description };
  return { value, effects: [task], said: [`task added: ${task.title}`] };
}

const mostTags = 30;

function tag(value: SupportCase, tags: string[], phrase: string, at: Instant): Step {
  return said(editFields(value, { tags: tags.slice(0, mostTags) }, at), phrase);
}

function without(tags: string[], gone: string[]): string[] {
  return tags.filter((one) => !gone.includes(one));
}

function escalate(value: SupportCase, text: string, at: Instant): Step {
  const higher = priorities[priorities.indexOf(value.priority) - 1] ?? value.priority;
  const edited = editFields(value, { priority: higher, tags: [...new Set([...value.tags, 'escalated'])] }, at);
  return { ...edited, effects: [{ kind: 'notify', whom: { kind: 'managers' }, text }], said: ['escalated'] };
}

function joined(before: Applied, step: Step): Applied {
  return {
    value: step.value,
    changes: mergeChanges([...before.changes, ...(step.changes ?? [])]),
    notes: [...before.notes, ...(step.notes ?? [])],
    mails: [...before.mails, ...(step.mails ?? [])],
    effects: [...before.effects, ...(step.effects ?? [])],
    said: [...before.said, ...(step.said ?? [])],
  };
}

/** One change a field, from its first value to its last; what ended as it began is none. */
function mergeChanges(changes: FieldChange[]): FieldChange[] {
  const byField = new Map<string, FieldChange>();
  for (const change of changes) {
    byField.set(change.field, { ...change, from: (byField.get(change.field) ?? change).from });
  }
  return [...byField.values()].filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to));
}

const mostFilled = 4_000;

/** `{{field}}` becomes what the case holds there; what it does not hold becomes nothing. */
function fillIn(text: string, object: Record<string, unknown>): string {
  const filled = text.replace(/\{\{\s?([\w.]{1,60})\s?\}\}/g, (_, path: string) =>
    textsOf(valueAt(object, path)).join(', '),
  );
  return filled.slice(0, mostFilled);
}
