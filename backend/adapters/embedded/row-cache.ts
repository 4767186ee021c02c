import type { Partition } from '../../ports/table-backend.ts';

/** What is stored of a row, still as text: each reader gets values of its own. */
export interface StoredRow {
  value: string;
  etag: string;
}

const mostCharacters = 16_000_000;

/**
 * Rows as they were last read or written here, and rows that are known not to be there. The owner clears it whenever
 * another connection has changed the file. Those written or read from the file longest ago go first, half of all at a
 * time: to look for the oldest each time would take longer than to read it again.
 */
export class RowCache {
  #newer = new Map<string, StoredRow | null>();
  #older: ReadonlyMap<string, StoredRow | null> = new Map();
  #newerCharacters = 0;
  #olderCharacters = 0;
  hits = 0;
  misses = 0;
  readonly mostBytes = mostCharacters;

  /** A character takes one byte in nearly all of what is stored. */
  get bytes(): number {
    return this.#newerCharacters + this.#olderCharacters;
  }

  /** Null for a row that is not there; undefined when that is not known. */
  get(name: string): StoredRow | null | undefined {
    const newer = this.#newer.get(name);
    const stored = newer === undefined ? this.#older.get(name) : newer;
    if (stored === undefined) this.misses += 1;
    else this.hits += 1;
    return stored;
  }

  has(name: string): boolean {
    return this.#newer.has(name) || this.#older.has(name);
  }

  set(name: string, stored: StoredRow | null): void {
    const before = this.#newer.get(name);
    if (before !== undefined) this.#newerCharacters -= sizeOf(name, before);
    this.#newer.set(name, stored);
    this.#newerCharacters += sizeOf(name, stored);
    if (this.#newerCharacters <= mostCharacters / 2) return;
    this.#older = this.#newer;
    this.#olderCharacters = this.#newerCharacters;
    this.#newer = new Map();
    this.#newerCharacters = 0;
  }

  clear(): void {
    this.#newer = new Map();
    this.#older = new Map();
    this.#newerCharacters = 0;
    this.#olderCharacters = 0;
  }
}

/** What a row is kept by. */
export function rowName({ table, key }: Partition, row: string): string {
  return `${table}\n${key}\n${row}`;
}

function sizeOf(name: string, stored: StoredRow | null): number {
  return name.length + (stored?.value.length ?? 0) + 100;
}
