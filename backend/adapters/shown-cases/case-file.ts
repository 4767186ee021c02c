import { closeSync, ftruncateSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import type { CaseBytes, ShownCase } from '../../ports/case-bytes.ts';
import type { Log } from '../../ports/system.ts';

/** Records begin at multiples of this, so that a place fits into 32 bits. */
const unit = 16;
/** Bytes before the JSON of a record: the length of what follows them and is not JSON. */
const headBytes = 2;
/** What nobody asks for any more may take this much before everything is written anew. */
const leastGarbage = 64 * 1024 * 1024;
const firstCapacity = 16_384;

type Head = [etag: string, assignee: string | null, assigneeName: string | null, untilMs: number | null];

/**
 * Cases one behind the other in a file that has no name any more: the system keeps what is read often in memory that it
 * can take back, and a process that ends leaves nothing. A fault of the disk makes it forget, never fail.
 */
export class CaseFile implements CaseBytes {
  readonly #path: string;
  readonly #file: number;
  readonly #log: Log;
  /** In units; 0 for a row that is not kept. */
  #places = new Uint32Array(firstCapacity);
  #lengths = new Uint32Array(firstCapacity);
  /** In units; the first one stays empty. */
  #end = 1;
  #garbage = 0;
  /** Nothing is kept after a fault, or each case would meet it again. */
  #broken = false;

  constructor(path: string, log: Log) {
    this.#log = log;
    this.#path = path;
    this.#file = openSync(path, 'w+');
    this.#loseName();
  }

  /** Length of what is kept, with what is not asked for any more. */
  get bytes(): number {
    return this.#end * unit;
  }

  has(row: number): boolean {
    return this.#broken || (this.#lengths[row] ?? 0) > 0;
  }

  get(row: number): ShownCase | undefined {
    const length = this.#lengths[row] ?? 0;
    if (length === 0) return undefined;
    try {
      const record = Buffer.allocUnsafe(length);
      if (readSync(this.#file, record, 0, length, (this.#places[row] as number) * unit) < length) return undefined;
      const start = headBytes + record.readUInt16LE(0);
      const head = JSON.parse(record.toString('utf8', headBytes, start)) as Head;
      const [etag, assignee, assigneeName, untilMs] = head;
      return { etag, assignee, assigneeName, untilMs: untilMs ?? Infinity, bytes: record.subarray(start) };
    } catch (error) {
      return this.#failed(error);
    }
  }

  put(row: number, { etag, assignee, assigneeName, untilMs, bytes }: ShownCase): void {
    if (this.#broken) return;
    const head: Head = [etag, assignee, assigneeName, untilMs === Infinity ? null : untilMs];
    const text = Buffer.from(JSON.stringify(head));
    const record = Buffer.allocUnsafe(headBytes + text.length + bytes.length);
    record.writeUInt16LE(text.length, 0);
    text.copy(record, headBytes);
    record.set(bytes, headBytes + text.length);
    this.forget(row);
    if (this.#garbage > leastGarbage && this.#garbage * 2 > this.#end * unit) this.clear();
    try {
      writeSync(this.#file, record, 0, record.length, this.#end * unit);
    } catch (error) {
      this.#failed(error);
      return;
    }
    if (row >= this.#lengths.length) this.#grow(row);
    this.#places[row] = this.#end;
    this.#lengths[row] = record.length;
    this.#end += Math.ceil(record.length / unit);
  }

  forget(row: number): void {
    this.#garbage += this.#lengths[row] ?? 0;
    if (row < this.#lengths.length) this.#lengths[row] = 0;
  }

  clear(): void {
    this.#lengths.fill(0);
    this.#end = 1;
    this.#garbage = 0;
    try {
      ftruncateSync(this.#file);
    } catch (error) {
      this.#failed(error);
    }
  }

  close(): void {
    this.#lengths.fill(0);
    closeSync(this.#file);
    this.#loseName();
  }

  /** Some systems keep the name until the file is closed. */
  #loseName(): void {
    try {
      rmSync(this.#path, { force: true });
    } catch {
      // Tried again when it is closed.
    }
  }

  #failed(error: unknown): undefined {
    this.#log.warn('cases as they are shown could not be kept on disk', { error: String(error) });
    this.#lengths.fill(0);
    this.#broken = true;
    return undefined;
  }

  #grow(row: number): void {
    const capacity = Math.max(row + 1, this.#lengths.length * 2);
    const [places, lengths] = [new Uint32Array(capacity), new Uint32Array(capacity)];
    places.set(this.#places);
    lengths.set(this.#lengths);
    this.#places = places;
    this.#lengths = lengths;
  }
}
