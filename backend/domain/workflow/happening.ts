import type { CaseEvent, SupportCase } from '../case/case.ts';
import type { SlaState } from '../vocabulary.ts';
import type { Subject } from './condition.ts';
import type { Rule, Trigger } from './rule.ts';

/** Something that may set rules off. */
export interface Happening {
  created: boolean;
  mail: boolean;
  changes: Subject['changes'];
  sla: SlaState | null;
  /** The one rule whose time has come. */
  timeOf: string | null;
}

export const nothing: Happening = { created: false, mail: false, changes: {}, sla: null, timeOf: null };

/** The analyst speaks first within this time of the opening; what it says later is a change like any other. */
const openingMs = 86_400_000;

/** What an entry of the log means to rules. */
export function happeningOf(event: CaseEvent, { mailbox, createdAt }: SupportCase): Happening {
  const created = event.kind === 'case.analysed' && Date.parse(event.at) - Date.parse(createdAt) < openingMs;
  const changes = Object.fromEntries(event.changes.map(({ field, from, to }) => [field, [from, to] as const]));
  // Mail about a task of somebody outside is not the customer's.
  const joined = event.kind === 'message.added' && event.mail !== null && event.mail.task === undefined;
  return { ...nothing, created, mail: joined || (created && mailbox !== null), changes, sla: levelOf(event) };
}

/** The level that a clock of the case came to, as the watch wrote it into the log. */
function levelOf({ kind }: CaseEvent): Happening['sla'] {
  if (kind === 'sla.at_risk') return 'at_risk';
  return kind === 'sla.breached' ? 'breached' : null;
}

/** Whether any trigger of the rule answers to it. */
export function setsOff({ id, when }: Pick<Rule, 'id' | 'when'>, happening: Happening): boolean {
  return when.some((trigger) => answers(trigger, id, happening));
}

function answers(trigger: Trigger, ruleId: string, { created, mail, changes, sla, timeOf }: Happening): boolean {
  switch (trigger.kind) {
    case 'case_created':
      return created;
    case 'mail_arrived':
      return mail;
    case 'field_changed':
      // What the analyst fills in first is part of the opening.
      return !created && (trigger.field === undefined ? Object.keys(changes).length > 0 : trigger.field in changes);
    case 'status_changed':
      return 'status' in changes && (trigger.to === undefined || changes.status?.[1] === trigger.to);
    case 'sla':
      return sla === trigger.level;
    case 'time_since':
    case 'schedule':
      return timeOf === ruleId;
  }
}
