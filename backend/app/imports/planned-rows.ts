import { bare, type ImportMapping } from '../../domain/import/guess-mapping.ts';
import type { ImportedCase, ImportTerms } from '../../domain/import/imported-case.ts';
import { readRow } from '../../domain/import/read-row.ts';
import type { ImportParts } from '../../ports/imports.ts';
import type { ImportDeps } from './deps.ts';

/** A row as it is to be carried out: a case and what makes it the same one the next time, or why not. */
export type PlannedRow = { row: number } & (
  | { value: ImportedCase; key: string[]; problems: [] }
  | { value: null; key: null; problems: string[] }
);

/** Rows with what they say, one after another. Of two with the same id, or the very same text, the second is refused. */
export function* planRows(
  rows: readonly ImportParts['rows'][],
  mapping: ImportMapping,
  terms: ImportTerms,
): Generator<PlannedRow> {
  const seen = new Map<string, number>();
  for (const { line: row, cells } of rows) {
    const { value, problems } = readRow(cells, mapping, terms);
    const key = value === null ? null : keyOf(value, cells);
    const earlier = seen.get(JSON.stringify(key));
    if (value === null || key === null) yield { row, value: null, key: null, problems };
    else if (earlier !== undefined) yield { row, value: null, key: null, problems: [sameAs(earlier, value)] };
    else {
      seen.set(JSON.stringify(key), row);
      yield { row, value, key, problems: [] };
    }
  }
}

function keyOf({ externalId }: ImportedCase, cells: string[]): string[] {
  return externalId === null ? ['row', ...cells] : ['id', externalId];
}

function sameAs(earlier: number, { externalId }: ImportedCase): string {
  return `Row ${earlier} ${externalId === null ? 'says the same' : `has the id “${externalId}” as well`}.`;
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
