import type { AiRetries } from '../../ports/ai-retries.ts';
import type { Partition, TableBackend } from '../../ports/table-backend.ts';
import { safeKey, tenantPartition } from './keys.ts';
import { allRows, firstWriter, writeRepeatably } from './simple-rows.ts';

/** Cases to be asked about again, a row each in table `core`. */
export class TableAiRetries implements AiRetries {
  readonly #backend: TableBackend;
  readonly #partition: Partition;

  constructor(backend: TableBackend, tenant = 'local') {
    this.#backend = backend;
    this.#partition = tenantPartition('core', tenant, 'ai-retries');
  }

  async note(caseId: string, notBeforeMs: number): Promise<void> {
    await firstWriter(this.#backend, this.#partition, safeKey(caseId), { caseId, attempts: 0, notBeforeMs });
  }

  async due(nowMs: number, limit: number): Promise<{ caseId: string; attempts: number }[]> {
    const due: { caseId: string; attempts: number }[] = [];
    for await (const { value } of allRows(this.#backend, this.#partition, { from: ' ', to: '~~' })) {
      if (Number(value.notBeforeMs) <= nowMs)
        due.push({ caseId: String(value.caseId), attempts: Number(value.attempts) });
      if (due.length >= limit) break;
    }
    return due;
  }

  async again(caseId: string, attempts: number, notBeforeMs: number): Promise<void> {
    const value = { caseId, attempts, notBeforeMs };
    await writeRepeatably(this.#backend, this.#partition, [{ kind: 'upsert', row: safeKey(caseId), value }]);
  }

  async done(caseId: string): Promise<void> {
    await writeRepeatably(this.#backend, this.#partition, [{ kind: 'delete', row: safeKey(caseId) }]);
  }
}
