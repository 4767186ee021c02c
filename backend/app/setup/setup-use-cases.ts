import type { Actor } from '../../domain/access/actor.ts';
import type { CaseIndex } from '../../ports/case-index.ts';
import type { Diagnose, Finding } from '../../ports/diagnosis.ts';
import type { WorkflowState } from '../../ports/workflow-state.ts';
import type { ImportDeps } from '../imports/deps.ts';
import { findImported, importCase } from '../imports/import-case.ts';
import { readRuleBook } from '../workflow/rule-book.ts';
import { type RemoveDeps, removeCase } from './remove-case.ts';
import { sampleCases } from './sample-cases.ts';

export interface Setup {
  /** When an admin said that it is done, or null. */
  doneAt: string | null;
  /** Cases of any kind, samples included. */
  cases: number;
  samples: number;
  /** What is connected and what is not. */
  findings: Finding[];
}

/** The first day of a new help desk, for admins. */
export interface SetupUseCases {
  readSetup(): Promise<Setup>;
  /** Remembers for everybody that the set-up is done, or that it is not after all. */
  markSetup(done: boolean): Promise<Setup>;
  /** Puts the sample cases there that are not there yet. Nobody is told and no rule fires. */
  loadSamples(actor: Actor): Promise<Setup>;
  /** Takes all sample cases out of everything, whatever was done with them meanwhile. */
  removeSamples(actor: Actor): Promise<Setup>;
}

export interface SetupDeps extends RemoveDeps, Omit<ImportDeps, 'imports' | 'sheets' | 'tasks'> {
  index: CaseIndex;
  state: WorkflowState;
  diagnose: Diagnose;
}

const doneKey = 'setup done';
const samplesKey = 'samples';
/** Longer than anybody keeps sample data: no alert and no timer of theirs ever comes. */
const quietMs = 100 * 365 * 86_400_000;

export function bindSetup(deps: SetupDeps): SetupUseCases {
  const { state, clock } = deps;
  const samples = async (): Promise<string[]> => JSON.parse((await state.read(samplesKey)) ?? '[]') as string[];
  async function readSetup(): Promise<Setup> {
    const sort = { key: 'number', descending: false } as const;
    const [doneAt, { total }, ids, findings] = await Promise.all([
      state.read(doneKey),
      deps.index.find({}, sort, { limit: 1 }),
      samples(),
      deps.diagnose(),
    ]);
    return { doneAt: doneAt === '' ? null : doneAt, cases: total, samples: ids.length, findings };
  }
  return {
    readSetup,
    async markSetup(done) {
      await state.write(doneKey, done ? clock.now() : '');
      return readSetup();
    },
    async loadSamples(actor) {
      const { book: rules } = await readRuleBook(deps);
      const planned = await Promise.all(
        sampleCases(clock.nowMs()).map(async (value, row) => {
          const key = ['sample', String(row)];
          return { value, row: row + 1, key, caseId: (await findImported(deps, key)).caseId };
        }),
      );
      // Written down first, so that whatever a crash leaves can be removed.
      await state.write(samplesKey, JSON.stringify(planned.map(({ caseId }) => caseId)));
      for (const { value, row, key } of planned) {
        const order = { actor, importId: 'samples', fileName: 'Sample data', row, key, value, rules };
        await importCase(deps, { ...order, quietUntilMs: clock.nowMs() + quietMs });
      }
      await deps.settleAll();
      return readSetup();
    },
    async removeSamples(actor) {
      for (const id of await samples()) await removeCase(deps, actor, id);
      await state.write(samplesKey, '[]');
      await deps.settleAll();
      return readSetup();
    },
  };
}
