import type { CaseEvent, CaseMessage, SupportCase, Versioned } from '../../domain/case/case.ts';
import { Failure } from '../../domain/failure.ts';
import type { MailFate } from '../../domain/mail/mail.ts';
import { type Task, taskHome } from '../../domain/task/task.ts';
import type { Blobs } from '../../ports/blobs.ts';
import type { CaseStore, CaseTransaction, Completion, Receipt } from '../../ports/case-store.ts';
import { afterPrefix, type Partition, type RowValue, type TableBackend } from '../../ports/table-backend.ts';

import {
  asRow,
  type CaseRow,
  type HeadRow,
  type LogRow,
  type MessageRow,
  toVersionedCase,
  toVersionedTask,
} from './case-rows.ts';

import { readEvents, tailEvents } from './event-reads.ts';
import { shardName, shardOfId, shardRows, tenantPartition } from './keys.ts';
import { loadBodies } from './message-bodies.ts';
import { settleShardCount } from './shard-count.ts';
import { ShardLog } from './shard-log.ts';
import { ShownMessages } from './shown-messages.ts';
import { allRows } from './simple-rows.ts';
import { WakeRows } from './wake-rows.ts';

export interface CaseStoreOptions {
  backend: TableBackend;
  blobs: Blobs;
  /** Begins every partition key. */
  tenant?: string;
  /** Shards of a store that does not exist yet: 4 embedded, 16 in Azure. An existing store keeps its own number. */
  shards: number;
  /** True where other processes follow by polling: each commit is then announced in one small partition. */
  announceCommits?: boolean;
  /** Works out what follows from each change of a case. */
  completion?: Completion;
}

const hexId = /^[0-9a-f]{4,64}$/;

/** @throws Failure `unavailable` when the store does not answer */
export async function openCaseStore(options: CaseStoreOptions): Promise<TableCaseStore> {
  const tenant = options.tenant ?? 'local';
  const shardCount = await settleShardCount(options.backend, tenant, options.shards);
  return new TableCaseStore(options, tenant, shardCount);
}

export class TableCaseStore implements CaseStore {
  readonly shardCount: number;
  readonly #backend: TableBackend;
  readonly #blobs: Blobs;
  readonly #tenant: string;
  readonly #logs: ShardLog[];
  readonly #completion: Completion | undefined;
  readonly #wake: WakeRows | undefined;
  readonly #shown: ShownMessages;
  readonly #listeners = new Set<(shard: number) => void>();

  constructor(options: CaseStoreOptions, tenant: string, shardCount: number) {
    this.shardCount = shardCount;
    this.#backend = options.backend;
    this.#blobs = options.blobs;
    this.#tenant = tenant;
    this.#completion = options.completion;
    this.#wake = options.announceCommits === true ? new WakeRows(options.backend, tenant) : undefined;
    this.#shown = new ShownMessages({
      backend: options.backend,
      blobs: options.blobs,
      partitionOf: (caseId) => this.#partition(this.shardOf(caseId)),
      get: (caseId) => this.get(caseId),
    });
    this.#logs = Array.from({ length: shardCount }, (_, shard) => this.#openLog(shard));
  }

  shardOf(hex: string): number {
    if (!hexId.test(hex)) throw new Failure('invalid', `${hex.slice(0, 40)} is not an id.`);
    return shardOfId(hex, this.shardCount);
  }

  async get(caseId: string): Promise<Versioned<SupportCase> | undefined> {
    // Ids come from addresses people type, and what is not an id names no case.
    if (!hexId.test(caseId)) return undefined;
    const shard = this.shardOf(caseId);
    const row = await this.#backend.get(this.#partition(shard), shardRows.case(caseId));
    return row && toVersionedCase(shard, row.value);
  }

  async messages(caseId: string): Promise<CaseMessage[]> {
    const found = await this.get(caseId);
    if (found === undefined || found.value.mergedInto !== null) return [];
    return this.#shown.on(found.value);
  }

  async messagesFromElsewhere(value: SupportCase): Promise<CaseMessage[]> {
    return this.#shown.fromElsewhere(value);
  }

  async task(name: Pick<Task, 'id' | 'caseId'>): Promise<Versioned<Task> | undefined> {
    const home = taskHome(name);
    const shard = this.shardOf(home);
    const row = await this.#backend.get(this.#partition(shard), shardRows.task(home, name.id));
    return row && toVersionedTask(shard, row.value);
  }

  async scanTasks(shard: number, after: Task | null, limit: number): Promise<Versioned<Task>[]> {
    const from = after === null ? 'k|' : `${shardRows.task(taskHome(after), after.id)} `;
    const rows = await this.#backend.range(this.#partition(shard), { from, to: afterPrefix('k|'), limit });
    return rows.map((row) => toVersionedTask(shard, row.value));
  }

  async messagesBetween(shard: number, firstId: string, lastId: string): Promise<CaseMessage[]> {
    const bounds = { from: shardRows.messages(firstId), to: afterPrefix(shardRows.messages(lastId)) };
    const messages: Promise<CaseMessage>[] = [];
    for await (const row of allRows(this.#backend, this.#partition(shard), bounds)) {
      messages.push(loadBodies(this.#blobs, asRow<MessageRow>(row.value)));
    }
    return Promise.all(messages);
  }

  async history(caseId: string): Promise<CaseEvent[]> {
    const partition = this.#partition(this.shardOf(caseId));
    const row = await this.#backend.get(partition, shardRows.case(caseId));
    if (row === undefined) return [];
    // Read after the case: what moves into them meanwhile is then in both, and never in neither.
    const prefix = shardRows.earlierLogs(caseId);
    const seqs = new Set<number>();
    for await (const earlier of allRows(this.#backend, partition, { from: prefix, to: afterPrefix(prefix) })) {
      for (const seq of asRow<LogRow>(earlier.value).seqs) seqs.add(seq);
    }
    for (const seq of asRow<CaseRow>(row.value).log) seqs.add(seq);
    return readEvents(
      this.#backend,
      partition,
      [...seqs].sort((a, b) => a - b),
    );
  }

  async fate(shard: number, mailKey: string): Promise<MailFate | undefined> {
    const row = await this.#backend.get(this.#partition(shard), shardRows.fate(mailKey));
    return row && asRow<MailFate>(row.value);
  }

  async receipt(route: string, key: string): Promise<Receipt | undefined> {
    const row = await this.#backend.get(this.#partition(this.shardOf(route)), shardRows.receipt(key));
    return row && asRow<Receipt>(row.value);
  }

  async transact<T>(route: string, opId: string, story: (tx: CaseTransaction) => Promise<T>): Promise<T> {
    const log = this.#logs[this.shardOf(route)];
    if (log === undefined) throw new Error('The store has lost a shard.');
    return log.transact(opId, story);
  }

  async tail(shard: number, afterSeq: number, limit: number): Promise<CaseEvent[]> {
    return tailEvents(this.#backend, this.#partition(shard), afterSeq, limit);
  }

  async heads(): Promise<number[]> {
    return Promise.all(this.#logs.map((_, shard) => this.#headOf(shard)));
  }

  version(): number | undefined {
    return this.#backend.version?.();
  }

  committedUpTo(shard: number): number {
    return this.#logs[shard]?.committedUpTo ?? Infinity;
  }

  /** Like `heads` in one read, but a shard may lag behind or be missing for a while. */
  async pollHeads(): Promise<number[]> {
    return this.#wake === undefined ? this.heads() : this.#wake.read(this.shardCount);
  }

  async scan(shard: number, afterId: string | null, limit: number): Promise<Versioned<SupportCase>[]> {
    const prefix = shardRows.case('');
    // No id goes on after its last digit, so a blank leads just behind it.
    const from = afterId === null ? prefix : `${shardRows.case(afterId)} `;
    const rows = await this.#backend.range(this.#partition(shard), { from, to: afterPrefix(prefix), limit });
    return rows.map((row) => toVersionedCase(shard, row.value));
  }

  onCommit(listener: (shard: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #openLog(shard: number): ShardLog {
    const place = {
      backend: this.#backend,
      blobs: this.#blobs,
      tenant: this.#tenant,
      shard,
      partition: this.#partition(shard),
      shardOf: (hex: string) => this.shardOf(hex),
      completion: this.#completion,
    };
    return new ShardLog(place, (at, seq) => this.#committed(at, seq));
  }

  #committed(shard: number, seq: number): void {
    this.#wake?.announce(shard, seq);
    for (const listener of this.#listeners) queueMicrotask(() => listener(shard));
  }

  async #headOf(shard: number): Promise<number> {
    const row = await this.#backend.get(this.#partition(shard), shardRows.head);
    return headSeq(row?.value);
  }

  #partition(shard: number): Partition {
    return tenantPartition('core', this.#tenant, shardName(shard));
  }
}

function headSeq(value: RowValue | undefined): number {
  return value === undefined ? 0 : asRow<HeadRow>(value).seq;
}
