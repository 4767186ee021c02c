import { bare, type ImportMapping } from '../../domain/import/guess-mapping.ts';
import type { ImportTerms } from '../../domain/import/imported-case.ts';
import { type ReadRow, readRow } from '../../domain/import/read-row.ts';
import type { ImportParts } from '../../ports/imports.ts';
import type { ImportDeps } from './deps.ts';

/** A row as it is to be carried out. */
export interface PlannedRow extends ReadRow {
  row: number;
  /** What makes it the same one the next time; null where it cannot be carried out. */
  key: string[] | null;
}

/**
 * Rows with what they say, one after another. Of two with the same id or number, or the very same text, the second is
 * refused.
 */
export function* planRows(
  rows: readonly ImportParts['rows'][],
  mapping: ImportMapping,
  terms: ImportTerms,
): Generator<PlannedRow> {
  const seen = new Map<string, number>();
  for (const { line: row, cells } of rows) {
    const read = readRow(cells, mapping, terms);
    const key = read.problems.length > 0 ? null : keyOf(read, cells);
    const name = JSON.stringify(key);
    const earlier = key === null ? undefined : seen.get(name);
    if (earlier !== undefined) yield { ...read, row, key: null, problems: [sameAs(earlier, read)] };
    else {
      seen.set(name, row);
      yield { ...read, row, key };
    }
  }
}

function keyOf({ number, value }: ReadRow, cells: string[]): string[] {
  if (number !== null) return ['number', number];
  const id = value?.externalId ?? null;
  return id === null ? ['row', ...cells] : ['id', id];
}

function sameAs(earlier: number, { number, value }: ReadRow): string {
  if (number !== null) return `Row ${earlier} speaks of ${number} as well.`;
  const id = value?.externalId ?? null;
  return `Row ${earlier} ${id === null ? 'says the same' : `has the id “${id}” as well`}.`;
}

/** The names in a file can be those of people, teams and categories as they are set now. */
export async function readTerms({ settings, directory, clock }: ImportDeps): Promise<ImportTerms> {
  const { categories } = (await settings.read('categories')).value as { categories: { key: string; name: string }[] };
  const { teams } = (await settings.read('teams')).value as { teams: { id: string; name: string }[] };
  const agents = await directory.agents();
  return {
    categories: namesOf(categories.map(({ key, name }) => [key, [name, key]])),
    teams: namesOf(teams.map(({ id, name }) => [id, [name, id]])),
    agents: namesOf(agents.map(({ id, name, email }) => [id, [name, email, id]])),
    nowMs: clock.nowMs(),
  };
}

function namesOf(named: [string, string[]][]): Map<string, string> {
  return new Map(named.flatMap(([id, names]) => names.map((name) => [bare(name), id])));
}
