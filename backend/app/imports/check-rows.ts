import type { ImportMapping } from '../../domain/import/guess-mapping.ts';
import type { ImportExisting, ImportOutcome } from '../../domain/vocabulary.ts';
import type { ImportRecord, RowResult } from '../../ports/imports.ts';
import type { ImportDeps } from './deps.ts';
import { type PlannedRow, planRows, readTerms } from './planned-rows.ts';
import { targetOf } from './row-target.ts';

const slice = 50;
const rowsShown = 50;

/** A dry run: what would become of each row. Keeps no more than the figures and the first problems and changes. */
export async function checkRows(
  deps: ImportDeps,
  record: ImportRecord,
  mapping: ImportMapping,
  existing: ImportExisting,
): Promise<ImportRecord> {
  const planned = planRows(await deps.imports.parts(record.id, 'rows'), mapping, await readTerms(deps));
  const results: RowResult[] = [];
  for (const row of planned) {
    results.push(await wouldBecome(deps, row, existing));
    if (results.length % slice === 0) await deps.pause();
  }
  const checked = { ...record, mapping, existing, ...figuresOf(results) };
  await deps.imports.put(checked);
  return checked;
}

async function wouldBecome(deps: ImportDeps, planned: PlannedRow, existing: ImportExisting): Promise<RowResult> {
  const { row } = planned;
  const target = await targetOf(deps, planned, existing);
  if (target.kind === 'refused') return { row, outcome: 'refused', problems: target.problems };
  if (target.kind === 'new') return { row, outcome: 'made' };
  const { id: caseId, number } = target.value;
  if (target.changes === null || target.changes.length === 0) return { row, outcome: 'present', caseId, number };
  return { row, outcome: 'changed', caseId, number, changes: target.changes };
}

export function figuresOf(results: readonly RowResult[]): Pick<ImportRecord, 'counts' | 'problems' | 'changes'> {
  const counts = { made: 0, present: 0, refused: 0, changed: 0 };
  for (const { outcome } of results) counts[outcome] += 1;
  const first = (wanted: ImportOutcome) => results.filter(({ outcome }) => outcome === wanted).slice(0, rowsShown);
  return {
    counts,
    problems: first('refused').map(({ row, problems = [] }) => ({ row, problems })),
    changes: first('changed').map(({ row, caseId = '', number = '', changes = [] }) => ({
      ...{ row, caseId, number, changes },
    })),
  };
}
