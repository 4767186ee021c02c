import type { Instant } from '../../domain/mail/mail.ts';
import type { Mention, Mentions } from '../../ports/mentions.ts';
import type { Partition, TableBackend } from '../../ports/table-backend.ts';
import { countdown, safeKey, tenantPartition } from './keys.ts';
import { writeRepeatably } from './simple-rows.ts';

/** A partition a person in table `sync`, the newest first. */
export class TableMentions implements Mentions {
  readonly #backend: TableBackend;
  readonly #tenant: string;

  constructor(backend: TableBackend, tenant = 'local') {
    this.#backend = backend;
    this.#tenant = tenant;
  }

  async note(agentId: string, mention: Mention): Promise<void> {
    const row = `${countdown(mention.at)}|${mention.entry}`;
    await writeRepeatably(this.#backend, this.#place(agentId), [{ kind: 'upsert', row, value: { ...mention } }]);
  }

  async since(agentId: string, since: Instant, limit: number): Promise<Mention[]> {
    const rows = await this.#backend.range(this.#place(agentId), { to: `${countdown(since)}~`, limit });
    return rows.map(({ value }) => value as unknown as Mention);
  }

  #place(agentId: string): Partition {
    return tenantPartition('sync', this.#tenant, `mentions|${safeKey(agentId)}`);
  }
}
