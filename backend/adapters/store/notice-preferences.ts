import { randomUUID } from 'node:crypto';
import type { Versioned } from '../../domain/case/case.ts';
import { Failure } from '../../domain/failure.ts';
import { type NoticePreferences, usualPreferences } from '../../domain/notices/preferences.ts';
import type { PreferenceStore } from '../../ports/notice-preferences.ts';
import type { Partition, Row, TableBackend } from '../../ports/table-backend.ts';
import { Attempts } from './attempts.ts';
import { sha256, tenantPartition } from './keys.ts';
import { writeOver } from './simple-rows.ts';

/** A row a person, in table `core`. One that was never written reads as the usual preferences, at version 0. */
export class TablePreferences implements PreferenceStore {
  readonly #backend: TableBackend;
  readonly #partition: Partition;

  constructor(backend: TableBackend, tenant = 'local') {
    this.#backend = backend;
    this.#partition = tenantPartition('core', tenant, 'told');
  }

  async read(agentId: string): Promise<Versioned<NoticePreferences>> {
    return preferencesIn(await this.#backend.get(this.#partition, sha256(agentId)));
  }

  async write(agentId: string, preferences: NoticePreferences, ifMatch: string): Promise<Versioned<NoticePreferences>> {
    const attempts = new Attempts();
    const writer = randomUUID();
    const name = sha256(agentId);
    for (;;) {
      const present = await this.#backend.get(this.#partition, name);
      const current = preferencesIn(present);
      // A write whose answer was lost finds its own mark.
      if (present?.value.writer === writer) return current;
      if (current.etag !== ifMatch) {
        throw new Failure('stale', 'Your notifications were changed meanwhile, perhaps in another window.', {
          current,
        });
      }
      const etag = String(Number(current.etag) + 1);
      const value = { agentId, preferences, version: Number(etag), writer };
      const result = await this.#backend.commit(this.#partition, [writeOver(present, name, value)]);
      if (result.kind === 'committed') return { value: preferences, etag };
      if (result.kind === 'unknown') await attempts.afterUnknown(result.cause);
      else await attempts.afterConflict();
    }
  }
}

/** Kinds that came after the row was written are told as usual. */
function preferencesIn(row: Row | undefined): Versioned<NoticePreferences> {
  if (row === undefined) return { value: structuredClone(usualPreferences), etag: '0' };
  const said = row.value.preferences as NoticePreferences;
  const channels = { ...usualPreferences.channels, ...said.channels };
  return { value: { ...said, channels }, etag: String(row.value.version) };
}
