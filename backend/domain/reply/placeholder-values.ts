import type { SupportCase } from '../case/case.ts';
import { taskTokenOf } from '../mail/subject.ts';
import { clocks } from '../sla/clocks.ts';
import type { Task } from '../task/task.ts';
import type { PlaceholderValues } from './placeholders.ts';

export interface Speaker {
  name: string;
  email: string;
}

export interface Moment {
  nowMs: number;
  /** IANA name of the zone in which times are told. */
  timeZone: string;
  /** UTC instant at which somebody is at work again, or null when somebody is now. */
  backAt: string | null;
}

/** A task that a mail gives to somebody outside. */
export type TaskToGive = Pick<Task, 'id' | 'caseNumber' | 'title' | 'description' | 'checklist' | 'dueAt'>;

/** What the placeholders stand for on this case, in the given language. Empty where there is nothing to say. */
export function placeholderValues(
  value: SupportCase,
  language: string,
  { agent, team }: { agent: Speaker | null; team: string | null },
  moment: Moment,
  task: TaskToGive | null = null,
): PlaceholderValues {
  const { firstResponse } = clocks(value, moment.nowMs);
  const told = (at: string | null) => (at === null ? '' : tellInstant(at, language, moment.timeZone));
  return {
    'case.number': value.number,
    'case.subject': value.subject,
    'customer.name': value.customer.name || value.customer.email,
    'customer.email': value.customer.email,
    'agent.name': agent?.name ?? '',
    'agent.email': agent?.email ?? '',
    'team.name': team ?? '',
    'mailbox.address': value.mailbox ?? '',
    'firstResponse.target':
      firstResponse.targetMinutes === undefined ? '' : tellSpan(firstResponse.targetMinutes, language),
    'firstResponse.due': told(firstResponse.due),
    'hours.back': told(moment.backAt),
    'task.title': task?.title ?? '',
    'task.description': task?.description ?? '',
    'task.checklist': (task?.checklist ?? []).map(({ text }) => `- ${text}`).join('\n'),
    'task.due': told(task?.dueAt ?? null),
    'task.reference': task === null ? '' : taskTokenOf(task),
  };
}

/** Minutes in words, such as "4 hours" or "45 Minuten". */
function tellSpan(minutes: number, language: string): string {
  const [count, unit] =
    minutes % 1440 === 0 ? [minutes / 1440, 'day'] : minutes % 60 === 0 ? [minutes / 60, 'hour'] : [minutes, 'minute'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

function tellInstant(at: string, language: string, timeZone: string): string {
  const shape = { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat(language, { ...shape, timeZone, timeZoneName: 'short' }).format(new Date(at));
}
