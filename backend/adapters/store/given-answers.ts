import type { Claim, GivenAnswers } from '../../ports/given-answers.ts';
import type { Partition, TableBackend } from '../../ports/table-backend.ts';
import { Attempts } from './attempts.ts';
import { tenantPartition } from './keys.ts';
import { allRows, writeOver, writeRepeatably } from './simple-rows.ts';

/** A row a key in table `sync`. */
export class TableGivenAnswers implements GivenAnswers {
  readonly #backend: TableBackend;
  readonly #partition: Partition;

  constructor(backend: TableBackend, tenant = 'local') {
    this.#backend = backend;
    this.#partition = tenantPartition('sync', tenant, 'given-answers');
  }

  async claim(key: string, claim: Claim, deadBeforeMs: number): Promise<Claim> {
    const attempts = new Attempts();
    for (;;) {
      const present = await this.#backend.get(this.#partition, key);
      const held = present && (present.value as unknown as Claim);
      const dead = held?.answer === null && held.atMs < deadBeforeMs && held.requestHash === claim.requestHash;
      if (held !== undefined && !dead) return held;
      const result = await this.#backend.commit(this.#partition, [writeOver(present, key, { ...claim })]);
      if (result.kind === 'committed') return claim;
      if (result.kind === 'unknown') await attempts.afterUnknown(result.cause);
      else await attempts.afterConflict();
    }
  }

  async get(key: string): Promise<Claim | undefined> {
    return (await this.#backend.get(this.#partition, key))?.value as unknown as Claim | undefined;
  }

  async put(key: string, claim: Claim): Promise<void> {
    await writeRepeatably(this.#backend, this.#partition, [{ kind: 'upsert', row: key, value: { ...claim } }]);
  }

  async remove(key: string): Promise<void> {
    await writeRepeatably(this.#backend, this.#partition, [{ kind: 'delete', row: key }]);
  }

  async forgetAnswers(): Promise<void> {
    for await (const { row, value } of allRows(this.#backend, this.#partition, { from: '!', to: '~' }))
      if (value.answer !== null) await this.remove(row);
  }

  async forgetBefore(ms: number): Promise<void> {
    for await (const { row, value } of allRows(this.#backend, this.#partition, { from: '!', to: '~' }))
      if (Number(value.atMs) < ms) await this.remove(row);
  }
}
