import type { Instant, KeptFile } from '../../domain/mail/mail.ts';
import type { AwaitedFiles, MessageFiles } from '../../ports/message-files.ts';
import { afterPrefix, type Partition, type TableBackend } from '../../ports/table-backend.ts';
import { tenantPartition } from './keys.ts';
import { allRows, writeRepeatably } from './simple-rows.ts';

const awaited = 'await|';
const file = (messageId: string) => `files|${messageId}`;

/** What is awaited lies in one partition of table `sync`, what is known beside the mail decisions in table `link`. */
export class TableMessageFiles implements MessageFiles {
  readonly #backend: TableBackend;
  readonly #tenant: string;
  readonly #queue: Partition;

  constructor(backend: TableBackend, tenant = 'local') {
    this.#backend = backend;
    this.#tenant = tenant;
    this.#queue = tenantPartition('sync', tenant, 'files');
  }

  async expect(files: Omit<AwaitedFiles, 'attempts'>): Promise<void> {
    await this.#put({ ...files, attempts: 0 });
  }

  async due(now: Instant, limit: number): Promise<AwaitedFiles[]> {
    const due: AwaitedFiles[] = [];
    for await (const { value } of allRows(this.#backend, this.#queue, { from: awaited, to: afterPrefix(awaited) })) {
      const files = value as unknown as AwaitedFiles;
      if (files.notBefore <= now) due.push(files);
      if (due.length === limit) break;
    }
    return due;
  }

  async postpone(files: AwaitedFiles, notBefore: Instant): Promise<void> {
    await this.#put({ ...files, attempts: files.attempts + 1, notBefore });
  }

  async settle(messageId: string, files: Record<string, KeptFile>): Promise<void> {
    const value = { files: { ...(await this.of(messageId)), ...files } };
    await writeRepeatably(this.#backend, this.#partition(messageId), [{ kind: 'upsert', row: file(messageId), value }]);
    await writeRepeatably(this.#backend, this.#queue, [{ kind: 'delete', row: awaited + messageId }]);
  }

  async forget(messageId: string): Promise<void> {
    await writeRepeatably(this.#backend, this.#queue, [{ kind: 'delete', row: awaited + messageId }]);
    await writeRepeatably(this.#backend, this.#partition(messageId), [{ kind: 'delete', row: file(messageId) }]);
  }

  async of(messageId: string): Promise<Record<string, KeptFile>> {
    const row = await this.#backend.get(this.#partition(messageId), file(messageId));
    return (row?.value.files ?? {}) as Record<string, KeptFile>;
  }

  async #put(files: AwaitedFiles): Promise<void> {
    const row = awaited + files.messageId;
    await writeRepeatably(this.#backend, this.#queue, [{ kind: 'upsert', row, value: { ...files } }]);
  }

  #partition(messageId: string): Partition {
    return tenantPartition('link', this.#tenant, messageId.slice(0, 2));
  }
}
