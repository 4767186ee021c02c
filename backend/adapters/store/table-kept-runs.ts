import type { BulkRuns } from '../../ports/bulk-runs.ts';
import type { Imports } from '../../ports/imports.ts';
import type { KeptRuns } from '../../ports/kept-runs.ts';
import { afterPrefix, type Partition, type TableBackend } from '../../ports/table-backend.ts';
import { tenantPartition } from './keys.ts';
import { allRows, writeRepeatably } from './simple-rows.ts';

/** Well below what a row holds, whatever the characters. */
const charactersInRow = 250_000;

export function tableImports(backend: TableBackend): Imports {
  return new TableKeptRuns(backend, 'import');
}

export function tableBulkRuns(backend: TableBackend): BulkRuns {
  return new TableKeptRuns(backend, 'bulk-run');
}

/** A row a run; its lists lie in a partition of its own, in pieces that are named by their order. */
class TableKeptRuns<R extends { id: string; at: string }, P extends object> implements KeptRuns<R, P> {
  readonly #backend: TableBackend;
  readonly #name: string;
  readonly #tenant: string;

  constructor(backend: TableBackend, name: string, tenant = 'local') {
    this.#backend = backend;
    this.#name = name;
    this.#tenant = tenant;
  }

  async put(record: R): Promise<void> {
    await writeRepeatably(this.#backend, this.#records(), [{ kind: 'upsert', row: record.id, value: { ...record } }]);
  }

  async get(id: string): Promise<R | undefined> {
    const row = await this.#backend.get(this.#records(), id);
    return row && (row.value as unknown as R);
  }

  async remove(id: string): Promise<void> {
    await this.#removeRows(id, await this.#rowsOf(id));
    await writeRepeatably(this.#backend, this.#records(), [{ kind: 'delete', row: id }]);
  }

  async all(): Promise<R[]> {
    const records: R[] = [];
    for await (const { value } of allRows(this.#backend, this.#records(), { from: '!', to: '~' }))
      records.push(value as unknown as R);
    return records.sort((a, b) => (a.at < b.at ? 1 : -1));
  }

  async putParts<K extends keyof P & string>(id: string, kind: K, items: readonly P[K][]): Promise<void> {
    const kept = await this.#rowsOf(id, kind);
    const written = await this.#write(id, kind, 0, items);
    await this.#removeRows(
      id,
      kept.filter((row) => !written.includes(row)),
    );
  }

  async addParts<K extends keyof P & string>(id: string, kind: K, from: number, items: readonly P[K][]): Promise<void> {
    await this.#write(id, kind, from, items);
  }

  async parts<K extends keyof P & string>(id: string, kind: K): Promise<P[K][]> {
    const items: P[K][] = [];
    for await (const { value } of allRows(this.#backend, this.#place(id), boundsOf(kind)))
      items.push(...(value.items as P[K][]));
    return items;
  }

  /** Answers the names of the rows. */
  async #write(id: string, kind: string, from: number, items: readonly unknown[]): Promise<string[]> {
    const written: string[] = [];
    let first = from;
    for (const piece of piecesOf(items)) {
      const row = `${kind}|${String(first).padStart(8, '0')}`;
      await writeRepeatably(this.#backend, this.#place(id), [{ kind: 'upsert', row, value: { items: piece } }]);
      written.push(row);
      first += piece.length;
    }
    return written;
  }

  async #removeRows(id: string, rows: string[]): Promise<void> {
    for (const row of rows) await writeRepeatably(this.#backend, this.#place(id), [{ kind: 'delete', row }]);
  }

  async #rowsOf(id: string, kind?: string): Promise<string[]> {
    const names: string[] = [];
    const bounds = kind === undefined ? { from: '!', to: '~' } : boundsOf(kind);
    for await (const { row } of allRows(this.#backend, this.#place(id), bounds)) names.push(row);
    return names;
  }

  #records(): Partition {
    return tenantPartition('sync', this.#tenant, `${this.#name}s`);
  }

  #place(id: string): Partition {
    return tenantPartition('sync', this.#tenant, `${this.#name}|${id}`);
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

function boundsOf(kind: string): { from: string; to: string } {
  return { from: `${kind}|`, to: afterPrefix(`${kind}|`) };
}
