import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../../domain/failure.ts';
import type { AiSpending, Spent } from '../../ports/ai-spending.ts';
import type { TokenUse } from '../../ports/language-model.ts';
import { afterPrefix, type Partition, type RowValue, type TableBackend } from '../../ports/table-backend.ts';
import { Attempts } from './attempts.ts';
import { safeKey, tenantPartition } from './keys.ts';
import { allRows, writeOver } from './simple-rows.ts';

const dayRow = (day: string) => `day|${safeKey(day)}`;
const caseRow = (caseId: string) => `case|${safeKey(caseId)}`;

/** Counters as rows of table `core`, changed only where nobody else changed them meanwhile. */
export class TableAiSpending implements AiSpending {
  readonly #backend: TableBackend;
  readonly #days: Partition;
  readonly #cases: Partition;

  constructor(backend: TableBackend, tenant = 'local') {
    this.#backend = backend;
    this.#days = tenantPartition('core', tenant, 'ai-days');
    this.#cases = tenantPartition('core', tenant, 'ai-cases');
  }

  async reserve(day: string, tokens: number, limit: number, deadlineMs: number): Promise<boolean> {
    const reserved = this.#change(this.#days, dayRow(day), day, (spent) => {
      if (spent.input + spent.output + spent.reserved + tokens > limit) return null;
      return { ...spent, reserved: spent.reserved + tokens };
    });
    const waited = new AbortController();
    const late = sleep(deadlineMs, undefined, { signal: waited.signal }).then(
      () => Promise.reject(new Failure('unavailable', 'Tokens could not be counted in time.')),
      () => false,
    );
    try {
      return await Promise.race([reserved, late]);
    } finally {
      waited.abort();
      reserved.catch(() => undefined);
    }
  }

  async settle(
    day: string,
    reserved: number,
    used: TokenUse | null,
    costMicros: number,
    caseId: string | null,
  ): Promise<void> {
    const added = (spent: Spent): Spent => ({
      ...spent,
      calls: spent.calls + 1,
      input: spent.input + (used?.input ?? 0),
      output: spent.output + (used?.output ?? 0),
      costMicros: spent.costMicros + costMicros,
    });
    await this.#change(this.#days, dayRow(day), day, (spent) => ({
      ...added(spent),
      reserved: Math.max(0, spent.reserved - (used === null ? 0 : reserved)),
    }));
    if (caseId !== null) await this.#change(this.#cases, caseRow(caseId), caseId, added);
  }

  async ofDays(from: string, to: string): Promise<Spent[]> {
    const found: Spent[] = [];
    const bounds = { from: dayRow(from), to: afterPrefix(dayRow(to)) };
    for await (const { value } of allRows(this.#backend, this.#days, bounds)) found.push(asSpent(value));
    return found;
  }

  async ofCase(caseId: string): Promise<Spent | null> {
    const row = await this.#backend.get(this.#cases, caseRow(caseId));
    return row === undefined ? null : asSpent(row.value);
  }

  /** False where `next` refuses. @throws Failure `unavailable` */
  async #change(partition: Partition, row: string, of: string, next: (spent: Spent) => Spent | null): Promise<boolean> {
    const attempts = new Attempts();
    const writer = randomUUID();
    for (;;) {
      const present = await this.#backend.get(partition, row);
      // A write whose answer was lost finds its own mark.
      if (present?.value.writer === writer) return true;
      const before = present === undefined ? nothing(of) : asSpent(present.value);
      const after = next(before);
      if (after === null) return false;
      const result = await this.#backend.commit(partition, [writeOver(present, row, { ...after, writer })]);
      if (result.kind === 'committed') return true;
      if (result.kind === 'unknown') await attempts.afterUnknown(result.cause);
      else await attempts.afterConflict();
    }
  }
}

function nothing(of: string): Spent {
  return { of, calls: 0, input: 0, output: 0, costMicros: 0, reserved: 0 };
}

/** Rows are written by this class alone. */
function asSpent(value: RowValue): Spent {
  const { writer: _, ...spent } = value;
  return spent as unknown as Spent;
}
