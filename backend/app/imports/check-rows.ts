import type { ImportMapping } from '../../domain/import/guess-mapping.ts';
import type { ImportRecord, RowResult } from '../../ports/imports.ts';
import type { ImportDeps } from './deps.ts';
import { findImported } from './import-case.ts';
import { type PlannedRow, planRows, readTerms } from './planned-rows.ts';

const slice = 50;
const problemsShown = 50;

/** A dry run: what would become of each row. Keeps no more than the figures and the first problems. */
export async function checkRows(deps: ImportDeps, record: ImportRecord, mapping: ImportMapping): Promise<ImportRecord> {
  const planned = planRows(await deps.imports.parts(record.id, 'rows'), mapping, await readTerms(deps));
  const results: RowResult[] = [];
  for (const row of planned) {
    results.push(await wouldBecome(deps, row));
    if (results.length % slice === 0) await deps.pause();
  }
  const checked = { ...record, mapping, ...figuresOf(results) };
  await deps.imports.put(checked);
  return checked;
}

async function wouldBecome(deps: ImportDeps, { row, key, problems }: PlannedRow): Promise<RowResult> {
  if (key === null) return { row, outcome: 'refused', problems };
  const { present } = await findImported(deps, key);
  if (present === null) return { row, outcome: 'made' };
  return { row, outcome: 'present', caseId: present.id, number: present.number };
}

export function figuresOf(results: readonly RowResult[]): Pick<ImportRecord, 'counts' | 'problems'> {
  const counts = { made: 0, present: 0, refused: 0 };
  for (const { outcome } of results) counts[outcome] += 1;
  const refused = results.filter(({ outcome }) => outcome === 'refused').slice(0, problemsShown);
  return { counts, problems: refused.map(({ row, problems = [] }) => ({ row, problems })) };
}
