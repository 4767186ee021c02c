import type { Instant } from '../../domain/mail/mail.ts';
import type { MailboxSilence, MailSubscription, SyncState } from '../../ports/sync-state.ts';
import { afterPrefix, type Partition, type TableBackend } from '../../ports/table-backend.ts';
import { safeKey, tenantPartition } from './keys.ts';
import { allRows, writeRepeatably } from './simple-rows.ts';

const rows = {
  delta: (mailbox: string) => `delta|${safeKey(mailbox)}`,
  swept: (mailbox: string) => `swept|${safeKey(mailbox)}`,
  silence: (mailbox: string) => `silence|${safeKey(mailbox)}`,
  subscription: (id: string) => `sub|${safeKey(id)}`,
};

/** How far the mailboxes have been read, in one partition of table `sync`. */
export class TableSyncState implements SyncState {
  readonly #backend: TableBackend;
  readonly #partition: Partition;

  constructor(backend: TableBackend, tenant = 'local') {
    this.#backend = backend;
    this.#partition = tenantPartition('sync', tenant, 'graph');
  }

  async deltaCursor(mailbox: string): Promise<string | null> {
    return this.#readText(rows.delta(mailbox));
  }

  async setDeltaCursor(mailbox: string, cursor: string | null): Promise<void> {
    await this.#writeText(rows.delta(mailbox), mailbox, cursor);
  }

  async sweptUntil(mailbox: string): Promise<Instant | null> {
    return this.#readText(rows.swept(mailbox));
  }

  async setSweptUntil(mailbox: string, until: Instant): Promise<void> {
    await this.#writeText(rows.swept(mailbox), mailbox, until);
  }

  async subscriptions(): Promise<MailSubscription[]> {
    const found: MailSubscription[] = [];
    for await (const row of allRows(this.#backend, this.#partition, { from: 'sub|', to: afterPrefix('sub|') })) {
      found.push(row.value as unknown as MailSubscription);
    }
    return found;
  }

  async putSubscription(subscription: MailSubscription): Promise<void> {
    const row = rows.subscription(subscription.id);
    await writeRepeatably(this.#backend, this.#partition, [{ kind: 'upsert', row, value: { ...subscription } }]);
  }

  async removeSubscription(id: string): Promise<void> {
    await writeRepeatably(this.#backend, this.#partition, [{ kind: 'delete', row: rows.subscription(id) }]);
  }

  async silences(): Promise<MailboxSilence[]> {
    const found: MailboxSilence[] = [];
    const bounds = { from: 'silence|', to: afterPrefix('silence|') };
    for await (const row of allRows(this.#backend, this.#partition, bounds)) {
      found.push(row.value as unknown as MailboxSilence);
    }
    return found;
  }

  async putSilence(silence: MailboxSilence): Promise<void> {
    const row = rows.silence(silence.mailbox);
    await writeRepeatably(this.#backend, this.#partition, [{ kind: 'upsert', row, value: { ...silence } }]);
  }

  async removeSilence(mailbox: string): Promise<void> {
    await writeRepeatably(this.#backend, this.#partition, [{ kind: 'delete', row: rows.silence(mailbox) }]);
  }

  async #readText(row: string): Promise<string | null> {
    const value = (await this.#backend.get(this.#partition, row))?.value.text;
    return typeof value === 'string' ? value : null;
  }

  async #writeText(row: string, mailbox: string, text: string | null): Promise<void> {
    await writeRepeatably(this.#backend, this.#partition, [{ kind: 'upsert', row, value: { mailbox, text } }]);
  }
}
