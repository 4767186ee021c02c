import { randomBytes } from 'node:crypto';
import Database from 'libsql';
import type { CacheState } from '../../ports/read-model-state.ts';
import type { CommitResult, Partition, Row, RowOperation, RowValue } from '../../ports/table-backend.ts';
import { RowCache, rowName, type StoredRow } from './row-cache.ts';
import { settleSchema } from './rows-schema.ts';

/** SQLite waits this long inside a call, which stops the thread, so it is short. */
const busyTimeoutMs = 20;
const openPatienceMs = 10_000;
const defaultLimit = 1_000;
/** Bytes that the journal keeps on disk after it has been taken over. */
const longestJournal = 64 * 1024 * 1024;
/** Pages after which SQLite takes the journal over unless told otherwise. */
const usualJournal = 1_000;

export interface PreparedCommit {
  partition: Partition;
  operations: RowOperation[];
  /** Serialised values, in the order of the operations. */
  texts: string[];
}

export interface RowsFile {
  /** One transaction, in which each commit succeeds or conflicts by itself. Durable when it returns. */
  commitGroup(group: readonly PreparedCommit[]): CommitResult[];
  get(partition: Partition, row: string): Row | undefined;
  range(partition: Partition, bounds: { from?: string; to?: string; limit?: number }): Row[];
  /** From now on commits take the journal over themselves, which nobody does otherwise until the file is closed. */
  checkpointItself(): void;
  /** Takes over what is left of the journal and begins it anew, unless others are at work on it. */
  beginJournal(): void;
  /** Leaves nothing of what was overwritten in the journal. Others at work on the file may prevent it until the next time. */
  forget(): void;
  ping(): void;
  /** Changes whenever another connection has committed. */
  version(): number;
  cache(): CacheState;
  close(): void;
}

type Db = InstanceType<typeof Database>;
type Statements = ReturnType<typeof prepareStatements>;

export function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}

export function openRowsFile(path: string): RowsFile {
  const db = new Database(path);
  setUp(db);
  const statements = prepareStatements(db);
  const newEtag = etagSource();
  const cache = new RowCache();
  let versionSeen = -1;
  let asked = false;
  /**
   * SQLite's data version changes when another connection has committed, and never by what this one does. Asked once
   * before the event loop goes on: until then nobody can have told us of a commit that was made after the question. What
   * is read from the file may tell of one, so that rows known from memory must be asked about again.
   */
  function forgetWhatOthersChanged(): void {
    if (asked) return;
    asked = true;
    process.nextTick(() => (asked = false));
    const { data_version: version } = statements.dataVersion.get() as { data_version: number };
    if (version !== versionSeen) cache.clear();
    versionSeen = version;
  }
  return {
    commitGroup(group) {
      // A conflict tells of what others wrote.
      asked = false;
      try {
        const results = inTransaction(db, () => group.map((commit) => commitOne(db, statements, commit, newEtag)));
        for (const [i, commit] of group.entries()) remember(cache, commit, results[i]);
        return results;
      } catch (error) {
        // Nobody knows what of it is stored.
        cache.clear();
        throw error;
      }
    },
    get(partition, row) {
      const name = rowName(partition, row);
      // What must be read from the file anyway is as new as can be.
      if (cache.has(name)) forgetWhatOthersChanged();
      const known = cache.get(name);
      if (known !== undefined) return known === null ? undefined : toRow(row, known);
      const found = statements.get.get(partition.table, partition.key, row) as [string, string] | undefined;
      asked = false;
      const stored = found === undefined ? null : { value: found[0], etag: found[1] };
      cache.set(name, stored);
      return stored === null ? undefined : toRow(row, stored);
    },
    range(partition, { from = '', to, limit = defaultLimit }) {
      const found =
        to === undefined
          ? statements.rangeOpen.all(partition.table, partition.key, from, limit)
          : statements.range.all(partition.table, partition.key, from, to, limit);
      asked = false;
      return (found as [string, string, string][]).map(([row, value, etag]) => toRow(row, { value, etag }));
    },
    checkpointItself: () => void db.pragma(`wal_autocheckpoint = ${usualJournal}`),
    beginJournal: () => quietly(() => db.pragma('wal_checkpoint(RESTART)')),
    forget: () => void db.pragma('wal_checkpoint(TRUNCATE)'),
    ping: () => void statements.ping.get(),
    version() {
      forgetWhatOthersChanged();
      return versionSeen;
    },
    cache: () => cache,
    close() {
      // The next start has that much less to do.
      quietly(() => db.pragma('wal_checkpoint(TRUNCATE)'));
      db.close();
    },
  };
}

/** For what may as well be done another time; what is wrong with the file, the next commit meets as well. */
function quietly(action: () => void): void {
  try {
    action();
  } catch {
    // See above.
  }
}

/** A conflict wrote nothing, so what was known before still holds. */
function remember(cache: RowCache, { partition, operations, texts }: PreparedCommit, result?: CommitResult): void {
  if (result?.kind !== 'committed') return;
  for (const [i, { kind, row }] of operations.entries()) {
    const etag = result.etags[row] ?? '';
    cache.set(rowName(partition, row), kind === 'delete' ? null : { value: texts[i] ?? '', etag });
  }
}

/** Several processes may open a new file at once, and changing the journal does not wait by itself. */
function setUp(db: Db): void {
  const deadline = performance.now() + openPatienceMs;
  for (;;) {
    try {
      db.pragma(`busy_timeout = ${busyTimeoutMs}`);
      db.pragma('journal_mode = WAL');
      db.pragma('synchronous = FULL');
      // The system keeps the file in memory as well; what is read again and again of it are the index's upper pages.
      db.pragma('cache_size = -16384');
      // What is overwritten or deleted is to be gone: pages keep nothing of it.
      db.pragma('secure_delete = ON');
      db.pragma(`journal_size_limit = ${longestJournal}`);
      // `Checkpoints` sees to it.
      db.pragma('wal_autocheckpoint = 0');
      settleSchema(db);
      // A process that died may have left in the journal what was erased meanwhile.
      db.pragma('wal_checkpoint(TRUNCATE)');
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error;
    }
  }
}

function prepareStatements(db: Db) {
  const inPartition = 'FROM rows WHERE tbl = ? AND part = ?';
  const columns = `SELECT row, value, etag ${inPartition}`;
  return {
    // Rows as lists of columns: an object each would take longer to make than the row to find.
    get: db.prepare(`SELECT value, etag ${inPartition} AND row = ?`).raw(),
    range: db.prepare(`${columns} AND row >= ? AND row < ? ORDER BY row LIMIT ?`).raw(),
    rangeOpen: db.prepare(`${columns} AND row >= ? ORDER BY row LIMIT ?`).raw(),
    ping: db.prepare('SELECT 1 FROM rows LIMIT 1'),
    dataVersion: db.prepare('PRAGMA data_version'),
    create: db.prepare('INSERT INTO rows(tbl, part, row, value, etag) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING'),
    replace: db.prepare('UPDATE rows SET value = ?, etag = ? WHERE tbl = ? AND part = ? AND row = ? AND etag = ?'),
    upsert: db.prepare(
      `INSERT INTO rows(tbl, part, row, value, etag) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT(tbl, part, row) DO UPDATE SET value = excluded.value, etag = excluded.etag`,
    ),
    remove: db.prepare('DELETE FROM rows WHERE tbl = ? AND part = ? AND row = ?'),
    removeIf: db.prepare('DELETE FROM rows WHERE tbl = ? AND part = ? AND row = ? AND etag = ?'),
  };
}

/** Unique over processes by its random beginning, within the process by counting. */
function etagSource(): () => string {
  const beginning = randomBytes(9).toString('base64url');
  let count = 0;
  return () => `${beginning}${(count++).toString(36)}`;
}

function inTransaction<T>(db: Db, action: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = action();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

function commitOne(db: Db, statements: Statements, commit: PreparedCommit, newEtag: () => string): CommitResult {
  const etags: Record<string, string> = {};
  db.exec('SAVEPOINT one');
  for (const [i, operation] of commit.operations.entries()) {
    const etag = newEtag();
    if (!write(statements, commit.partition, operation, commit.texts[i] ?? '', etag)) {
      db.exec('ROLLBACK TO one');
      db.exec('RELEASE one');
      return { kind: 'conflict', why: operation.kind === 'create' ? 'exists' : 'stale', row: operation.row };
    }
    if (operation.kind !== 'delete') etags[operation.row] = etag;
  }
  db.exec('RELEASE one');
  return { kind: 'committed', etags };
}

/** False when the operation's condition does not hold. */
function write(s: Statements, { table, key }: Partition, op: RowOperation, text: string, etag: string): boolean {
  switch (op.kind) {
    case 'create':
      return s.create.run(table, key, op.row, text, etag).changes === 1;
    case 'replace':
      return s.replace.run(text, etag, table, key, op.row, op.ifMatch).changes === 1;
    case 'upsert':
      s.upsert.run(table, key, op.row, text, etag);
      return true;
    case 'delete':
      if (op.ifMatch !== undefined) return s.removeIf.run(table, key, op.row, op.ifMatch).changes === 1;
      s.remove.run(table, key, op.row);
      return true;
  }
}

function toRow(row: string, { value, etag }: StoredRow): Row {
  return { row, value: JSON.parse(value) as RowValue, etag };
}
