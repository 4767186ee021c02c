import type { FieldChange, SupportCase } from '../../domain/case/case.ts';
import { type Failure, isFailure } from '../../domain/failure.ts';
import { applyImported } from '../../domain/import/apply-change.ts';
import type { ImportedCase } from '../../domain/import/imported-case.ts';
import type { ImportExisting } from '../../domain/vocabulary.ts';
import { mustNotBeMerged } from '../cases/merged.ts';
import type { ImportDeps } from './deps.ts';
import { findImported } from './import-case.ts';
import type { PlannedRow } from './planned-rows.ts';

/** What a row is about. */
export type RowTarget =
  | { kind: 'refused'; problems: string[] }
  | { kind: 'new'; value: ImportedCase; key: string[] }
  /** A case that is there; null changes where it is to stay as it is. */
  | { kind: 'there'; value: SupportCase; changes: FieldChange[] | null };

/** Nothing is changed by asking. @throws Failure `unavailable` */
export async function targetOf(deps: ImportDeps, row: PlannedRow, existing: ImportExisting): Promise<RowTarget> {
  if (row.problems.length > 0 || row.key === null) return { kind: 'refused', problems: row.problems };
  const found = await findTarget(deps, row);
  if (found === 'unknown') return { kind: 'refused', problems: [`There is no case ${row.number}.`] };
  if (found === null) {
    return row.value === null
      ? { kind: 'refused', problems: row.problems }
      : { kind: 'new', value: row.value, key: row.key };
  }
  if (row.number === null && existing === 'keep') return { kind: 'there', value: found, changes: null };
  try {
    mustNotBeMerged(found);
    return { kind: 'there', value: found, changes: applyImported(found, row.change, deps.clock.now()).changes };
  } catch (error) {
    if (!isFailure(error, 'conflict')) throw error;
    return { kind: 'refused', problems: [(error as Failure).message] };
  }
}

async function findTarget(deps: ImportDeps, { number, key }: PlannedRow): Promise<SupportCase | null | 'unknown'> {
  if (number === null) return key === null ? null : (await findImported(deps, key)).present;
  const id = deps.index.idByNumber(number);
  return (id !== undefined && (await deps.store.get(id))?.value) || 'unknown';
}
