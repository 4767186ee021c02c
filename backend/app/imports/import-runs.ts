import type { Actor } from '../../domain/access/actor.ts';
import { Failure, isFailure } from '../../domain/failure.ts';
import type { ImportState } from '../../domain/vocabulary.ts';
import type { RuleBook } from '../../domain/workflow/run-rules.ts';
import type { ImportRecord, RowResult } from '../../ports/imports.ts';
import { readRuleBook } from '../workflow/rule-book.ts';
import { figuresOf } from './check-rows.ts';
import type { ImportDeps } from './deps.ts';
import { importCase, isMadeBy } from './import-case.ts';
import { importChange, undoImportChange } from './import-change.ts';
import { type PlannedRow, planRows, readTerms } from './planned-rows.ts';
import { targetOf } from './row-target.ts';
import { undoCase } from './undo-import.ts';

const atOnce = 16;
/** Files up to this size are waited for. */
const waitedFor = 100;
/** A run that has given no sign of life for so long was broken off. */
const brokenOffMs = 60_000;
const beatEvery = 500;

interface Run {
  record: ImportRecord;
  results: RowResult[];
}

/** Runs of this process, with how far they have come. */
export class ImportRuns {
  readonly #deps: ImportDeps;
  readonly #runs = new Map<string, Run>();

  constructor(deps: ImportDeps) {
    this.#deps = deps;
  }

  underWay(id: string): ImportRecord | undefined {
    return this.#runs.get(id)?.record;
  }

  resultsOf(id: string): readonly RowResult[] | undefined {
    return this.#runs.get(id)?.results;
  }

  /** @throws Failure `conflict` when it was carried out, or another process is about it */
  async run(actor: Actor, record: ImportRecord): Promise<ImportRecord> {
    this.#mustBe(record, ['checked', 'running'], 'It was carried out already.');
    const rules = (await readRuleBook(this.#deps)).book;
    return this.#begin(record, 'running', (run) => this.#makeAll(actor, rules, run));
  }

  async undo(actor: Actor, record: ImportRecord): Promise<ImportRecord> {
    this.#mustBe(record, ['done', 'undoing'], 'There is nothing to take back.');
    return this.#begin(record, 'undoing', (run) => this.#undoAll(actor, run));
  }

  /** Goes on with what a process has left that is no more; what nobody is at, or somebody else is, stays. */
  async resume(record: ImportRecord): Promise<void> {
    if (!isBegun(record) || this.#isAlive(record)) return;
    // Whoever began it might, and it is theirs whoever goes on with it.
    const actor: Actor = { ...record.by, role: 'manager', surface: 'tab' };
    await (record.state === 'running' ? this.run(actor, record) : this.undo(actor, record));
  }

  #isAlive(record: ImportRecord): boolean {
    if (this.#runs.has(record.id)) return true;
    return isBegun(record) && Date.parse(record.beatAt) + brokenOffMs > this.#deps.clock.nowMs();
  }

  #mustBe(record: ImportRecord, states: ImportState[], refusal: string): void {
    const { state } = record;
    if (this.#isAlive(record)) throw new Failure('conflict', 'It is under way.');
    if (!states.includes(state)) throw new Failure('conflict', refusal);
  }

  async #begin(record: ImportRecord, state: ImportState, work: (run: Run) => Promise<void>): Promise<ImportRecord> {
    const run: Run = { record: { ...record, state, done: 0 }, results: [] };
    this.#runs.set(record.id, run);
    const done = this.#carryOut(run, work);
    if (record.total <= waitedFor) await done;
    return run.record;
  }

  async #carryOut(run: Run, work: (run: Run) => Promise<void>): Promise<void> {
    const { imports, log, settleAll } = this.#deps;
    try {
      await this.#beat(run);
      await work(run);
      await settleAll();
      await imports.put(run.record);
      // What people have put into the file is on the cases now, and nowhere else.
      await imports.putParts(run.record.id, 'rows', []);
    } catch (error) {
      // It stays as running, so that whoever asks again lets it go on.
      log.error('import broke off', { importId: run.record.id, error: String(error) });
    } finally {
      this.#runs.delete(run.record.id);
    }
  }

  async #makeAll(actor: Actor, rules: RuleBook, run: Run): Promise<void> {
    const { imports } = this.#deps;
    const { id, mapping } = run.record;
    const planned = planRows(await imports.parts(id, 'rows'), mapping, await readTerms(this.#deps));
    for (let some = take(planned, atOnce); some.length > 0; some = take(planned, atOnce)) {
      run.results.push(...(await Promise.all(some.map((row) => this.#make(actor, rules, run, row)))));
      await this.#advance(run, run.results.length);
    }
    await imports.putParts(id, 'results', run.results);
    run.record = { ...run.record, ...figuresOf(run.results), samples: [], state: 'done' };
  }

  async #make(actor: Actor, rules: RuleBook, { record }: Run, planned: PlannedRow): Promise<RowResult> {
    const { row, change } = planned;
    try {
      const order = { actor, importId: record.id, fileName: record.name, row };
      const target = await targetOf(this.#deps, planned, record.existing);
      if (target.kind === 'refused') return { row, outcome: 'refused', problems: target.problems };
      if (target.kind === 'new') return { row, ...(await importCase(this.#deps, { ...order, ...target, rules })) };
      const { id: caseId, number } = target.value;
      // A case that this import made, before it was broken off, is one of its own.
      const own = planned.number === null && (await isMadeBy(this.#deps, record.id, caseId));
      if (own) return { row, outcome: 'made', caseId, number };
      if (target.changes === null) return { row, outcome: 'present', caseId, number };
      const changes = await importChange(this.#deps, { ...order, caseId, change });
      return { row, outcome: changes.length > 0 ? 'changed' : 'present', caseId, number, changes };
    } catch (error) {
      if (!isFailure(error) || error.code === 'unavailable') throw error;
      return { row, outcome: 'refused', problems: [error.message] };
    }
  }

  async #undoAll(actor: Actor, run: Run): Promise<void> {
    run.results = await this.#deps.imports.parts(run.record.id, 'results');
    const made = run.results.filter(({ outcome }) => outcome === 'made').map(({ caseId }) => caseId ?? '');
    const changed = run.results.filter(({ outcome }) => outcome === 'changed').map(({ caseId }) => caseId ?? '');
    const undone = { closed: 0, restored: 0, kept: 0 };
    for (let from = 0; from < made.length; from += atOnce) {
      const some = made.slice(from, from + atOnce);
      const closed = await Promise.all(some.map((caseId) => undoCase(this.#deps, actor, run.record.id, caseId)));
      for (const one of closed) undone[one ? 'closed' : 'kept'] += 1;
      await this.#advance(run, from + some.length);
    }
    for (let from = 0; from < changed.length; from += atOnce) {
      const some = changed.slice(from, from + atOnce);
      const back = await Promise.all(some.map((id) => undoImportChange(this.#deps, actor, run.record.id, id)));
      for (const one of back) undone[one ? 'restored' : 'kept'] += 1;
      await this.#advance(run, made.length + from + some.length);
    }
    run.record = { ...run.record, undone, state: 'undone' };
  }

  async #advance(run: Run, done: number): Promise<void> {
    const beats = Math.floor(done / beatEvery) > Math.floor(run.record.done / beatEvery);
    run.record = { ...run.record, done };
    if (beats) await this.#beat(run);
    await this.#deps.pause();
  }

  async #beat(run: Run): Promise<void> {
    run.record = { ...run.record, beatAt: this.#deps.clock.now() };
    await this.#deps.imports.put(run.record);
  }
}

function isBegun({ state }: ImportRecord): boolean {
  return state === 'running' || state === 'undoing';
}

function take<T>(from: Iterator<T>, count: number): T[] {
  const some: T[] = [];
  for (let next = from.next(); !next.done; next = from.next()) {
    some.push(next.value);
    if (some.length === count) break;
  }
  return some;
}
