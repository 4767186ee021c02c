import type { CaseNumbers } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/system.ts';
import type { TableBackend } from '../../ports/table-backend.ts';
import { Attempts } from './attempts.ts';
import { tenantPartition } from './keys.ts';
import { writeOver } from './simple-rows.ts';

const firstNumber = 1_001;
const largestBlock = 64;
/** A block that lasts longer than this was large enough; the next one begins at 1 again. */
const stormMs = 1_000;
const row = 'numbers';

/**
 * Numbers in blocks that belong to this process. Blocks grow while numbers are asked for quickly, so that a storm does
 * not wait for one write a case, and hold a single number otherwise, so that a restart on a quiet day leaves no gap.
 */
export class TableCaseNumbers implements CaseNumbers {
  readonly #backend: TableBackend;
  readonly #tenant: string;
  readonly #clock: Clock;
  #free: number[] = [];
  #block = 1;
  #reservedAt = Number.NEGATIVE_INFINITY;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(backend: TableBackend, clock: Clock, tenant = 'local') {
    this.#backend = backend;
    this.#clock = clock;
    this.#tenant = tenant;
  }

  next(): Promise<string> {
    const mine = this.#turn.then(() => this.#take());
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  async #take(): Promise<string> {
    if (this.#free.length === 0) await this.#reserve();
    return `HC-${this.#free.shift()}`;
  }

  async #reserve(): Promise<void> {
    const now = this.#clock.nowMs();
    const size = now - this.#reservedAt < stormMs ? Math.min(this.#block * 2, largestBlock) : 1;
    const first = await this.claim(size);
    this.#free = Array.from({ length: size }, (_, i) => first + i);
    this.#block = size;
    this.#reservedAt = now;
  }

  /**
   * The first of `size` numbers that are nobody else's. A claim whose answer was lost is made again, which may leave a
   * gap and never gives a number twice.
   */
  async claim(size: number): Promise<number> {
    const partition = tenantPartition('core', this.#tenant, 'meta');
    const attempts = new Attempts();
    for (;;) {
      const present = await this.#backend.get(partition, row);
      const next = present === undefined ? firstNumber : Number(present.value.next);
      const result = await this.#backend.commit(partition, [writeOver(present, row, { next: next + size })]);
      if (result.kind === 'committed') return next;
      if (result.kind === 'unknown') await attempts.afterUnknown(result.cause);
      else await attempts.afterConflict();
    }
  }
}
