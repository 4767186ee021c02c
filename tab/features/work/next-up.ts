import type { Case } from '../../../backend/contracts/case.ts';
import { leadingClock } from '../../../backend/contracts/clock-words.ts';
import type { Task } from '../../../backend/contracts/task.ts';
import { toneAt } from '../../../ui/clock-reading.ts';

/** Something to do: a case or a task, and when it comes due. */
export type Work =
  | { kind: 'case'; case: Case; dueMs: number | null }
  | { kind: 'task'; task: Task; dueMs: number | null };

/** A day's work in three parts, each in the order in which it comes due. */
export interface Day {
  next: Work[];
  /** Cases of this person whose clocks stand still while somebody else is to act. */
  waiting: Case[];
  /** Cases that nobody has, the most pressing first. */
  free: Case[];
}

const pressing: readonly Case['priority'][] = ['critical', 'urgent', 'high', 'medium', 'low'];

/** What to do next: overdue first, then by the moment it comes due, the more pressing of two at once first. */
export function dayOf(mine: Case[], free: Case[], tasks: Task[]): Day {
  const waiting = mine.filter(({ status }) => status.startsWith('awaiting'));
  const cases = mine.filter((each) => !waiting.includes(each)).map(workOfCase);
  const open = tasks.filter(({ blocked }) => !blocked).map(workOfTask);
  return { next: [...cases, ...open].sort(inOrder), waiting, free: free.map(workOfCase).sort(inOrder).map(caseOf) };
}

function workOfCase(value: Case): Work & { kind: 'case' } {
  const due = leadingClock(value.sla)?.clock.due ?? null;
  return { kind: 'case', case: value, dueMs: due === null ? null : Date.parse(due) };
}

function workOfTask(task: Task): Work {
  return { kind: 'task', task, dueMs: task.dueAt === undefined ? null : Date.parse(task.dueAt) };
}

function caseOf(work: Work & { kind: 'case' }): Case {
  return work.case;
}

/** What is due at no time comes last; the more pressing first there as well. */
function inOrder(a: Work, b: Work): number {
  const due = (a.dueMs ?? Number.MAX_SAFE_INTEGER) - (b.dueMs ?? Number.MAX_SAFE_INTEGER);
  return due || pressing.indexOf(priorityOf(a)) - pressing.indexOf(priorityOf(b));
}

function priorityOf(work: Work): Case['priority'] {
  return work.kind === 'case' ? work.case.priority : work.task.priority;
}

/** How a piece of work stands, for its colour and its words. */
export function standingOf(work: Work, nowMs: number): 'overdue' | 'soon' | 'later' {
  const lead = work.kind === 'case' ? leadingClock(work.case.sla) : null;
  const tone = lead === null ? null : toneAt(lead.clock, nowMs);
  if (tone === 'breached' || (work.dueMs !== null && work.dueMs < nowMs)) return 'overdue';
  return tone === 'at_risk' || (work.dueMs !== null && work.dueMs - nowMs < 3_600_000) ? 'soon' : 'later';
}
