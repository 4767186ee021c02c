import { setTimeout as sleep } from 'node:timers/promises';
import type { CaseEvent } from '../domain/case/case.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { Change } from '../ports/change-feed.ts';
import type { Snapshots } from '../ports/snapshots.ts';
import type { Log } from '../ports/system.ts';
import type { LogPosition } from '../ports/text-index.ts';
import type { MemoryCaseIndex } from './case-index.ts';
import { readSnapshot, writeSnapshot } from './snapshot.ts';
import type { FollowedLog } from './text-feed.ts';

const pageSize = 500;
/** A snapshot is worth writing after so many changes: reading them again takes about a second. */
const changesPerSnapshot = 5_000;
const longestWaitMs = 1_000;
const pollMs = 25;
/** Asking whether others wrote takes as long as a dozen answers, so many requests share one question. */
const momentMs = 2;

/** Brings the case index up to the log's end and keeps it there, telling followers of each change in log order. */
export class Tailer implements FollowedLog {
  readonly #store: CaseStore;
  readonly #index: MemoryCaseIndex;
  readonly #log: Log;
  readonly #snapshots: Snapshots | undefined;
  #positions: LogPosition[] = [];
  /** Of the store, when everything in it had been applied. */
  #version: number | undefined;
  #othersApplied = false;
  #comparedMs = Number.NEGATIVE_INFINITY;
  /** One run per shard at a time; a request that comes during a run asks for one more. */
  readonly #running: (Promise<void> | undefined)[] = [];
  readonly #followers = new Set<(change: Change) => void>();
  #stopCommits: () => void = () => {};
  #changesInSnapshot = Number.NEGATIVE_INFINITY;

  constructor(store: CaseStore, index: MemoryCaseIndex, log: Log, snapshots?: Snapshots) {
    this.#store = store;
    this.#index = index;
    this.#log = log;
    this.#snapshots = snapshots;
  }

  /** Loads every case, then follows. Resolves once everything that was in the log at the call has been applied. */
  async start(): Promise<void> {
    const kept = await this.#loadSnapshot();
    if (!kept) await this.#loadStore();
    this.#stopCommits = this.#store.onCommit((shard) => void this.catchUp(shard).catch(() => {}));
    await this.catchUpAll();
    this.#index.markReady();
    this.#log.info('cases loaded', { cases: this.#index.columns.size, fromSnapshot: kept });
    // What a start had to read in the store, the next one need not.
    if (!kept) await this.saveSnapshot();
  }

  stop(): void {
    this.#stopCommits();
  }

  follow(listener: (change: Change) => void): () => void {
    this.#followers.add(listener);
    return () => this.#followers.delete(listener);
  }

  positions(): LogPosition[] {
    return [...this.#positions];
  }

  async holds(positions: readonly LogPosition[]): Promise<boolean> {
    if (positions.length !== this.#store.shardCount) return false;
    const opIds = await Promise.all(positions.map(({ seq }, shard) => this.#opIdAt(shard, seq)));
    return opIds.every((opId, shard) => opId === positions[shard]?.opId);
  }

  async catchUpAll(): Promise<void> {
    const version = this.#store.version();
    await Promise.all(this.#positions.map((_, shard) => this.catchUp(shard)));
    this.#version = version;
  }

  /**
   * True when everything in the store has been applied: whatever this process has committed, and what others had a
   * moment ago.
   */
  isCurrent(): boolean {
    if (performance.now() - this.#comparedMs > momentMs) {
      this.#comparedMs = performance.now();
      this.#othersApplied = this.#version !== undefined && this.#store.version() === this.#version;
    }
    if (!this.#othersApplied) return false;
    return this.#positions.every(({ seq }, shard) => seq >= this.#store.committedUpTo(shard));
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

  /** Waits, at most a second, until a shard has been read up to an event that another process has committed. */
  async reach(shard: number, seq: number): Promise<void> {
    const deadline = performance.now() + longestWaitMs;
    while ((this.#positions[shard]?.seq ?? Infinity) < seq) {
      await this.catchUp(shard);
      if ((this.#positions[shard]?.seq ?? Infinity) >= seq || performance.now() > deadline) return;
      await sleep(pollMs);
    }
  }

  /** When the copy on disk was written, and the changes that it does not hold. */
  async snapshotState(): Promise<{ savedAtMs: number | null; changesSince: number }> {
    const savedAtMs = (await this.#snapshots?.savedAtMs()) ?? null;
    return { savedAtMs, changesSince: Math.min(this.#index.changes, this.#index.changes - this.#changesInSnapshot) };
  }

  /** Writes a snapshot if enough has changed since the last one. A failure is logged: the store has everything. */
  async saveSnapshot(leastChanges = 1): Promise<void> {
    const { changes, columns } = this.#index;
    if (this.#snapshots === undefined || !this.#index.ready()) return;
    if (changes - this.#changesInSnapshot < leastChanges) return;
    try {
      await this.#snapshots.write(writeSnapshot(columns, this.#positions));
      this.#changesInSnapshot = changes;
    } catch (error) {
      this.#log.warn('snapshot could not be written', { error: String(error) });
    }
  }

  /** As `saveSnapshot`, when reading all changes again would take noticeable time. */
  async saveSnapshotWhenWorthwhile(): Promise<void> {
    await this.saveSnapshot(changesPerSnapshot);
  }

  /** False when there is none for what the store holds now. */
  async #loadSnapshot(): Promise<boolean> {
    const bytes = await this.#snapshots?.read();
    const snapshot = bytes === undefined ? null : readSnapshot(bytes);
    if (snapshot === null || !(await this.holds(snapshot.positions))) return false;
    this.#index.load(snapshot.columns);
    this.#positions = snapshot.positions;
    this.#changesInSnapshot = this.#index.changes;
    return true;
  }

  async #loadStore(): Promise<void> {
    const heads = await this.#store.heads();
    await Promise.all(heads.map((head, shard) => this.#load(shard, head)));
  }

  async #load(shard: number, seq: number): Promise<void> {
    this.#positions[shard] = { seq, opId: await this.#opIdAt(shard, seq) };
    let afterId: string | null = null;
    for (;;) {
      const page: Awaited<ReturnType<CaseStore['scan']>> = await this.#store.scan(shard, afterId, pageSize);
      for (const item of page) this.#index.put(item);
      const last = page.at(-1);
      if (last === undefined || page.length < pageSize) return;
      afterId = last.value.id;
      // Others get a turn: the scan of an embedded store never waits.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  async #opIdAt(shard: number, seq: number): Promise<string> {
    if (seq === 0) return '';
    return (await this.#store.tail(shard, seq - 1, 1))[0]?.opId ?? 'none';
  }

  async #tail(shard: number): Promise<void> {
    for (;;) {
      const events = await this.#store.tail(shard, this.#positions[shard]?.seq ?? 0, pageSize);
      const last = events.at(-1);
      if (last === undefined) return;
      const tell = await this.#apply(events);
      this.#positions[shard] = { seq: last.seq, opId: last.opId };
      tell();
      if (events.length < pageSize) return;
    }
  }

  /** Answers what is left to do once the position has moved on: telling followers. */
  async #apply(events: CaseEvent[]): Promise<() => void> {
    const caseIds = [...new Set(events.map((event) => event.caseId).filter((id) => id !== null))];
    const cases = new Map(await Promise.all(caseIds.map(async (id) => [id, await this.#store.get(id)] as const)));
    for (const item of cases.values()) if (item !== undefined) this.#index.put(item);
    return () => {
      for (const event of events) {
        this.#tell({ event, case: event.caseId === null ? null : (cases.get(event.caseId) ?? null) });
      }
    };
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
