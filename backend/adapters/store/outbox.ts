import type { Outgoing } from '../../domain/mail/outgoing.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { Outbox, Waiting } from '../../ports/outbox.ts';
import { afterPrefix, type TableBackend } from '../../ports/table-backend.ts';
import { Attempts } from './attempts.ts';
import { asRow, toRowValue } from './case-rows.ts';
import { shardName, shardRows, tenantPartition } from './keys.ts';

/** The outbox rows of the shards, read and claimed past their logs. */
export class TableOutbox implements Outbox {
  readonly shardCount: number;
  readonly #backend: TableBackend;
  readonly #shardOf: (hex: string) => number;
  readonly #tenant: string;

  constructor(backend: TableBackend, shards: Pick<CaseStore, 'shardCount' | 'shardOf'>, tenant = 'local') {
    this.#backend = backend;
    this.shardCount = shards.shardCount;
    this.#shardOf = (hex) => shards.shardOf(hex);
    this.#tenant = tenant;
  }

  async page(shard: number, after: Outgoing | null, limit: number): Promise<Waiting[]> {
    // No row goes on after its id, so a blank leads just behind it.
    const from = after === null ? shardRows.outbox : `${shardRows.outgoing(after.queuedAt, after.id)} `;
    const bounds = { from, to: afterPrefix(shardRows.outbox), limit };
    const rows = await this.#backend.range(this.#partition(shard), bounds);
    return rows.map((row) => ({ mail: asRow<Outgoing>(row.value), etag: row.etag }));
  }

  async update(waiting: Waiting, next: Outgoing): Promise<Waiting | undefined> {
    const partition = this.#partition(this.#shardOf(next.caseId));
    const row = shardRows.outgoing(next.queuedAt, next.id);
    const attempts = new Attempts();
    for (;;) {
      const operation = { kind: 'replace' as const, row, value: toRowValue(next), ifMatch: waiting.etag };
      const result = await this.#backend.commit(partition, [operation]);
      if (result.kind === 'committed') return { mail: next, etag: result.etags[row] ?? '' };
      if (result.kind === 'unknown') await attempts.afterUnknown(result.cause);
      const present = await this.#backend.get(partition, row);
      // A write whose answer was lost finds what it wrote.
      if (present !== undefined && JSON.stringify(present.value) === JSON.stringify(next)) {
        return { mail: next, etag: present.etag };
      }
      if (present?.etag !== waiting.etag) return undefined;
    }
  }

  #partition(shard: number) {
    return tenantPartition('core', this.#tenant, shardName(shard));
  }
}
