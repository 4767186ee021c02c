import { Failure } from '../../domain/failure.ts';
import type { Blobs } from '../../ports/blobs.ts';
import type { Learned, LearnedModels, LearnedNote } from '../../ports/learning.ts';
import type { Partition, TableBackend } from '../../ports/table-backend.ts';
import { sha256, tenantPartition } from './keys.ts';
import { writeRepeatably } from './simple-rows.ts';

const row = 'models';

/** The bytes lie among the blobs, a row of table `core` names the latest. */
export class TableLearnedModels implements LearnedModels {
  readonly #backend: TableBackend;
  readonly #blobs: Blobs;
  readonly #tenant: string;
  readonly #partition: Partition;

  constructor(backend: TableBackend, blobs: Blobs, tenant = 'local') {
    this.#backend = backend;
    this.#blobs = blobs;
    this.#tenant = tenant;
    this.#partition = tenantPartition('core', tenant, 'ai-learned');
  }

  async latest(): Promise<LearnedNote | null> {
    const found = await this.#backend.get(this.#partition, row);
    return found === undefined ? null : (found.value as unknown as LearnedNote);
  }

  async keep({ bytes, figures }: Learned, learnedAt: string): Promise<LearnedNote> {
    const key = sha256(`${learnedAt}|${Buffer.from(bytes).toString('base64')}`);
    await this.#blobs.put(this.#place(key), bytes);
    const note: LearnedNote = { key, figures, learnedAt };
    await writeRepeatably(this.#backend, this.#partition, [{ kind: 'upsert', row, value: { ...note } }]);
    return note;
  }

  async bytes({ key }: LearnedNote): Promise<Uint8Array> {
    const bytes = await this.#blobs.get(this.#place(key));
    if (bytes === undefined) throw new Failure('unavailable', 'The learned model is missing from the blobs.');
    return bytes;
  }

  #place(key: string): string {
    return `${this.#tenant}/learned/${key}`;
  }
}
