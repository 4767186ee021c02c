import type { MailFate } from '../../domain/mail/mail.ts';
import type { Outgoing } from '../../domain/mail/outgoing.ts';
import type { Trace } from '../../domain/privacy/erased.ts';
import type { Blobs } from '../../ports/blobs.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import {
  afterPrefix,
  type Partition,
  type Row,
  type RowValue,
  type TableBackend,
  type TableName,
} from '../../ports/table-backend.ts';
import type { Erasure, Traces } from '../../ports/traces.ts';
import { Attempts } from './attempts.ts';
import { asRow, type EventRow, type MessageRow, type TaskRow, toVersionedCase } from './case-rows.ts';
import { TableGivenAnswers } from './given-answers.ts';
import { shardName, shardRows, tenantPartition } from './keys.ts';
import { loadBodies } from './message-bodies.ts';
import { allRows } from './simple-rows.ts';
import { beside, eraseFiring, eraseImport, eraseImportPart } from './traces-beside.ts';

/** Everything of the shards and beside them, row by row. */
export class TraceRows implements Traces {
  readonly shardCount: number;
  readonly #backend: TableBackend;
  readonly #blobs: Blobs;
  readonly #store: CaseStore;
  readonly #tenant: string;
  readonly #given: TableGivenAnswers;

  constructor(backend: TableBackend, blobs: Blobs, store: CaseStore, tenant = 'local') {
    this.shardCount = store.shardCount;
    this.#backend = backend;
    this.#blobs = blobs;
    this.#store = store;
    this.#tenant = tenant;
    this.#given = new TableGivenAnswers(backend, tenant);
  }

  async page(shard: number, from: string | null, limit: number): Promise<{ traces: Trace[]; next: string | null }> {
    const rows = await this.#backend.range(this.#shard(shard), { from: from ?? '', limit });
    const traces = await Promise.all(rows.map((row) => this.#traceOf(shard, row)));
    const last = rows.length < limit ? undefined : rows.at(-1);
    return { traces: traces.filter((trace) => trace !== null), next: last === undefined ? null : `${last.row} ` };
  }

  async ofCase(caseId: string): Promise<Trace[]> {
    const shard = this.#store.shardOf(caseId);
    const found = await this.#store.get(caseId);
    const events = await this.#store.history(caseId);
    const traces: Trace[] = events.map((value) => ({ kind: 'event', value }));
    const prefixes = [shardRows.messages(caseId), shardRows.tasks(caseId), shardRows.outbox];
    for (const prefix of prefixes) {
      for await (const row of allRows(this.#backend, this.#shard(shard), { from: prefix, to: afterPrefix(prefix) })) {
        const trace = await this.#traceOf(shard, row);
        if (trace !== null && caseIdOf(trace) === caseId) traces.push(trace);
      }
    }
    for (const mailKey of new Set(events.flatMap(({ mail }) => mail?.mailKey ?? []))) {
      const fate = await this.#store.fate(shard, mailKey);
      if (fate !== undefined) traces.push({ kind: 'fate', value: fate });
    }
    return found === undefined ? traces : [...traces, { kind: 'case', value: found.value }];
  }

  async bodies(caseId: string): Promise<string[]> {
    const prefix = shardRows.messages(caseId);
    const keys: string[] = [];
    const partition = this.#shard(this.#store.shardOf(caseId));
    for await (const { value } of allRows(this.#backend, partition, { from: prefix, to: afterPrefix(prefix) })) {
      keys.push(...Object.values(asRow<MessageRow>(value).blobs));
    }
    return keys;
  }

  async scrubBeside(erasure: Erasure): Promise<number> {
    let count = 0;
    for (const [table, name] of beside)
      count += await this.#rewrite(this.#place(table, name), ({ value }) => erasure.scrub(value));
    count += await this.#rewrite(this.#place('sync', 'imports'), (row) => eraseImport(row, erasure));
    for await (const { row } of this.#rows(this.#place('sync', 'imports')))
      count += await this.#rewrite(this.#place('sync', `import|${row}`), (part) => eraseImportPart(part, erasure));
    for await (const { row } of this.#rows(this.#place('sync', 'firing-rules')))
      count += await this.#rewrite(this.#place('sync', `firings|${row}`), (firing) => eraseFiring(firing, erasure));
    // Whatever they hold is soon forgotten anyway.
    await this.#given.forgetAnswers();
    return count;
  }

  /** Answers how many rows became different. */
  async #rewrite(partition: Partition, change: (row: Row) => RowValue): Promise<number> {
    let count = 0;
    for await (const row of this.#rows(partition)) if (await this.#rewriteRow(partition, row, change)) count += 1;
    return count;
  }

  /** A row that somebody writes meanwhile is read anew. */
  async #rewriteRow(partition: Partition, found: Row, change: (row: Row) => RowValue): Promise<boolean> {
    const attempts = new Attempts();
    for (let row: Row | undefined = found; row !== undefined; ) {
      const value = change(row);
      if (value === row.value) return row !== found;
      const write = { kind: 'replace', row: row.row, value, ifMatch: row.etag } as const;
      const result = await this.#backend.commit(partition, [write]);
      if (result.kind === 'committed') return true;
      if (result.kind === 'unknown') await attempts.afterUnknown(result.cause);
      row = await this.#backend.get(partition, found.row);
    }
    return false;
  }

  async #traceOf(shard: number, { row, value }: Row): Promise<Trace | null> {
    switch (row.slice(0, 2)) {
      case 'c|':
        return { kind: 'case', value: toVersionedCase(shard, value).value };
      case 'm|':
        return { kind: 'message', value: await loadBodies(this.#blobs, asRow<MessageRow>(value)) };
      case 'e|':
        return { kind: 'event', value: asRow<EventRow>(value).event };
      case 'k|':
        return { kind: 'task', value: asRow<TaskRow>(value).task };
      case 'd|':
        return { kind: 'fate', value: asRow<MailFate>(value) };
      case 'o|':
        return { kind: 'outgoing', value: asRow<Outgoing>(value) };
      default:
        return null;
    }
  }

  #rows(partition: Partition): AsyncGenerator<Row> {
    return allRows(this.#backend, partition, { from: ' ', to: '\u007f' });
  }

  #place(table: TableName, name: string): Partition {
    return tenantPartition(table, this.#tenant, name);
  }

  #shard(shard: number): Partition {
    return tenantPartition('core', this.#tenant, shardName(shard));
  }
}

/** The case that a thing lies with, or null. */
export function caseIdOf(trace: Trace): string | null {
  return trace.kind === 'case' ? trace.value.id : trace.value.caseId;
}
