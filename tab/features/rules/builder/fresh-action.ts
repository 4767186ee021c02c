import type { Action } from '../../../../backend/contracts/workflow.ts';

type SetField = Extract<Action, { kind: 'set' }>['field'];

/** Actions as people choose them: setting each field is one of its own. */
export type ActionKind = Exclude<Action['kind'], 'set'> | `set:${SetField}`;

export function kindOfAction(action: Action): ActionKind {
  return action.kind === 'set' ? `set:${action.field}` : action.kind;
}

const fresh: Record<ActionKind, Action> = {
  'set:priority': { kind: 'set', field: 'priority', value: 'high' },
  'set:status': { kind: 'set', field: 'status', value: 'in_progress' },
  'set:category': { kind: 'set', field: 'category', value: 'general' },
  'set:team': { kind: 'set', field: 'team', value: null },
  'set:complaint': { kind: 'set', field: 'complaint', value: true },
  'set:subject': { kind: 'set', field: 'subject', value: '{{subject}}' },
  'set:summary': { kind: 'set', field: 'summary', value: '{{summary}}' },
  raise_priority: { kind: 'raise_priority', to: 'urgent' },
  assign: { kind: 'assign', to: 'automatic' },
  add_tags: { kind: 'add_tags', tags: [] },
  remove_tags: { kind: 'remove_tags', tags: [] },
  note: { kind: 'note', text: '' },
  notify: { kind: 'notify', whom: { kind: 'assignee' }, text: '{{number}}: {{subject}}' },
  webhook: { kind: 'webhook', url: 'https://' },
  escalate: { kind: 'escalate', text: '{{number}} needs a manager: {{subject}}' },
  link: { kind: 'link', to: '' },
  add_task: { kind: 'add_task', title: '' },
  add_template_tasks: { kind: 'add_template_tasks' },
  send_mail: { kind: 'send_mail', mail: 'still_working' },
  close: { kind: 'close', reason: '' },
};

/** An action with the usual values of its kind. */
export function freshAction(kind: ActionKind): Action {
  return fresh[kind];
}
