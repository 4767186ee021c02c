import type { CaseStatus, OutgoingKind, Priority, SlaState, TimeUnit } from '../vocabulary.ts';
import type { Condition } from './condition.ts';

/** From when a time trigger counts. */
export type TimeAnchor = 'created' | 'status_changed' | 'last_message';

export interface ScheduleTrigger {
  kind: 'schedule';
  every: 'hour' | 'day' | 'week';
  /** `HH:MM` in the rules' zone; of an hourly schedule only the minutes count. */
  at: string;
  /** 1 is Monday; of a weekly schedule. */
  weekday?: number | undefined;
}

export interface TimeTrigger {
  kind: 'time_since';
  since: TimeAnchor;
  amount: number;
  unit: TimeUnit;
}

/** What sets a rule off. A case counts as created once the analyst has spoken, so that rules see what it is about. */
export type Trigger =
  | { kind: 'case_created' }
  | { kind: 'mail_arrived' }
  | { kind: 'field_changed'; field?: string | undefined }
  | { kind: 'status_changed'; to?: CaseStatus | undefined }
  | { kind: 'sla'; level: Extract<SlaState, 'at_risk' | 'breached'> }
  | TimeTrigger
  | ScheduleTrigger;

/** Whom a rule tells. */
export type Whom =
  | { kind: 'assignee' }
  | { kind: 'agent'; id: string }
  /** The managers of the case's team, or all managers of a case without one. */
  | { kind: 'managers' }
  /** The channel that serves a team; null for that of the case's own team. */
  | { kind: 'channel'; team: string | null };

/** What a rule or a macro does to a case. Texts may hold `{{number}}` and other fields of the case. */
export type Action =
  | { kind: 'set'; field: 'priority'; value: Priority }
  | { kind: 'set'; field: 'status'; value: CaseStatus }
  | { kind: 'set'; field: 'category' | 'subject' | 'summary'; value: string }
  | { kind: 'set'; field: 'team'; value: string | null }
  | { kind: 'set'; field: 'complaint'; value: boolean }
  /** Never lowers. */
  | { kind: 'raise_priority'; to: Priority }
  /** An agent, nobody, or `automatic` for whoever the team's strategy picks. */
  | { kind: 'assign'; to: string | null }
  | { kind: 'add_tags'; tags: string[] }
  | { kind: 'remove_tags'; tags: string[] }
  | { kind: 'note'; text: string }
  | { kind: 'notify'; whom: Whom; text: string }
  | { kind: 'webhook'; url: string }
  /** One step up in priority, the tag `escalated`, and word to the managers. */
  | { kind: 'escalate'; text: string }
  /** Links the case with another, by id or number: both tell of it. */
  | { kind: 'link'; to: string }
  | { kind: 'add_task'; title: string; description?: string | undefined }
  /** The tasks that the case's category has templates for, as far as the case has them not yet. */
  | { kind: 'add_template_tasks' }
  /** Mail to the customer, from the template of that kind that fits language and mood; nobody gets two within the hour. */
  | { kind: 'send_mail'; mail: AutomaticMail }
  | { kind: 'close'; reason: string };

/** Mail that a rule may send by itself. */
export type AutomaticMail = Extract<OutgoingKind, 'still_working' | 'confirm_solved' | 'closing'>;

export interface Rule {
  id: string;
  name: string;
  enabled: boolean;
  /** Any of them. */
  when: Trigger[];
  if: Condition | null;
  /** In this order. */
  do: Action[];
  /** No later rule sees this occasion. */
  stop: boolean;
}

export interface Rules {
  /** IANA zone in which days begin and schedules run. */
  timezone: string;
  rules: Rule[];
}

export interface Macro {
  id: string;
  name: string;
  do: Action[];
}
