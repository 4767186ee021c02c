import { closeSync, fsyncSync, openSync } from 'node:fs';
import Database from 'libsql';
import type { Partition } from '../../ports/table-backend.ts';
import { keyIndex, tableOf } from './rows-schema.ts';

export interface NewRow extends Partition {
  row: string;
  /** The value, serialised. */
  text: string;
}

export interface NewRowsFile {
  add(rows: readonly NewRow[]): void;
  /** All rows of another file. */
  addFrom(path: string): void;
  close(): void;
  /** Makes the file what `openSqliteTables` opens, durable when it returns. @throws when two rows have the same key */
  finish(): void;
}

/** A call costs as much as a row, so each brings several. */
const rowsInCall = 20;
/** Any later write of the row gives it another one. */
const etag = 'new';

/**
 * A file of rows that nobody else has open, written without a journal and without an index: after a crash it is worth
 * nothing, and until it is finished nothing can be looked up in it.
 */
export function openNewRowsFile(path: string): NewRowsFile {
  const db = new Database(path);
  db.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = FILE; PRAGMA cache_size = -65536');
  db.exec(tableOf('rows'));
  const insert = (count: number) =>
    db.prepare(`INSERT INTO rows(tbl, part, row, value, etag) VALUES ${Array(count).fill(`(?, ?, ?, ?, '${etag}')`)}`);
  const [one, several] = [insert(1), insert(rowsInCall)];
  return {
    add(rows) {
      db.exec('BEGIN');
      let next = 0;
      for (; next + rowsInCall <= rows.length; next += rowsInCall)
        several.run(rows.slice(next, next + rowsInCall).flatMap(columnsOf));
      for (const row of rows.slice(next)) one.run(columnsOf(row));
      db.exec('COMMIT');
    },
    addFrom(other) {
      db.prepare('ATTACH ? AS other').run(other);
      // Without naming columns, rows are copied as they lie there.
      db.exec('INSERT INTO rows SELECT * FROM other.rows');
      db.exec('DETACH other');
    },
    close: () => void db.close(),
    finish() {
      db.exec(keyIndex);
      db.close();
      makeDurable(path);
    },
  };
}

function columnsOf({ table, key, row, text }: NewRow): string[] {
  return [table, key, row, text];
}

function makeDurable(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
