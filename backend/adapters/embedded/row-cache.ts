import type { Partition } from '../../ports/table-backend.ts';

/** What is stored of a row, still as text: each reader gets values of its own. */
export interface StoredRow {
  value: string;
  etag: string;
}

const mostCharacters = 16_000_000;

/**
 * Rows as they were last read or written here, and rows that are known not to be there. The owner clears it whenever
 * another connection has changed the file. Those written or read from the file longest ago go first.
 */
export class RowCache {
  readonly #rows = new Map<string, StoredRow | null>();
  #characters = 0;
  hits = 0;
  misses = 0;
  readonly mostBytes = mostCharacters;

  /** A character takes one byte in nearly all of what is stored. */
  get bytes(): number {
    return this.#characters;
  }

  /** Null for a row that is not there; undefined when that is not known. */
  get(name: string): StoredRow | null | undefined {
    const stored = this.#rows.get(name);
    if (stored === undefined) this.misses += 1;
    else this.hits += 1;
    return stored;
  }

  has(name: string): boolean {
    return this.#rows.has(name);
  }

  set(name: string, stored: StoredRow | null): void {
    this.#remove(name);
    this.#rows.set(name, stored);
    this.#characters += sizeOf(name, stored);
    for (const oldest of this.#rows.keys()) {
      if (this.#characters <= mostCharacters) return;
      this.#remove(oldest);
    }
  }

  clear(): void {
    this.#rows.clear();
    this.#characters = 0;
  }

  #remove(name: string): void {
    const stored = this.#rows.get(name);
    if (stored === undefined) return;
    this.#rows.delete(name);
    this.#characters -= sizeOf(name, stored);
  }
}

/** What a row is kept by. */
export function rowName({ table, key }: Partition, row: string): string {
  return `${table}\n${key}\n${row}`;
}

function sizeOf(name: string, stored: StoredRow | null): number {
  return name.length + (stored?.value.length ?? 0) + 100;
}
