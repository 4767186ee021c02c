import type { CaseEvent } from '../domain/case/case.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { Change, ChangeFeed } from '../ports/change-feed.ts';
import type { Log } from '../ports/system.ts';
import type { MemoryCaseIndex } from './case-index.ts';

const pageSize = 500;

/** Brings the case index up to the log's end and keeps it there, telling followers of each change in log order. */
export class Tailer implements ChangeFeed {
  readonly #store: CaseStore;
  readonly #index: MemoryCaseIndex;
  readonly #log: Log;
  readonly #positions: number[] = [];
  /** One run per shard at a time; a request that comes during a run asks for one more. */
  readonly #running: (Promise<void> | undefined)[] = [];
  readonly #followers = new Set<(change: Change) => void>();
  #stopCommits: () => void = () => {};

  constructor(store: CaseStore, index: MemoryCaseIndex, log: Log) {
    this.#store = store;
    this.#index = index;
    this.#log = log;
  }

  /** Loads every case, then follows. Resolves once everything that was in the log at the call has been applied. */
  async start(): Promise<void> {
    const heads = await this.#store.heads();
    await Promise.all(heads.map((head, shard) => this.#load(shard, head)));
    this.#stopCommits = this.#store.onCommit((shard) => void this.catchUp(shard).catch(() => {}));
    await this.catchUpAll();
    this.#index.markReady();
  }

  stop(): void {
    this.#stopCommits();
  }

  follow(listener: (change: Change) => void): () => void {
    this.#followers.add(listener);
    return () => this.#followers.delete(listener);
  }

  async catchUpAll(): Promise<void> {
    await Promise.all(this.#positions.map((_, shard) => this.catchUp(shard)));
  }

  /** Resolves once everything committed to the shard before the call is in the index. */
  async catchUp(shard: number): Promise<void> {
    // A run under way may have read before the caller's commit, so it does not answer for it.
    await this.#running[shard];
    this.#running[shard] ??= this.#tail(shard).finally(() => {
      this.#running[shard] = undefined;
    });
    await this.#running[shard];
  }

  async #load(shard: number, head: number): Promise<void> {
    this.#positions[shard] = head;
    let afterId: string | null = null;
    for (;;) {
      const page: Awaited<ReturnType<CaseStore['scan']>> = await this.#store.scan(shard, afterId, pageSize);
      for (const item of page) this.#index.put(item);
      const last = page.at(-1);
      if (last === undefined || page.length < pageSize) return;
      afterId = last.value.id;
    }
  }

  async #tail(shard: number): Promise<void> {
    for (;;) {
      const events = await this.#store.tail(shard, this.#positions[shard] ?? 0, pageSize);
      if (events.length === 0) return;
      await this.#apply(events);
      this.#positions[shard] = events.at(-1)?.seq ?? 0;
      if (events.length < pageSize) return;
    }
  }

  async #apply(events: CaseEvent[]): Promise<void> {
    const caseIds = [...new Set(events.map((event) => event.caseId).filter((id) => id !== null))];
    const cases = new Map(await Promise.all(caseIds.map(async (id) => [id, await this.#store.get(id)] as const)));
    for (const item of cases.values()) if (item !== undefined) this.#index.put(item);
    for (const event of events) {
      this.#tell({ event, case: event.caseId === null ? null : (cases.get(event.caseId) ?? null) });
    }
  }

  #tell(change: Change): void {
    for (const follower of this.#followers) {
      try {
        follower(change);
      } catch (error) {
        this.#log.error('follower of the change feed failed', { error: String(error) });
      }
    }
  }
}
