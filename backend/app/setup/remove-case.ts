import type { Actor } from '../../domain/access/actor.ts';
import { settle, withStatus } from '../../domain/case/change.ts';
import { importOperation, undoneTag } from '../../domain/case/import-mark.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/system.ts';
import type { TaskIndex } from '../../ports/task-index.ts';
import { recordTask } from '../tasks/write-task.ts';

export interface RemoveDeps {
  store: CaseStore;
  tasks: Pick<TaskIndex, 'ofCase'>;
  clock: Clock;
}

/**
 * Takes a sample case out of everything: no list, figure or search knows it any more, and what was written on it is gone.
 * Doing it again changes nothing.
 */
export async function removeCase(deps: RemoveDeps, actor: Actor, caseId: string): Promise<void> {
  await deps.store.transact(caseId, `${importOperation}samples|remove|${caseId}`, async (tx) => {
    const found = await tx.case(caseId);
    if (found === undefined || found.value.removed) return;
    const at = deps.clock.now();
    const { value } = found;
    for (const { id, at: writtenAt } of await tx.ownMessages(caseId)) tx.removeMessage({ caseId, at: writtenAt, id });
    for (const was of deps.tasks.ofCase(caseId))
      recordTask(tx, actor, at, caseId, { kind: 'task.deleted', was, is: undefined, changes: [] });
    const closed = value.status === 'closed' ? value : withStatus(value, 'closed', at);
    const emptied = { tags: [...value.tags, undoneTag], tasks: { total: 0, open: 0 }, messageCount: 0, summary: '' };
    const { value: after, changes } = settle(value, { ...closed, ...emptied, removed: true }, at);
    tx.putCase(after);
    const reason = 'The sample data was removed.';
    tx.record({ kind: 'case.changed', caseId, at, actor, changes, messageId: null, mail: null, reason });
  });
}
