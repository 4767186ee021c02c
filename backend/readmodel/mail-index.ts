import { Failure } from '../domain/failure.ts';
import { type MailBecame, mailBecame } from '../domain/vocabulary.ts';
import type { MailEntry, MailFilter, MailIndex, MailPage, MailSink } from '../ports/mail-index.ts';
import type { LogPosition } from '../ports/text-index.ts';
import { MailColumns, type MailMeasures } from './mail-columns.ts';
import { packSnapshot, unpackSnapshot } from './snapshot-bytes.ts';

/** To be raised whenever columns mean something else. */
const version = 1;
const magic = 'HCMM';

interface Header extends MailMeasures {
  version: number;
  /** The log up to these has been told. */
  positions: LogPosition[];
}

interface PackedMails {
  columns: MailColumns;
  /** Rows by time of receipt, ascending. */
  order: Uint32Array;
  positions: LogPosition[];
}

/** Every mail of the log in memory, as far back as the loader goes. */
export class MemoryMailIndex implements MailIndex, MailSink {
  #columns = new MailColumns();
  /** Rows by time of receipt: those that came since start ascending, those from before descending. */
  #newer: number[] = [];
  readonly #older: number[] = [];
  /** Mails whose parked fate, further back in the log, no longer stands. */
  readonly #superseded = new Set<string>();
  #complete = false;

  /** Everything as bytes, to be read while it goes on changing; see `packSnapshot`. */
  pack(positions: readonly LogPosition[]): Iterable<Uint8Array> {
    const header: Header = { version, positions: [...positions], ...this.#columns.measures };
    const order = new Uint32Array(header.size);
    let at = header.size;
    this.#eachNewestFirst({}, (row) => {
      at -= 1;
      order[at] = row;
    });
    return packSnapshot(magic, header, [order, ...this.#columns.columns(header)]);
  }

  /** What `pack` made; null for bytes that are of no use. */
  static unpack(bytes: Uint8Array): PackedMails | null {
    try {
      const unpacked = unpackSnapshot(magic, bytes);
      const header = unpacked?.header as Header | undefined;
      if (unpacked === null || header?.version !== version) return null;
      const order = new Uint32Array(header.size);
      const columns = MailColumns.of(header);
      for (const column of [order, ...columns.columns(header)]) unpacked.fill(column);
      return { columns, order, positions: header.positions };
    } catch {
      return null;
    }
  }

  /** To be called before anything is told. */
  takeOver({ columns, order }: PackedMails): void {
    this.#columns = columns;
    this.#newer = Array.from(order);
  }

  live(entry: MailEntry): void {
    if (entry.mark.again) this.released(entry.mark.mailKey, 'live');
    this.#insert(this.#newer, entry, 1);
  }

  past(entry: MailEntry): void {
    const { mailKey, outcome, again } = entry.mark;
    if (outcome === 'parked' && this.#superseded.has(mailKey)) return;
    if (again) this.#superseded.add(mailKey);
    this.#insert(this.#older, entry, -1);
  }

  released(mailKey: string, when: 'live' | 'past'): void {
    if (when === 'past') {
      this.#superseded.add(mailKey);
      return;
    }
    for (const row of this.#columns.rowsOf(mailKey)) {
      if (this.#columns.became(row) === 'parked') this.#columns.remove(row);
    }
  }

  erased(mailKey: string): void {
    for (const row of this.#columns.rowsOf(mailKey)) this.#columns.forgetText(row);
  }

  loaded(): void {
    this.#superseded.clear();
    this.#complete = true;
  }

  complete(): boolean {
    return this.#complete;
  }

  list(filter: MailFilter, { limit, after }: { limit: number; after?: string }): MailPage {
    const columns = this.#columns;
    const test = this.#test(filter);
    const wanted = new Set(filter.became?.map((word) => mailBecame.indexOf(word)));
    const counts = new Float64Array(mailBecame.length);
    const cursor = after === undefined ? null : readCursor(after);
    const rows: number[] = [];
    let total = 0;
    this.#eachNewestFirst(filter, (row) => {
      if (!test(row)) return;
      const became = columns.becameNumber(row);
      counts[became] = (counts[became] ?? 0) + 1;
      if (wanted.size > 0 && !wanted.has(became)) return;
      total += 1;
      if (rows.length <= limit && (cursor === null || isBehind(columns, row, cursor))) rows.push(row);
    });
    const items = rows.slice(0, limit).map((row) => ({ shard: columns.shard(row), mailKey: columns.key(row) }));
    const last = rows[limit - 1];
    const more = rows.length > limit && last !== undefined;
    const byWord = mailBecame.map((word, i) => [word, counts[i] ?? 0]);
    return {
      items,
      total,
      counts: Object.fromEntries(byWord) as Record<MailBecame, number>,
      ...(more && { next: `${columns.receivedMs(last)}-${columns.key(last)}` }),
    };
  }

  countBetween(mailbox: string, fromMs: number, toMs: number): number {
    const number = this.#columns.numberOfMailbox(mailbox);
    let count = 0;
    const span = { from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString() };
    this.#eachNewestFirst(span, (row) => {
      if (this.#columns.isThere(row) && this.#columns.mailboxNumber(row) === number) count += 1;
    });
    return count;
  }

  receivedSince(mailbox: string, sinceMs: number, limit: number): number[] {
    const number = this.#columns.numberOfMailbox(mailbox);
    const times: number[] = [];
    this.#eachNewestFirst({ from: new Date(sinceMs).toISOString() }, (row) => {
      if (times.length < limit && this.#columns.mailboxNumber(row) === number)
        times.push(this.#columns.receivedMs(row));
    });
    return times;
  }

  /** Mails come nearly in order, so the place of a new one is near the end. */
  #insert(order: number[], entry: MailEntry, direction: 1 | -1): void {
    const row = this.#columns.add(entry);
    let at = order.length;
    while (at > 0 && this.#columns.compare(order[at - 1] ?? 0, row) * direction > 0) at -= 1;
    if (at === order.length) order.push(row);
    else order.splice(at, 0, row);
  }

  #test({ mailbox, caseId, q }: MailFilter): (row: number) => boolean {
    const columns = this.#columns;
    const boxes = mailbox?.length ? new Set(mailbox.map((one) => columns.numberOfMailbox(one.toLowerCase()))) : null;
    const onCase = caseId === undefined ? null : Buffer.from(caseId, 'hex');
    const hits = q?.trim() ? columns.rowsWith(q.trim()) : null;
    return (row) =>
      columns.isThere(row) &&
      (boxes === null || boxes.has(columns.mailboxNumber(row))) &&
      (onCase === null || columns.isOnCase(row, onCase)) &&
      (hits === null || hits[row] === 1);
  }

  /** Both orders run into one, until mails are older than asked for. */
  #eachNewestFirst({ from, to }: Pick<MailFilter, 'from' | 'to'>, visit: (row: number) => void): void {
    const columns = this.#columns;
    const fromMs = from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(from);
    const toMs = to === undefined ? Number.POSITIVE_INFINITY : Date.parse(to);
    let newer = this.#newer.length - 1;
    let older = 0;
    for (;;) {
      const [a, b] = [this.#newer[newer], this.#older[older]];
      const takeNewer = a !== undefined && (b === undefined || columns.compare(a, b) >= 0);
      const row = takeNewer ? a : b;
      if (row === undefined) return;
      if (takeNewer) newer -= 1;
      else older += 1;
      const ms = columns.receivedMs(row);
      if (ms < fromMs) return;
      if (ms < toMs) visit(row);
    }
  }
}

interface Cursor {
  ms: number;
  key: string;
}

function isBehind(columns: MailColumns, row: number, { ms, key }: Cursor): boolean {
  const own = columns.receivedMs(row);
  return own === ms ? columns.key(row) < key : own < ms;
}

function readCursor(text: string): Cursor {
  const [, ms, key] = /^(\d{1,15})-([0-9a-f]{24})$/.exec(text) ?? [];
  if (ms === undefined || key === undefined) {
    throw new Failure('invalid', 'The cursor is not one of ours.', {
      faults: [{ path: 'after', message: 'must be the `next` of a list' }],
    });
  }
  return { ms: Number(ms), key };
}
