import type { Instant } from '../../domain/mail/mail.ts';
import type { Firings, RuleFiring } from '../../ports/firings.ts';
import type { Partition, TableBackend } from '../../ports/table-backend.ts';
import { countdown, safeKey, tenantPartition } from './keys.ts';
import { writeRepeatably } from './simple-rows.ts';

/** Firings in table `sync`, a partition a rule, the newest first. */
export class TableFirings implements Firings {
  readonly #backend: TableBackend;
  readonly #tenant: string;
  /** Rules of which it is on record that they have fired. */
  readonly #known = new Set<string>();

  constructor(backend: TableBackend, tenant = 'local') {
    this.#backend = backend;
    this.#tenant = tenant;
  }

  async note(firing: RuleFiring): Promise<void> {
    await this.#noteRule(safeKey(firing.ruleId));
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

  /** Partitions cannot be listed, and erasing must find all of them. */
  async #noteRule(row: string): Promise<void> {
    if (this.#known.has(row)) return;
    const rules = tenantPartition('sync', this.#tenant, 'firing-rules');
    await writeRepeatably(this.#backend, rules, [{ kind: 'upsert', row, value: {} }]);
    this.#known.add(row);
  }

  #partition(ruleId: string): Partition {
    return tenantPartition('sync', this.#tenant, `firings|${safeKey(ruleId)}`);
  }
}
