import { becameOf } from '../domain/mail/became.ts';
import { type MailBecame, mailBecame } from '../domain/vocabulary.ts';
import type { MailEntry } from '../ports/mail-index.ts';
import type { Column } from './snapshot-bytes.ts';

const keyBytes = 12;
const longestText = 100;
const removed = 255;
const firstRows = 1_024;
const rowEnd = '\u0000';

/** How many rows there are, how many bytes of text, and the mailboxes by number. */
export interface MailMeasures {
  size: number;
  textSize: number;
  mailboxes: string[];
}

/**
 * Mails as columns of typed arrays: some 130 bytes each, so that a million of them can be counted and searched within
 * milliseconds. Rows are numbered as they come.
 */
export class MailColumns {
  #size = 0;
  #received: Float64Array;
  #became: Uint8Array;
  #mailbox: Uint16Array;
  #shard: Uint8Array;
  #keys: Buffer;
  #cases: Buffer;
  /** Where each row's text ends in `#text`. */
  #textEnd: Float64Array;
  #text: Buffer = Buffer.alloc(64 * 1024);
  #mailboxes: string[] = [];

  constructor(rows = firstRows) {
    this.#received = new Float64Array(rows);
    this.#became = new Uint8Array(rows);
    this.#mailbox = new Uint16Array(rows);
    this.#shard = new Uint8Array(rows);
    this.#keys = Buffer.alloc(rows * keyBytes);
    this.#cases = Buffer.alloc(rows * keyBytes);
    this.#textEnd = new Float64Array(rows);
  }

  get size(): number {
    return this.#size;
  }

  /** What, with `columns`, makes them what they are. */
  get measures(): MailMeasures {
    return { size: this.#size, textSize: this.#textEnd[this.#size - 1] ?? 0, mailboxes: [...this.#mailboxes] };
  }

  /** Empty ones of these measures, whose `columns` are to be filled. */
  static of({ size, textSize, mailboxes }: MailMeasures): MailColumns {
    const made = new MailColumns(2 ** Math.ceil(Math.log2(Math.max(firstRows, size + size / 8))));
    made.#size = size;
    made.#mailboxes = [...mailboxes];
    if (textSize > made.#text.length) made.#text = Buffer.alloc(textSize + textSize / 8);
    return made;
  }

  /** Cut to what is in use. */
  columns({ size, textSize }: MailMeasures): Column[] {
    return [
      ...[this.#received, this.#textEnd].map((column) => column.subarray(0, size)),
      ...[this.#mailbox.subarray(0, size), this.#became.subarray(0, size), this.#shard.subarray(0, size)],
      ...[this.#keys, this.#cases].map((bytes) => bytes.subarray(0, size * keyBytes)),
      this.#text.subarray(0, textSize),
    ];
  }

  add({ shard, caseId, mark }: MailEntry): number {
    const row = this.#size;
    if (row === this.#received.length) this.#grow();
    this.#size += 1;
    this.#received[row] = Date.parse(mark.seen.receivedAt);
    this.#became[row] = mailBecame.indexOf(becameOf(mark.outcome, mark.seen.kind));
    this.#mailbox[row] = this.#numberOf(mark.seen.mailbox);
    this.#shard[row] = shard;
    this.#keys.write(mark.mailKey, row * keyBytes, keyBytes, 'hex');
    if (caseId !== null) this.#cases.write(caseId, row * keyBytes, keyBytes, 'hex');
    this.#addText(row, foldText(`${mark.seen.from ?? ''} ${mark.seen.subject}`).slice(0, longestText));
    return row;
  }

  /** The row stays and counts for nothing. */
  remove(row: number): void {
    this.#became[row] = removed;
  }

  /** What it says of sender and subject. */
  forgetText(row: number): void {
    const start = row === 0 ? 0 : (this.#textEnd[row - 1] ?? 0);
    this.#text.fill(' ', start, Math.max(start, (this.#textEnd[row] ?? start) - 1));
  }

  isThere(row: number): boolean {
    return this.#became[row] !== removed;
  }

  receivedMs(row: number): number {
    return this.#received[row] ?? 0;
  }

  became(row: number): MailBecame | undefined {
    return mailBecame[this.#became[row] ?? removed];
  }

  becameNumber(row: number): number {
    return this.#became[row] ?? removed;
  }

  mailboxNumber(row: number): number {
    return this.#mailbox[row] ?? 0;
  }

  /** -1 for a mailbox that no mail was in. */
  numberOfMailbox(mailbox: string): number {
    return this.#mailboxes.indexOf(mailbox);
  }

  shard(row: number): number {
    return this.#shard[row] ?? 0;
  }

  key(row: number): string {
    return this.#keys.toString('hex', row * keyBytes, (row + 1) * keyBytes);
  }

  isOnCase(row: number, caseId: Buffer): boolean {
    return this.#cases.compare(caseId, 0, keyBytes, row * keyBytes, (row + 1) * keyBytes) === 0;
  }

  /** Negative when `a` was received before `b`; mails of the same moment are ordered by key. */
  compare(a: number, b: number): number {
    const byTime = this.receivedMs(a) - this.receivedMs(b);
    if (byTime !== 0) return byTime;
    const [startA, startB] = [a * keyBytes, b * keyBytes];
    return this.#keys.compare(this.#keys, startB, startB + keyBytes, startA, startA + keyBytes);
  }

  rowsOf(mailKey: string): number[] {
    const key = Buffer.from(mailKey, 'hex');
    const rows: number[] = [];
    const end = this.#size * keyBytes;
    for (let at = this.#keys.indexOf(key); at >= 0 && at < end; at = this.#keys.indexOf(key, at + 1)) {
      if (at % keyBytes === 0) rows.push(at / keyBytes);
    }
    return rows;
  }

  /** One flag a row: whether its sender and subject contain the text. */
  rowsWith(text: string): Uint8Array {
    const hits = new Uint8Array(this.#size);
    const wanted = Buffer.from(foldText(text));
    const end = this.#textEnd[this.#size - 1] ?? 0;
    for (let at = this.#text.indexOf(wanted); at >= 0 && at < end; ) {
      const row = this.#rowAt(at);
      hits[row] = 1;
      at = this.#text.indexOf(wanted, this.#textEnd[row] ?? end);
    }
    return hits;
  }

  #rowAt(at: number): number {
    let [low, high] = [0, this.#size - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#textEnd[middle] ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #addText(row: number, text: string): void {
    const start = row === 0 ? 0 : (this.#textEnd[row - 1] ?? 0);
    // A mark between rows, which no search text holds, keeps a match from running over two of them.
    const bytes = Buffer.from(text + rowEnd);
    if (start + bytes.length > this.#text.length) this.#text = larger(this.#text, start + bytes.length);
    bytes.copy(this.#text, start);
    this.#textEnd[row] = start + bytes.length;
  }

  #numberOf(mailbox: string): number {
    const known = this.#mailboxes.indexOf(mailbox);
    return known >= 0 ? known : this.#mailboxes.push(mailbox) - 1;
  }

  #grow(): void {
    const rows = this.#received.length * 2;
    this.#received = copied(new Float64Array(rows), this.#received);
    this.#textEnd = copied(new Float64Array(rows), this.#textEnd);
    this.#became = copied(new Uint8Array(rows), this.#became);
    this.#mailbox = copied(new Uint16Array(rows), this.#mailbox);
    this.#shard = copied(new Uint8Array(rows), this.#shard);
    this.#keys = larger(this.#keys, rows * keyBytes);
    this.#cases = larger(this.#cases, rows * keyBytes);
  }
}

function copied<T extends { set(from: T): void }>(to: T, from: T): T {
  to.set(from);
  return to;
}

function larger(buffer: Buffer, least: number): Buffer {
  const next = Buffer.alloc(Math.max(buffer.length * 2, least));
  buffer.copy(next);
  return next;
}

/** Without case and accents, so that "muller" finds "Müller". */
function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll(rowEnd, '').toLowerCase();
}
