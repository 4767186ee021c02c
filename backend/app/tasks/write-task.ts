import type { Actor } from '../../domain/access/actor.ts';
import type { FieldChange } from '../../domain/case/case.ts';
import { quietly } from '../../domain/case/change.ts';
import { countTask, recount } from '../../domain/task/count.ts';
import type { Task } from '../../domain/task/task.ts';
import type { CaseTransaction } from '../../ports/case-store.ts';
import { noSuchCase } from '../cases/find-case.ts';
import type { TaskDeps } from './deps.ts';

export interface TaskWrite {
  kind: 'task.created' | 'task.changed' | 'task.deleted';
  was: Task | undefined;
  is: Task | undefined;
  changes: FieldChange[];
}

/**
 * Writes tasks of one home with their entries in the log, and the totals of their case, in one commit. Whoever holds a
 * version of the case may go on with it: a task is not one of its fields.
 * @param messages how many came to its conversation with that @throws Failure `not-found` without the case
 */
export async function writeTasks(
  tx: CaseTransaction,
  actor: Actor,
  at: string,
  caseId: string | null,
  writes: readonly TaskWrite[],
  messages = 0,
): Promise<void> {
  for (const write of writes) recordTask(tx, actor, at, caseId, write);
  if (caseId === null || writes.length === 0) return;
  const found = await tx.case(caseId);
  if (found === undefined) throw noSuchCase(caseId);
  const tasks = writes.reduce((totals, { was, is }) => countTask(totals, was, is), found.value.tasks);
  // A merged case shows no messages, so it counts none.
  const messageCount = found.value.messageCount + (found.value.mergedInto === null ? messages : 0);
  tx.putCase(quietly(found, { tasks, messageCount, updatedAt: at }));
}

/** Writes a task and its entry in the log, for a commit that writes the case for other reasons. */
export function recordTask(
  tx: CaseTransaction,
  actor: Actor,
  at: string,
  caseId: string | null,
  { kind, was, is, changes }: TaskWrite,
): void {
  const task = is ?? was;
  if (task === undefined) return;
  if (is === undefined) tx.removeTask(task);
  else tx.putTask(is);
  tx.record({ kind, caseId, at, actor, changes, messageId: null, mail: null, reason: null, task });
}

/** The cases that this one was merged into count its tasks as theirs. */
export async function countUpwards(deps: TaskDeps, actor: Actor, caseId: string | null): Promise<void> {
  for (let below = caseId === null ? undefined : (await deps.store.get(caseId))?.value; below?.mergedInto != null; ) {
    const { id, tasks: now, mergedInto: above } = below;
    await deps.store.transact(above, `count|${deps.ids.secret()}`, async (tx) => {
      const found = await tx.case(above);
      const entry = found?.value.merged.find((one) => one.caseId === id);
      if (found === undefined || entry === undefined) return;
      const merged = found.value.merged.map((one) => (one.caseId === id ? { ...one, tasks: now } : one));
      tx.putCase(quietly(found, { merged, tasks: recount(found.value.tasks, entry.tasks, now) }));
      const at = deps.clock.now();
      const told = { changes: [], messageId: null, mail: null, reason: null };
      tx.record({ kind: 'operation.step', caseId: above, at, actor, ...told });
    });
    below = (await deps.store.get(above))?.value;
  }
}
