import type { AtCase } from '../../domain/presence/people.ts';
import type { PresenceBoard } from '../../ports/presence-board.ts';
import type { Clock } from '../../ports/system.ts';
import type { TableBackend } from '../../ports/table-backend.ts';
import { safeKey, tenantPartition } from './keys.ts';
import { writeRepeatably } from './simple-rows.ts';

/** A process that says nothing for so long is thought dead, and nobody is there on its word. */
const believedMs = 60_000;
const keptMs = 3_600_000;
const mostPeople = 2_000;

/** One small row a process. Best effort: what is lost is said again soon. */
export class PresenceRows implements PresenceBoard {
  readonly #backend: TableBackend;
  readonly #clock: Clock;
  readonly #process: string;
  readonly #tenant: string;

  constructor(backend: TableBackend, clock: Clock, process: string, tenant = 'local') {
    this.#backend = backend;
    this.#clock = clock;
    this.#process = safeKey(process);
    this.#tenant = tenant;
  }

  async say(people: AtCase[]): Promise<void> {
    const value = { atMs: this.#clock.nowMs(), people: people.slice(-mostPeople) };
    await writeRepeatably(this.#backend, this.#partition(), [{ kind: 'upsert', row: this.#process, value }]);
  }

  async others(): Promise<AtCase[]> {
    const now = this.#clock.nowMs();
    const rows = (await this.#backend.range(this.#partition(), {})).filter(({ row }) => row !== this.#process);
    const age = (row: (typeof rows)[number]) => now - Number(row.value.atMs);
    const dead = rows.filter((row) => age(row) > keptMs).slice(0, 100);
    if (dead.length > 0) {
      const deletes = dead.map(({ row }) => ({ kind: 'delete' as const, row }));
      await writeRepeatably(this.#backend, this.#partition(), deletes);
    }
    return rows.filter((row) => age(row) < believedMs).flatMap(({ value }) => value.people as AtCase[]);
  }

  #partition() {
    return tenantPartition('sync', this.#tenant, 'presence');
  }
}
