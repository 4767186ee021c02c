import path from 'node:path';
import { WorkerTextIndex } from './adapters/search/text-index.ts';
import { CaseFile } from './adapters/shown-cases/case-file.ts';
import { snapshotFile } from './adapters/snapshots/snapshot-file.ts';
import type { PlacedCases } from './http/server.ts';
import type { CaseStore } from './ports/case-store.ts';
import type { ReadModelState } from './ports/read-model-state.ts';
import type { Clock, Log } from './ports/system.ts';
import { rowOf } from './readmodel/case-columns.ts';
import { MemoryCaseIndex } from './readmodel/case-index.ts';
import { KeptMails } from './readmodel/kept-mails.ts';
import type { MemoryMailIndex } from './readmodel/mail-index.ts';
import { Tailer } from './readmodel/tailer.ts';
import { TextFeed } from './readmodel/text-feed.ts';

export interface ReadModel {
  index: MemoryCaseIndex;
  mailIndex: MemoryMailIndex;
  tailer: Tailer;
  texts: TextFeed;
  /** Loads every case. Mails and text follow in the background. */
  start(): Promise<void>;
  /** Waits, at most a second, for the version of a case that its etag names. */
  reach(etag: string): Promise<void>;
  /** Leaves nothing of what was erased from cases: not in memory, nor in the search file and the snapshot. */
  forget(): Promise<void>;
  /** Brings text search up to date with what changed since the last call, and follows erasures. */
  indexTexts(): Promise<void>;
  /** Keeps on disk what the next start would have to read anew. */
  saveSnapshots(): Promise<void>;
  /** How far it has come, for people. */
  state(): Promise<ReadModelState>;
  /** Figures about itself, for `/metrics`. */
  gauges(): Record<string, number>;
  /** Where cases are, and as they were last shown. */
  cases: PlacedCases;
  stop(): Promise<void>;
}

const forgetAfterMs = 10_000;

/** Everything that is answered from memory or the search file; all of it can be built again from the store. */
export function openReadModel(deps: { dataDir: string; store: CaseStore; clock: Clock; log: Log }): ReadModel {
  const { dataDir, store, clock, log } = deps;
  const texts = new TextFeed(store, new WorkerTextIndex(path.join(dataDir, 'search.db')), log);
  const index = new MemoryCaseIndex(clock, texts);
  const tailer = new Tailer(store, index, log, snapshotFile(path.join(dataDir, 'cases.snapshot')));
  const mails = new KeptMails(store, tailer, log, snapshotFile(path.join(dataDir, 'mails.snapshot')));
  let erasedMs = Number.POSITIVE_INFINITY;
  tailer.follow(({ event }) => {
    if (event.kind === 'case.erased') erasedMs = clock.nowMs();
  });
  async function forget(): Promise<void> {
    await tailer.catchUpAll();
    index.forgetUnused();
    beside.clear();
    await tailer.saveSnapshot();
    await mails.save();
    await texts.forget();
  }
  const beside = new CaseFile(path.join(dataDir, `shown-cases.${process.pid}`), log);
  const reportText = (error: unknown) => log.warn('text could not be indexed', { error: String(error) });
  return {
    index,
    mailIndex: mails.index,
    tailer,
    texts,
    cases: {
      rowOf,
      at: (row) => index.at(row),
      size: () => index.columns.size,
      locate: (ref) => (tailer.isCurrent() ? index.located(ref) : undefined),
      beside,
    },
    async start() {
      mails.follow();
      await tailer.start();
      void mails.read().catch((error) => log.error('past mails could not be read', { error: String(error) }));
      void texts.start(tailer).catch(reportText);
    },
    forget,
    async saveSnapshots() {
      await tailer.saveSnapshotWhenWorthwhile();
      await mails.saveWhenWorthwhile();
    },
    async reach(etag) {
      const [shard, seq] = etag.split('-').map(Number);
      if (shard !== undefined && seq !== undefined) await tailer.reach(shard, seq);
    },
    async indexTexts() {
      if (texts.building() !== null) return;
      await texts.flush().catch(reportText);
      // Other replicas erase as well, often many cases one after another.
      if (clock.nowMs() - erasedMs < forgetAfterMs) return;
      erasedMs = Number.POSITIVE_INFINITY;
      await forget().catch(reportText);
    },
    async state() {
      const [heads, snapshot] = await Promise.all([store.heads(), tailer.snapshotState()]);
      return {
        cases: index.columns.live.count(),
        positions: tailer.positions().map(({ seq }) => seq),
        heads,
        snapshot,
        text: { indexed: texts.building(), waiting: texts.waiting },
      };
    },
    gauges: () => ({
      handyconnect_cases: index.columns.live.count(),
      handyconnect_changes_applied_total: index.changes,
      handyconnect_log_events: tailer.positions().reduce((sum, { seq }) => sum + seq, 0),
      handyconnect_texts_waiting: texts.waiting,
    }),
    async stop() {
      tailer.stop();
      mails.stop();
      await texts.stop();
      await tailer.saveSnapshot();
      await mails.save();
      beside.close();
    },
  };
}
