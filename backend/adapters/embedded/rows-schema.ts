import type Database from 'libsql';

type Db = InstanceType<typeof Database>;

/**
 * Rows lie in the order in which they were first written, and an index of their keys leads to them: a lookup reads a few
 * pages however many rows there are, and new rows go to the end. Text compares by UTF-8 bytes here and by code unit in
 * Azure: the same for the ASCII keys the product uses.
 */
export const tableOf = (name: string) => `CREATE TABLE IF NOT EXISTS ${name}(
  tbl TEXT NOT NULL, part TEXT NOT NULL, row TEXT NOT NULL, value TEXT NOT NULL, etag TEXT NOT NULL)`;

/** Apart from the table, so that whoever fills a file can make it when all rows are there. */
export const keyIndex = 'CREATE UNIQUE INDEX IF NOT EXISTS rows_by_key ON rows(tbl, part, row)';

/** Makes the table, or brings over what lies in one of the earlier form, which kept whole rows in the tree of keys. */
export function settleSchema(db: Db): void {
  db.exec(tableOf('rows'));
  // A table that names its key has an index by itself.
  if (!formOf(db).includes('PRIMARY KEY')) db.exec(keyIndex);
  if (!isEarlierForm(db)) return;
  db.exec('BEGIN IMMEDIATE');
  try {
    if (isEarlierForm(db)) {
      db.exec(tableOf('fresh_rows'));
      db.exec('INSERT INTO fresh_rows SELECT tbl, part, row, value, etag FROM rows');
      db.exec('DROP TABLE rows');
      db.exec('ALTER TABLE fresh_rows RENAME TO rows');
      db.exec(keyIndex);
    }
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

function isEarlierForm(db: Db): boolean {
  return formOf(db).includes('WITHOUT ROWID');
}

function formOf(db: Db): string {
  return (db.prepare(`SELECT sql FROM sqlite_master WHERE name = 'rows'`).get() as { sql: string }).sql;
}
