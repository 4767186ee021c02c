import type { Conversation, Conversations, Errand, PostedCard } from '../../ports/conversations.ts';
import { afterPrefix, type Partition, type RowValue, type TableBackend } from '../../ports/table-backend.ts';
import { safeKey, sha256, shardName, tenantPartition } from './keys.ts';
import { allRows, writeRepeatably } from './simple-rows.ts';

/** Where the bot may write and what it wrote there, in table `bot`. */
export class TableConversations implements Conversations {
  readonly #backend: TableBackend;
  readonly #tenant: string;

  constructor(backend: TableBackend, tenant = 'local') {
    this.#backend = backend;
    this.#tenant = tenant;
  }

  async put(conversation: Conversation): Promise<void> {
    await this.#upsert(this.#places(), safeKey(conversation.id), { ...conversation });
  }

  async remove(id: string): Promise<void> {
    await writeRepeatably(this.#backend, this.#places(), [{ kind: 'delete', row: safeKey(id) }]);
  }

  async get(id: string): Promise<Conversation | undefined> {
    const row = await this.#backend.get(this.#places(), safeKey(id));
    return row && (row.value as unknown as Conversation);
  }

  async all(): Promise<Conversation[]> {
    return this.#read<Conversation>(this.#places(), { from: '!', to: '\u007f' });
  }

  async putCard(card: PostedCard): Promise<void> {
    const place = sha256(JSON.stringify([card.kind, card.conversationId])).slice(0, 32);
    await this.#upsert(this.#cards(card.caseId), `${card.caseId}|${place}`, { ...card });
  }

  async cards(caseId: string): Promise<PostedCard[]> {
    const prefix = `${caseId}|`;
    return this.#read<PostedCard>(this.#cards(caseId), { from: prefix, to: afterPrefix(prefix) });
  }

  async putErrand(errand: Errand): Promise<void> {
    await this.#upsert(this.#errands(), safeKey(errand.order), { ...errand });
  }

  async removeErrand(order: string): Promise<void> {
    await writeRepeatably(this.#backend, this.#errands(), [{ kind: 'delete', row: safeKey(order) }]);
  }

  async errands(): Promise<Errand[]> {
    return this.#read<Errand>(this.#errands(), { from: '!', to: '\u007f' });
  }

  async announcedUntil(shard: number): Promise<number> {
    const row = await this.#backend.get(this.#progress(), shardName(shard));
    return Number(row?.value.seq ?? 0);
  }

  async setAnnouncedUntil(shard: number, seq: number): Promise<void> {
    await this.#upsert(this.#progress(), shardName(shard), { seq });
  }

  async #read<T>(partition: Partition, bounds: { from: string; to: string }): Promise<T[]> {
    const found: T[] = [];
    for await (const row of allRows(this.#backend, partition, bounds)) found.push(row.value as unknown as T);
    return found;
  }

  #upsert(partition: Partition, row: string, value: RowValue): Promise<void> {
    return writeRepeatably(this.#backend, partition, [{ kind: 'upsert', row, value }]);
  }

  #places(): Partition {
    return tenantPartition('bot', this.#tenant, 'conversations');
  }

  #cards(caseId: string): Partition {
    return tenantPartition('bot', this.#tenant, `cards|${caseId.slice(0, 2)}`);
  }

  #errands(): Partition {
    return tenantPartition('bot', this.#tenant, 'errands');
  }

  #progress(): Partition {
    return tenantPartition('bot', this.#tenant, 'announced');
  }
}
