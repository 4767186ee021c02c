import type { Actor } from '../../domain/access/actor.ts';
import { settle, withStatus } from '../../domain/case/change.ts';
import { importOperation, isImported, undoneTag } from '../../domain/case/import-mark.ts';
import type { ImportDeps } from './deps.ts';

const reason = 'The import was taken back.';

/**
 * Closes a case that an import opened, unless somebody has worked on it since; the row may then be imported again. Doing
 * it again changes nothing. @returns whether it is closed and out of the way
 */
export async function undoCase(deps: ImportDeps, actor: Actor, importId: string, caseId: string): Promise<boolean> {
  const history = await deps.store.history(caseId);
  if (!history.every(isImported)) return false;
  const seen = history.at(-1);
  return deps.store.transact(caseId, `${importOperation}${importId}|undo|${caseId}`, async (tx) => {
    const found = await tx.case(caseId);
    if (found === undefined) return false;
    const { value } = found;
    if (value.tags.includes(undoneTag)) return true;
    if (seen === undefined || found.etag !== `${seen.shard}-${seen.seq}`) return false;
    const at = deps.clock.now();
    const closed = value.status === 'closed' ? value : withStatus(value, 'closed', at);
    const { value: after, changes } = settle(value, { ...closed, tags: [...value.tags, undoneTag] }, at);
    tx.putCase(after);
    tx.record({ kind: 'case.changed', caseId, at, actor, changes, messageId: null, mail: null, reason });
    return true;
  });
}
