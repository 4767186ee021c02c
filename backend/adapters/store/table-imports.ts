import type { ImportParts, ImportRecord, Imports } from '../../ports/imports.ts';
import { afterPrefix, type Partition, type TableBackend } from '../../ports/table-backend.ts';
import { tenantPartition } from './keys.ts';
import { allRows, writeRepeatably } from './simple-rows.ts';

/** Well below what a row holds, whatever the characters. */
const charactersInRow = 250_000;

/** A row an import; its file and its results lie in partitions of their own, in pieces. */
export class TableImports implements Imports {
  readonly #backend: TableBackend;
  readonly #tenant: string;

  constructor(backend: TableBackend, tenant = 'local') {
    this.#backend = backend;
    this.#tenant = tenant;
  }

  async put(record: ImportRecord): Promise<void> {
    await writeRepeatably(this.#backend, this.#records(), [{ kind: 'upsert', row: record.id, value: { ...record } }]);
  }

  async get(id: string): Promise<ImportRecord | undefined> {
    const row = await this.#backend.get(this.#records(), id);
    return row && (row.value as unknown as ImportRecord);
  }

  async remove(id: string): Promise<void> {
    await this.putParts(id, 'rows', []);
    await this.putParts(id, 'results', []);
    await writeRepeatably(this.#backend, this.#records(), [{ kind: 'delete', row: id }]);
  }

  async all(): Promise<ImportRecord[]> {
    const records: ImportRecord[] = [];
    for await (const { value } of allRows(this.#backend, this.#records(), { from: '!', to: '~' }))
      records.push(value as unknown as ImportRecord);
    return records.sort((a, b) => (a.at < b.at ? 1 : -1));
  }

  async putParts<K extends keyof ImportParts>(id: string, kind: K, items: readonly ImportParts[K][]): Promise<void> {
    const pieces = piecesOf(items);
    const kept = await this.#namesOf(id, kind);
    for (const [n, piece] of pieces.entries()) {
      const row = nameOf(kind, n);
      await writeRepeatably(this.#backend, this.#place(id), [{ kind: 'upsert', row, value: { items: piece } }]);
    }
    for (const row of kept.slice(pieces.length)) {
      await writeRepeatably(this.#backend, this.#place(id), [{ kind: 'delete', row }]);
    }
  }

  async parts<K extends keyof ImportParts>(id: string, kind: K): Promise<ImportParts[K][]> {
    const items: ImportParts[K][] = [];
    for await (const { value } of allRows(this.#backend, this.#place(id), boundsOf(kind)))
      items.push(...(value.items as ImportParts[K][]));
    return items;
  }

  async #namesOf(id: string, kind: keyof ImportParts): Promise<string[]> {
    const names: string[] = [];
    for await (const { row } of allRows(this.#backend, this.#place(id), boundsOf(kind))) names.push(row);
    return names;
  }

  #records(): Partition {
    return tenantPartition('sync', this.#tenant, 'imports');
  }

  #place(id: string): Partition {
    return tenantPartition('sync', this.#tenant, `import|${id}`);
  }
}

function piecesOf<T>(items: readonly T[]): T[][] {
  const pieces: T[][] = [];
  let room = 0;
  for (const item of items) {
    const size = JSON.stringify(item).length;
    if (size > room) {
      pieces.push([]);
      room = charactersInRow;
    }
    pieces.at(-1)?.push(item);
    room -= size;
  }
  return pieces;
}

function nameOf(kind: keyof ImportParts, n: number): string {
  return `${kind}|${String(n).padStart(6, '0')}`;
}

function boundsOf(kind: keyof ImportParts): { from: string; to: string } {
  return { from: `${kind}|`, to: afterPrefix(`${kind}|`) };
}
