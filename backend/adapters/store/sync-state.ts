import type { Instant } from '../../domain/mail/mail.ts';
import type { MailboxSilence, MailLoop, MailSubscription, SyncState } from '../../ports/sync-state.ts';
import { afterPrefix, type Partition, type RowValue, type TableBackend } from '../../ports/table-backend.ts';
import { safeKey, tenantPartition } from './keys.ts';
import { allRows, writeRepeatably } from './simple-rows.ts';

const rows = {
  delta: (mailbox: string) => `delta|${safeKey(mailbox)}`,
  swept: (mailbox: string) => `swept|${safeKey(mailbox)}`,
  loop: (mailbox: string) => `loop|${safeKey(mailbox)}`,
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

  subscriptions(): Promise<MailSubscription[]> {
    return this.#all('sub|');
  }

  async putSubscription(subscription: MailSubscription): Promise<void> {
    await this.#put(rows.subscription(subscription.id), { ...subscription });
  }

  async removeSubscription(id: string): Promise<void> {
    await this.#remove(rows.subscription(id));
  }

  silences(): Promise<MailboxSilence[]> {
    return this.#all('silence|');
  }

  async putSilence(silence: MailboxSilence): Promise<void> {
    await this.#put(rows.silence(silence.mailbox), { ...silence });
  }

  async removeSilence(mailbox: string): Promise<void> {
    await this.#remove(rows.silence(mailbox));
  }

  loops(): Promise<MailLoop[]> {
    return this.#all('loop|');
  }

  async putLoop(loop: MailLoop): Promise<void> {
    await this.#put(rows.loop(loop.mailbox), { ...loop });
  }

  async removeLoop(mailbox: string): Promise<void> {
    await this.#remove(rows.loop(mailbox));
  }

  async #all<T>(prefix: string): Promise<T[]> {
    const found: T[] = [];
    for await (const { value } of allRows(this.#backend, this.#partition, { from: prefix, to: afterPrefix(prefix) }))
      found.push(value as unknown as T);
    return found;
  }

  async #put(row: string, value: RowValue): Promise<void> {
    await writeRepeatably(this.#backend, this.#partition, [{ kind: 'upsert', row, value }]);
  }

  async #remove(row: string): Promise<void> {
    await writeRepeatably(this.#backend, this.#partition, [{ kind: 'delete', row }]);
  }

  async #readText(row: string): Promise<string | null> {
    const value = (await this.#backend.get(this.#partition, row))?.value.text;
    return typeof value === 'string' ? value : null;
  }

  async #writeText(row: string, mailbox: string, text: string | null): Promise<void> {
    await this.#put(row, { mailbox, text });
  }
}
