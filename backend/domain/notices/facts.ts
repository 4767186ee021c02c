import type { CaseEvent, CaseMessage, SlaAlert, SupportCase } from '../case/case.ts';
import type { ClockName } from '../sla/clock-events.ts';
import type { NoticeKind } from '../vocabulary.ts';
import type { Whom } from '../workflow/rule.ts';

/** Something that somebody is to be told of an entry of the log. */
export interface Fact {
  of: NoticeKind;
  whom: Whom;
  text: string;
  /** The clock that it is about, if it is about one. */
  clock?: ClockName;
}

const longestQuote = 500;

/**
 * Whom an entry of the log concerns without any rule: whoever a clock's policy names, whoever got the case from somebody
 * else, whoever a note mentions, and whose case has a task on which somebody outside wrote. Nobody is told what they did themselves.
 * @param note the note that the entry added, if it added one
 */
export function factsOf(event: CaseEvent, value: SupportCase, note: CaseMessage | undefined): Fact[] {
  return [
    ...alerted(event, value),
    ...assigned(event, value),
    ...mentioned(event, value, note),
    ...ofContractor(event, value),
  ];
}

/** The kind of notice that an entry about a clock makes, or null for any other entry. */
export function kindOfAlert({ sla }: Pick<CaseEvent, 'sla'>): NoticeKind | null {
  const level = sla?.alert?.level;
  if (level === undefined) return null;
  if (level === 'at_risk') return 'at_risk';
  return level === 'breached' ? 'overdue' : 'escalated';
}

/** Whether it is still worth telling somebody: a case moves on while a notice waits for the morning. */
export function stillMatters(
  { of, agent, clock }: { of: NoticeKind; agent: string; clock?: ClockName | undefined },
  { assignee, status, sla }: SupportCase,
): boolean {
  if (of === 'assigned' || of === 'hand_over') return assignee === agent;
  if (of === 'mentioned' || of === 'rule' || of === 'contractor') return true;
  if (clock !== undefined && sla !== null && sla.clocks[clock]?.state !== 'running') return false;
  return status !== 'resolved' && status !== 'closed';
}

function alerted(event: CaseEvent, { number, subject }: SupportCase): Fact[] {
  const of = kindOfAlert(event);
  const told = event.sla?.alert?.tell ?? [];
  if (of === null) return [];
  const text = `${number}: ${event.reason ?? 'A clock needs somebody.'} ${subject}`;
  const clock = event.sla?.alert?.clock;
  return [...new Set(told)].map((who) => ({ of, whom: whomOf(who), text, ...(clock !== undefined && { clock }) }));
}

function whomOf(who: SlaAlert['tell'][number]): Whom {
  return who === 'team' ? { kind: 'channel', team: null } : { kind: who === 'managers' ? 'managers' : 'assignee' };
}

function assigned({ changes, actor, opId }: CaseEvent, { number, subject }: SupportCase): Fact[] {
  const to = changes.findLast(({ field }) => field === 'assignee')?.to;
  if (typeof to !== 'string' || to === actor.id) return [];
  const by = actor.role === null ? `${number} is yours now` : `${actor.name} has given you ${number}`;
  const of = opId.startsWith('hand-over|') ? 'hand_over' : 'assigned';
  return [{ of, whom: { kind: 'agent', id: to }, text: `${by}: ${subject}` }];
}

function mentioned({ actor }: CaseEvent, { number }: SupportCase, note: CaseMessage | undefined): Fact[] {
  if (note === undefined || note.direction !== 'note') return [];
  const text = `${actor.name} mentions you on ${number}: ${note.visibleText.slice(0, longestQuote)}`;
  const others = (note.mentions ?? []).filter((id) => id !== actor.id);
  return others.map((id) => ({ of: 'mentioned' as const, whom: { kind: 'agent' as const, id }, text }));
}

/** Whether the entry says that somebody outside wrote about a task, or could not be reached. */
export function speaksOfContractor({ kind, changes }: Pick<CaseEvent, 'kind' | 'changes'>): boolean {
  return kind === 'task.changed' && changes.some(({ field }) => field === 'heard' || field === 'assignment');
}

/** The case's assignee hears of it, or whoever gave the task away, or else the team. */
function ofContractor(event: CaseEvent, { number, assignee }: SupportCase): Fact[] {
  const { task } = event;
  if (task?.assignment == null || !speaksOfContractor(event)) return [];
  const { by, to, error } = task.assignment;
  const what = event.changes.some(({ field }) => field === 'heard')
    ? `${event.actor.name} wrote about the task “${task.title}”.`
    : `${to} knows nothing of the task “${task.title}”. ${error ?? ''}`;
  const whom: Whom = assignee === null && by !== 'system' ? { kind: 'agent', id: by } : { kind: 'assignee' };
  return [{ of: 'contractor', whom, text: `${number}: ${what.trim()}` }];
}
