import { randomUUID } from 'node:crypto';
import type { Lease } from '../../ports/lease.ts';
import type { Clock } from '../../ports/system.ts';
import type { Partition, Row, TableBackend } from '../../ports/table-backend.ts';
import { safeKey, tenantPartition } from './keys.ts';
import { writeOver } from './simple-rows.ts';

/**
 * Leases as rows of table `sync` that end at an instant of the holder's clock. Clocks of two machines may differ by
 * seconds, so what runs under a lease must also be harmless when run twice.
 */
export class TableLease implements Lease {
  readonly #backend: TableBackend;
  readonly #clock: Clock;
  readonly #partition: Partition;
  readonly #owner = randomUUID();

  constructor(backend: TableBackend, clock: Clock, tenant = 'local') {
    this.#backend = backend;
    this.#clock = clock;
    this.#partition = tenantPartition('sync', tenant, 'lease');
  }

  async hold(name: string, ttlMs: number): Promise<boolean> {
    const row = safeKey(name);
    const present = await this.#backend.get(this.#partition, row);
    if (!this.#isFree(present)) return false;
    const value = { owner: this.#owner, expiresAt: this.#clock.nowMs() + ttlMs };
    const result = await this.#backend.commit(this.#partition, [writeOver(present, row, value)]);
    if (result.kind !== 'unknown') return result.kind === 'committed';
    const now = (await this.#backend.get(this.#partition, row))?.value;
    return now?.owner === value.owner && now.expiresAt === value.expiresAt;
  }

  async release(name: string): Promise<void> {
    const present = await this.#backend.get(this.#partition, safeKey(name));
    if (present?.value.owner !== this.#owner) return;
    // Whatever comes of it, the lease ends by itself.
    await this.#backend.commit(this.#partition, [{ kind: 'delete', row: present.row, ifMatch: present.etag }]);
  }

  #isFree(present: Row | undefined): boolean {
    if (present === undefined || present.value.owner === this.#owner) return true;
    return Number(present.value.expiresAt) <= this.#clock.nowMs();
  }
}
