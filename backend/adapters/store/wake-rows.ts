import type { TableBackend } from '../../ports/table-backend.ts';
import { shardName, tenantPartition } from './keys.ts';
import { writeRepeatably } from './simple-rows.ts';

/**
 * One small partition that says how far each shard has come, so that other processes need one read to see what moved.
 * Best effort: a row may lag or be missing, so readers also look at the heads now and then.
 */
export class WakeRows {
  readonly #backend: TableBackend;
  readonly #tenant: string;
  readonly #newest = new Map<number, number>();
  readonly #writing = new Set<number>();

  constructor(backend: TableBackend, tenant: string) {
    this.#backend = backend;
    this.#tenant = tenant;
  }

  /** Writes soon; while a write is under way only the newest number waits. */
  announce(shard: number, seq: number): void {
    this.#newest.set(shard, Math.max(seq, this.#newest.get(shard) ?? 0));
    if (!this.#writing.has(shard)) void this.#write(shard);
  }

  async read(shardCount: number): Promise<number[]> {
    const rows = await this.#backend.range(this.#partition(), {});
    const seqs = new Map(rows.map((row) => [row.row, Number(row.value.seq)]));
    return Array.from({ length: shardCount }, (_, shard) => seqs.get(shardName(shard)) ?? 0);
  }

  async #write(shard: number): Promise<void> {
    this.#writing.add(shard);
    for (let written = 0; written < (this.#newest.get(shard) ?? 0); ) {
      written = this.#newest.get(shard) ?? 0;
      const value = { seq: written };
      // An announcement that fails is made up for by the next one, and by readers who look at the heads.
      await writeRepeatably(this.#backend, this.#partition(), [{ kind: 'upsert', row: shardName(shard), value }]).catch(
        () => undefined,
      );
    }
    this.#writing.delete(shard);
  }

  #partition() {
    return tenantPartition('sync', this.#tenant, 'wake');
  }
}
