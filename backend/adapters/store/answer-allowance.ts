import type { Instant } from '../../domain/mail/mail.ts';
import type { AnswerAllowance } from '../../ports/answer-allowance.ts';
import type { Partition, TableBackend } from '../../ports/table-backend.ts';
import { Attempts } from './attempts.ts';
import { sha256, tenantPartition } from './keys.ts';
import { writeOver, writeRepeatably } from './simple-rows.ts';

/** Who last got an automatic mail, in table `link`, by the hash of the key. */
export class TableAnswerAllowance implements AnswerAllowance {
  readonly #backend: TableBackend;
  readonly #tenant: string;

  constructor(backend: TableBackend, tenant = 'local') {
    this.#backend = backend;
    this.#tenant = tenant;
  }

  async take(key: string, holder: string, now: Instant, notSince: Instant): Promise<boolean> {
    const { partition, row } = this.#place(key);
    const attempts = new Attempts();
    for (;;) {
      const present = await this.#backend.get(partition, row);
      if (present?.value.holder === holder) return true;
      if (present !== undefined && String(present.value.at) > notSince) return false;
      const result = await this.#backend.commit(partition, [writeOver(present, row, { holder, at: now })]);
      if (result.kind === 'committed') return true;
      if (result.kind === 'unknown') await attempts.afterUnknown(result.cause);
      else await attempts.afterConflict();
    }
  }

  async forget(key: string): Promise<void> {
    const { partition, row } = this.#place(key);
    await writeRepeatably(this.#backend, partition, [{ kind: 'delete', row }]);
  }

  #place(key: string): { partition: Partition; row: string } {
    const hash = sha256(key);
    return { partition: tenantPartition('link', this.#tenant, hash.slice(0, 2)), row: `auto|${hash}` };
  }
}
