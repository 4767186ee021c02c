import type { Actor } from '../../domain/access/actor.ts';
import type { FieldChange } from '../../domain/case/case.ts';
import { importOperation } from '../../domain/case/import-mark.ts';
import { actionNamed, undoChange } from '../../domain/case/undo.ts';
import { isFailure } from '../../domain/failure.ts';
import { applyImported } from '../../domain/import/apply-change.ts';
import type { ImportedChange } from '../../domain/import/imported-case.ts';
import { mustFind } from '../cases/find-case.ts';
import { mustNotBeMerged } from '../cases/merged.ts';
import type { ImportDeps } from './deps.ts';

export interface ChangeOrder {
  actor: Actor;
  importId: string;
  /** Of the file. */
  fileName: string;
  row: number;
  caseId: string;
  change: ImportedChange;
}

/**
 * Changes a case that is there to what a row says of it, in one commit; doing it again changes nothing. Answers what it
 * changed. @throws Failure `conflict` for a status that may not follow, or a merged case; `not-found`
 */
export async function importChange(deps: ImportDeps, order: ChangeOrder): Promise<FieldChange[]> {
  const { actor, importId, fileName, row, caseId, change } = order;
  const opId = operationOf(importId, caseId);
  const receiptKey = deps.ids.derived('import change', importId, caseId);
  await deps.store.transact(caseId, opId, async (tx) => {
    if ((await tx.receipt(receiptKey)) !== undefined) return;
    const found = (await tx.case(caseId)) ?? (await mustFind(deps, caseId));
    mustNotBeMerged(found.value);
    const at = deps.clock.now();
    const { value, changes } = applyImported(found.value, change, at);
    if (changes.length === 0) return;
    tx.putCase(value);
    tx.putReceipt(receiptKey, { requestHash: importId, caseId });
    const reason = `Imported from “${fileName}”, row ${row}.`;
    tx.record({ kind: 'case.changed', caseId, at, actor, changes, messageId: null, mail: null, reason });
  });
  const history = await deps.store.history(caseId);
  return history.find((event) => event.opId === opId)?.changes ?? [];
}

/**
 * Puts back what an import changed in a case, unless something has happened on it since; doing it again changes nothing.
 * @returns whether the case stands as before
 */
export async function undoImportChange(
  deps: ImportDeps,
  actor: Actor,
  importId: string,
  caseId: string,
): Promise<boolean> {
  const undoId = `${importOperation}${importId}|undo|${caseId}`;
  const history = await deps.store.history(caseId);
  if (history.some((event) => event.opId === undoId)) return true;
  const { event, since } = actionNamed(history, [operationOf(importId, caseId)]);
  if (event === undefined || since.length > 0) return false;
  const earlier = history.filter(({ seq }) => seq < event.seq);
  try {
    return await deps.store.transact(caseId, undoId, async (tx) => {
      const found = await tx.case(caseId);
      if (found === undefined) return false;
      const at = deps.clock.now();
      const { value, changes } = undoChange(found.value, event, earlier, at);
      tx.putCase(value);
      const reason = 'The import was taken back.';
      tx.record({ kind: 'case.changed', caseId, at, actor, changes, messageId: null, mail: null, reason });
      return true;
    });
  } catch (error) {
    if (isFailure(error, 'conflict')) return false;
    throw error;
  }
}

function operationOf(importId: string, caseId: string): string {
  return `${importOperation}${importId}|change|${caseId}`;
}
