import type { Instant } from '../../domain/mail/mail.ts';
import type { Firings, RuleFiring } from '../../ports/firings.ts';
import type { Partition, TableBackend } from '../../ports/table-backend.ts';
import { countdown, safeKey, tenantPartition } from './keys.ts';
import { writeRepeatably } from './simple-rows.ts';

/** Firings in table `sync`, a partition a rule, the newest first. */
export class TableFirings implements Firings {
  readonly #backend: TableBackend;
  readonly #tenant: string;

  constructor(backend: TableBackend, tenant = 'local') {
    this.#backend = backend;
    this.#tenant = tenant;
  }

  async note(firing: RuleFiring): Promise<void> {
    const row = `${countdown(firing.at)}|${firing.entry}`;
    await writeRepeatably(this.#backend, this.#partition(firing.ruleId), [
      { kind: 'upsert', row, value: { ...firing } },
    ]);
  }

  async since(ruleId: string, since: Instant, limit: number): Promise<RuleFiring[]> {
    const bounds = { to: `${countdown(since)}~`, limit };
    const rows = await this.#backend.range(this.#partition(ruleId), bounds);
    return rows.map(({ value }) => value as unknown as RuleFiring);
  }

  #partition(ruleId: string): Partition {
    return tenantPartition('sync', this.#tenant, `firings|${safeKey(ruleId)}`);
  }
}
