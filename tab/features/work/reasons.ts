import type { Case } from '../../../backend/contracts/case.ts';
import { leadingClock } from '../../../backend/contracts/clock-words.ts';
import { dueDay, isSettled, spanWords } from '../../../ui/clock-reading.ts';
import { clockNames, priorityWords } from '../../../ui/words.ts';
import { unseen } from '../../session/seen.ts';
import type { Work } from './next-up.ts';
import { workWords as words } from './words.ts';

const hourMs = 3_600_000;

/** Why a piece of work stands where it stands, in words: the clock first. */
export function reasonsOf(work: Work, myId: string, nowMs: number): string[] {
  if (work.kind === 'case') return caseReasons(work.case, myId, nowMs);
  const { dueMs } = work;
  const due =
    dueMs === null
      ? words.noDue
      : dueMs < nowMs
        ? words.taskOver(spanWords(nowMs - dueMs, 'up'))
        : words.taskDue(dueDay(dueMs, nowMs));
  return [due, ...pressing(work.task.priority)];
}

export function caseReasons(value: Case, myId: string, nowMs: number): string[] {
  const fresh = unseen(myId, value);
  return [
    ...clockReason(value, nowMs),
    ...pressing(value.priority),
    ...(value.complaint ? [words.complaint] : []),
    ...(fresh === null ? [] : [words.fresh(fresh)]),
    ...(value.suggestResolve === true ? [words.allTasksDone] : []),
  ];
}

function clockReason({ sla }: Case, nowMs: number): string[] {
  const lead = leadingClock(sla);
  if (lead === null || lead.clock.due === null || isSettled(lead.clock)) return [];
  const dueMs = Date.parse(lead.clock.due);
  const name = clockNames[lead.name];
  if (dueMs < nowMs) return [words.overdueBy(name, spanWords(nowMs - dueMs, 'up'))];
  if (dueMs - nowMs < hourMs) return [words.breachesIn(name, spanWords(dueMs - nowMs, 'down'))];
  return [words.dueAt(name, dueDay(dueMs, nowMs))];
}

function pressing(priority: Case['priority']): string[] {
  return priority === 'critical' || priority === 'urgent' ? [priorityWords[priority]] : [];
}
