import type { Actor } from '../../domain/access/actor.ts';
import { Failure } from '../../domain/failure.ts';
import { guessMapping, type ImportMapping } from '../../domain/import/guess-mapping.ts';
import type { ImportExisting } from '../../domain/vocabulary.ts';
import type { ImportRecord, RowResult } from '../../ports/imports.ts';
import type { Idempotency } from '../cases/case-use-cases.ts';
import { checkRows, figuresOf } from './check-rows.ts';
import type { ImportDeps } from './deps.ts';
import { ImportRuns } from './import-runs.ts';

export interface ImportUseCases {
  /** Reads a file and says what would become of its rows by what the names of its columns seem to mean. Makes nothing. */
  readImport(actor: Actor, file: { name: string; bytes: Uint8Array }, idempotency?: Idempotency): Promise<ImportRecord>;
  /** Says it anew by other meanings of the columns. @throws Failure `conflict` once it was carried out */
  checkImport(id: string, mapping: ImportMapping, existing: ImportExisting): Promise<ImportRecord>;
  /** Carries it out; small files are done when it resolves. Doing it again goes on where it was broken off. */
  runImport(actor: Actor, id: string): Promise<ImportRecord>;
  /** Closes the cases that it made and puts back what it changed, but where somebody has worked on the case since. */
  undoImport(actor: Actor, id: string): Promise<ImportRecord>;
  /** Goes on with files whose process is no more. */
  resumeImports(): Promise<void>;
  getImport(id: string): Promise<ImportRecord>;
  listImports(): Promise<ImportRecord[]>;
  /** In the order of the rows, as far as it was carried out. */
  importResults(id: string, page: { after: number; limit: number }): Promise<{ items: RowResult[]; total: number }>;
}

/** A file that nobody carried out is forgotten after a day, and what became of the others after a month. */
const dayMs = 24 * 3_600_000;
const keptDays = 30;
const samplesShown = 3;

export function bindImports(deps: ImportDeps): ImportUseCases {
  const { imports, clock } = deps;
  const runs = new ImportRuns(deps);

  async function recordOf(id: string): Promise<ImportRecord> {
    const record = runs.underWay(id) ?? (await imports.get(id));
    if (record === undefined) throw new Failure('not-found', 'There is no such import.');
    return record;
  }

  return {
    async readImport(actor, { name, bytes }, idempotency) {
      const id = idempotency ? deps.ids.derived('import file', actor.id, idempotency.key) : deps.ids.secret();
      const { headers, rows } = await deps.sheets.read(bytes);
      await forgetOld(deps);
      const samples = rows.slice(0, samplesShown).map(({ cells }) => cells);
      const at = clock.now();
      const record: ImportRecord = {
        ...{ id, name, by: { id: actor.id, name: actor.name }, at, beatAt: at, state: 'checked' },
        ...{ headers, samples, mapping: guessMapping(headers, samples), existing: 'keep' },
        ...{ total: rows.length, done: 0, undone: null, ...figuresOf([]) },
      };
      await imports.putParts(record.id, 'rows', rows);
      return checkRows(deps, record, record.mapping, record.existing);
    },
    async checkImport(id, mapping, existing) {
      const record = await recordOf(id);
      if (record.state !== 'checked') throw new Failure('conflict', 'The import was carried out already.');
      const faults = Object.entries(mapping)
        .filter(([, column]) => column >= record.headers.length)
        .map(([field]) => ({
          path: `mapping.${field}`,
          message: `must be a column from 0 to ${record.headers.length - 1}`,
        }));
      if (faults.length > 0) throw new Failure('invalid', 'The file has fewer columns than that.', { faults });
      return checkRows(deps, record, mapping, existing);
    },
    runImport: async (actor, id) => runs.run(actor, await recordOf(id)),
    undoImport: async (actor, id) => runs.undo(actor, await recordOf(id)),
    async resumeImports() {
      for (const record of await imports.all()) await runs.resume(record);
    },
    getImport: recordOf,
    listImports: async () => (await imports.all()).map((record) => runs.underWay(record.id) ?? record),
    async importResults(id, { after, limit }) {
      await recordOf(id);
      const results = runs.resultsOf(id) ?? (await imports.parts(id, 'results'));
      return { items: results.slice(after, after + limit), total: results.length };
    },
  };
}

async function forgetOld({ imports, clock }: ImportDeps): Promise<void> {
  for (const { id, state, at } of await imports.all()) {
    const days = state === 'checked' ? 1 : keptDays;
    if (Date.parse(at) + days * dayMs < clock.nowMs()) await imports.remove(id);
  }
}
