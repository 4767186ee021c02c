import { isFailure } from '../../domain/failure.ts';
import type { BulkRecord, BulkResult, BulkRuns } from '../../ports/bulk-runs.ts';
import type { Clock, Log } from '../../ports/system.ts';
import { type ActDeps, actOnCase } from './act-on-case.ts';

export interface RunnerDeps extends ActDeps {
  runs: BulkRuns;
  clock: Clock;
  log: Log;
}

const atOnce = 8;
/** How often a run puts on record how far it has come. */
const beatMs = 1_000;
/** A run that has given no sign of life for so long was broken off. */
const brokenOffMs = 10_000;

/** A run that this process carries out. */
export interface LiveRun {
  record: BulkRecord;
  items: string[];
  results: BulkResult[];
  /** Results that are on record. */
  kept: number;
  cancelled: boolean;
  ended: Promise<void>;
}

/**
 * Carries runs out. What was done to a case is on the case itself, so that whatever is tried again after a crash, by
 * this process or another one, is done once.
 */
export class BulkRunner {
  readonly #deps: RunnerDeps;
  readonly #live = new Map<string, LiveRun>();
  readonly #name: string;

  constructor(deps: RunnerDeps) {
    this.#deps = deps;
    this.#name = deps.ids.secret();
  }

  live(id: string): LiveRun | undefined {
    return this.#live.get(id);
  }

  /** It is on record when this resolves, and goes on. */
  async begin(
    begun: Omit<BulkRecord, 'runner' | 'beatAt'>,
    items: string[],
    results: BulkResult[] = [],
  ): Promise<LiveRun> {
    const record = { ...begun, runner: this.#name, beatAt: this.#deps.clock.now() };
    const ended = Promise.resolve();
    const run: LiveRun = { record, items, results, kept: results.length, cancelled: false, ended };
    this.#live.set(record.id, run);
    try {
      await this.#deps.runs.putParts(record.id, 'items', items);
      await this.#deps.runs.put(record);
    } catch (error) {
      this.#live.delete(record.id);
      throw error;
    }
    run.ended = this.#carryOut(run);
    return run;
  }

  /** Goes on with what a process has left that is no more. */
  async resume(): Promise<void> {
    const { runs, clock, log } = this.#deps;
    for (const record of await runs.all()) {
      if (record.state !== 'running' || this.#live.has(record.id)) continue;
      if (Date.parse(record.beatAt) + brokenOffMs > clock.nowMs()) continue;
      const [items, results] = [await runs.parts(record.id, 'items'), await runs.parts(record.id, 'results')];
      log.info('a bulk run goes on', { run: record.id, done: results.length, total: items.length });
      await this.begin(record, items, results);
    }
  }

  async #carryOut(run: LiveRun): Promise<void> {
    const { clock, log } = this.#deps;
    const { items, results } = run;
    try {
      for (let beatAt = 0; results.length < items.length && !run.cancelled; ) {
        const some = items.slice(results.length, results.length + atOnce);
        results.push(...(await Promise.all(some.map((id) => this.#outcomeOf(run.record, id)))));
        if (clock.nowMs() - beatAt >= beatMs) {
          await this.#beat(run);
          beatAt = clock.nowMs();
        }
      }
      run.record = { ...run.record, state: results.length < items.length ? 'cancelled' : 'done' };
      await this.#beat(run);
    } catch (error) {
      // It stays as running, so that the job goes on with it.
      log.warn('a bulk run broke off', { run: run.record.id, error: String(error) });
    } finally {
      this.#live.delete(run.record.id);
    }
  }

  async #outcomeOf(record: BulkRecord, id: string): Promise<BulkResult> {
    try {
      return { id, ok: true, etag: await actOnCase(this.#deps, record, id) };
    } catch (error) {
      if (!isFailure(error) || error.code === 'unavailable') throw error;
      return { id, ok: false, failure: { code: error.code, message: error.message } };
    }
  }

  /** @throws when another process has taken the run over */
  async #beat(run: LiveRun): Promise<void> {
    const { runs, clock } = this.#deps;
    const { id } = run.record;
    const { results } = run;
    if ((await runs.get(id))?.runner !== this.#name) throw new Error('another process goes on with it');
    run.cancelled ||= (await runs.parts(id, 'cancel')).length > 0;
    await runs.addParts(id, 'results', run.kept, results.slice(run.kept));
    run.kept = results.length;
    const succeeded = results.filter(({ ok }) => ok).length;
    run.record = { ...run.record, done: results.length, succeeded, beatAt: clock.now() };
    await runs.put(run.record);
  }
}
