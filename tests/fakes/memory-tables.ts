import type {
  CommitResult,
  Partition,
  Row,
  RowOperation,
  RowValue,
  TableBackend,
} from '../../backend/ports/table-backend.ts';
import { checkCommit, checkKey } from '../../backend/ports/table-limits.ts';

interface Stored {
  text: string;
  etag: string;
}

/** The whole contract of the port, kept in memory. Stores opened over the same instance share the data. */
export class MemoryTables implements TableBackend {
  readonly #partitions = new Map<string, Map<string, Stored>>();
  #etag = 0;

  async commit(partition: Partition, operations: RowOperation[]): Promise<CommitResult> {
    const texts = checkCommit(partition.key, operations);
    const rows = this.#rows(partition);
    const failed = operations.find((operation) => !holds(operation, rows.get(operation.row)));
    if (failed) return { kind: 'conflict', why: failed.kind === 'create' ? 'exists' : 'stale', row: failed.row };
    const etags: Record<string, string> = {};
    for (const [i, { kind, row }] of operations.entries()) {
      if (kind === 'delete') {
        rows.delete(row);
        continue;
      }
      const etag = String(++this.#etag);
      rows.set(row, { text: texts[i] ?? '', etag });
      etags[row] = etag;
    }
    return { kind: 'committed', etags };
  }

  async get(partition: Partition, row: string): Promise<Row | undefined> {
    checkKey(partition.key);
    checkKey(row);
    const stored = this.#rows(partition).get(row);
    return stored && toRow(row, stored);
  }

  async range(partition: Partition, bounds: { from?: string; to?: string; limit?: number }): Promise<Row[]> {
    checkKey(partition.key);
    const { from = '', to, limit = 1_000 } = bounds;
    return [...this.#rows(partition)]
      .filter(([row]) => row >= from && (to === undefined || row < to))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .slice(0, limit)
      .map(([row, stored]) => toRow(row, stored));
  }

  /** Every row as it is stored, with its place, for looking whether something is left anywhere. */
  stored(): string[] {
    return [...this.#partitions].flatMap(([place, rows]) =>
      [...rows].map(([row, { text }]) => `${place} ${row} ${text}`),
    );
  }

  async ping(): Promise<void> {}

  async close(): Promise<void> {}

  #rows({ table, key }: Partition): Map<string, Stored> {
    const name = `${table}/${key}`;
    const rows = this.#partitions.get(name) ?? new Map<string, Stored>();
    this.#partitions.set(name, rows);
    return rows;
  }
}

function holds(operation: RowOperation, stored: Stored | undefined): boolean {
  if (operation.kind === 'create') return stored === undefined;
  if (operation.kind === 'upsert' || operation.ifMatch === undefined) return true;
  return stored?.etag === operation.ifMatch;
}

function toRow(row: string, { text, etag }: Stored): Row {
  return { row, value: JSON.parse(text) as RowValue, etag };
}
