import { rmSync } from 'node:fs';
import Database from 'libsql';
import type { AlikeQuestion, AlikeText, CaseText, LogPosition, TextHits } from '../../ports/text-index.ts';
import { alikeTexts } from './alike-texts.ts';
import { expressionOf, indexed, type Term, termsOf } from './query-words.ts';
import { snippetOf } from './snippet.ts';

/** To be raised whenever rows are written differently; the file is then built anew. */
const version = 1;
/** Above this many hits the newest come first: scoring each would take long, and nobody reads them all. */
const mostRanked = 3_000;
/** Searches of which the hits are kept; those of one take 20 KB at most. */
const mostKept = 100;
/** Pages merged at a time: searches wait for it. */
const mergedPages = 200;
/** Bytes of a file that is small enough to be written anew while searches wait. */
const mostCompacted = 256 * 1024 * 1024;
const busyTimeoutMs = 10_000;

const schema = `
  CREATE VIRTUAL TABLE IF NOT EXISTS texts USING fts5(
    number, subject, summary, names, body, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
  CREATE VIRTUAL TABLE IF NOT EXISTS terms USING fts5vocab(texts, row);
  CREATE TABLE IF NOT EXISTS positions(shard INTEGER PRIMARY KEY, seq INTEGER NOT NULL, op TEXT NOT NULL);
  PRAGMA user_version = ${version};`;

type Db = InstanceType<typeof Database>;

/** Text search in one SQLite file. Every call blocks its thread. */
export class FtsFile {
  readonly #db: Db;
  readonly #statements: ReturnType<typeof prepare>;
  /** Of what was searched for lately, until a text changes: a next page or another order asks for the same hits again. */
  readonly #hits = new Map<string, TextHits>();

  constructor(path: string) {
    this.#db = openOrReplace(path);
    this.#statements = prepare(this.#db);
  }

  positions(): LogPosition[] | null {
    const rows = this.#statements.positions.all() as LogPosition[];
    return rows.length === 0 ? null : rows;
  }

  clear(): void {
    this.#hits.clear();
    this.#db.exec('DELETE FROM texts; DELETE FROM positions');
  }

  put(texts: readonly CaseText[], positions: readonly LogPosition[] | null): void {
    const { put, putPosition } = this.#statements;
    if (texts.length > 0) this.#hits.clear();
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      for (const { row, number, subject, summary, names, body } of texts) {
        put.run(row, number, indexed(subject), indexed(summary), indexed(names), indexed(body));
      }
      for (const [shard, { seq, opId }] of (positions ?? []).entries()) putPosition.run(shard, seq, opId);
      this.#db.exec('COMMIT');
    } catch (error) {
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  /**
   * Works on for a moment at leaving nothing of texts that were replaced: their words stay in the index until its parts
   * are merged. False once there is nothing more to do. @param first whether it begins
   */
  forget(first: boolean): boolean {
    const before = this.#changes();
    this.#statements.merge.run(first ? -mergedPages : mergedPages);
    // Fewer than two changes mean that nothing was merged (sqlite.org/fts5.html, "merge").
    if (this.#changes() - before >= 2) return true;
    // Pages keep shreds of what was moved between them.
    if (this.#bytes() <= mostCompacted) this.#db.exec('VACUUM');
    this.#db.pragma('wal_checkpoint(TRUNCATE)');
    return false;
  }

  hits(q: string): TextHits {
    const expression = this.#expression(termsOf(q));
    if (expression === null) return { total: 0, ranked: new Uint32Array() };
    const known = this.#hits.get(expression) ?? this.#find(expression);
    if (this.#hits.size >= mostKept) this.#hits.clear();
    this.#hits.set(expression, known);
    return known;
  }

  #find(expression: string): TextHits {
    const { total } = this.#statements.count.get(expression) as { total: number };
    if (total > mostRanked) return { total };
    return { total, ranked: numbersOf(this.#statements.ranked.get(expression, mostRanked)) };
  }

  rows(q: string): Uint32Array {
    const expression = this.#expression(termsOf(q));
    return expression === null ? new Uint32Array() : numbersOf(this.#statements.rows.get(expression));
  }

  newest(q: string, below: number, limit: number): Uint32Array {
    const expression = this.#expression(termsOf(q));
    return expression === null ? new Uint32Array() : numbersOf(this.#statements.newest.get(expression, below, limit));
  }

  alike(question: AlikeQuestion, limit: number): AlikeText[] {
    const { newest, text, range } = this.#statements;
    return alikeTexts(
      {
        newest: (phrase, most) => {
          const expression = expressionOf([{ text: phrase, unfinished: false }]);
          return numbersOf(newest.get(expression, Number.MAX_SAFE_INTEGER, most));
        },
        text: (row) => text.get(row) as Omit<CaseText, 'row'> | undefined,
        range: () => {
          const found = range.get() as { lowest: number | null; highest: number };
          return found.lowest === null ? null : { lowest: found.lowest, highest: found.highest };
        },
      },
      question,
      limit,
    );
  }

  snippets(q: string, rows: readonly number[]): string[] {
    const terms = termsOf(q);
    return rows.map((row) => {
      const text = this.#statements.text.get(row) as Omit<CaseText, 'row'> | undefined;
      return text === undefined
        ? ''
        : snippetOf([text.body, text.summary, text.subject, text.names, text.number], terms);
    });
  }

  close(): void {
    this.#db.close();
  }

  #bytes(): number {
    const [{ page_count: pages }] = this.#db.pragma('page_count') as [{ page_count: number }];
    const [{ page_size: size }] = this.#db.pragma('page_size') as [{ page_size: number }];
    return pages * size;
  }

  #changes(): number {
    return (this.#statements.changes.get() as { changes: number }).changes;
  }

  /** Null when there is nothing to look for. */
  #expression(terms: Term[]): string | null {
    return terms.length === 0 ? null : expressionOf(terms.map((term) => this.#settled(term)));
  }

  /** A word that begins no other is looked for as it is, which saves joining what begins with it. */
  #settled(term: Term): Term {
    const word = term.text.toLowerCase();
    if (!term.unfinished || !/^[a-z0-9]+$/.test(word)) return term;
    const found = this.#statements.beginning.all(word, `${word}\u{10ffff}`) as { term: string }[];
    return found.length === 1 && found[0]?.term === word ? { ...term, unfinished: false } : term;
  }
}

/** Results come as one text: handing over rows one by one would take longer than finding them. */
function numbersOf(found: unknown): Uint32Array {
  const { list } = found as { list: string | null };
  return list === null ? new Uint32Array() : Uint32Array.from(list.split(','), Number);
}

function prepare(db: Db) {
  const match = 'FROM texts WHERE texts MATCH ?';
  return {
    positions: db.prepare('SELECT seq, op AS opId FROM positions ORDER BY shard'),
    put: db.prepare(
      'INSERT OR REPLACE INTO texts(rowid, number, subject, summary, names, body) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    putPosition: db.prepare(
      'INSERT INTO positions VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET seq = ?2, op = ?3 WHERE seq < ?2',
    ),
    count: db.prepare(`SELECT count(*) AS total ${match}`),
    ranked: db.prepare(`SELECT group_concat(rowid) AS list FROM (SELECT rowid ${match} ORDER BY rank LIMIT ?)`),
    rows: db.prepare(`SELECT group_concat(rowid) AS list ${match}`),
    newest: db.prepare(
      `SELECT group_concat(rowid) AS list FROM (SELECT rowid ${match} AND rowid < ? ORDER BY rowid DESC LIMIT ?)`,
    ),
    merge: db.prepare("INSERT INTO texts(texts, rank) VALUES ('merge', ?)"),
    changes: db.prepare('SELECT total_changes() AS changes'),
    text: db.prepare('SELECT number, subject, summary, names, body FROM texts WHERE rowid = ?'),
    range: db.prepare('SELECT (SELECT min(rowid) FROM texts) AS lowest, (SELECT max(rowid) FROM texts) AS highest'),
    beginning: db.prepare('SELECT term FROM terms WHERE term >= ? AND term < ? LIMIT 2'),
  };
}

/** The file holds nothing that could not be built again, so one that is damaged or of another version is thrown away. */
function openOrReplace(path: string): Db {
  try {
    return open(path);
  } catch {
    for (const ending of ['', '-wal', '-shm']) rmSync(path + ending, { force: true });
    return open(path);
  }
}

function open(path: string): Db {
  const db = new Database(path);
  try {
    db.pragma(`busy_timeout = ${busyTimeoutMs}`);
    db.pragma('journal_mode = WAL');
    // A power cut may cost the last writes, which the position stored with them then tells.
    db.pragma('synchronous = NORMAL');
    db.pragma('cache_size = -16384');
    // What is replaced is to be gone: pages keep nothing of it.
    db.pragma('secure_delete = ON');
    const [{ user_version: found }] = db.pragma('user_version') as [{ user_version: number }];
    if (found !== 0 && found !== version) throw new Error('The search file is of another version.');
    db.exec(schema);
    db.prepare('SELECT count(*) FROM (SELECT rowid FROM texts LIMIT 1)').get();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
