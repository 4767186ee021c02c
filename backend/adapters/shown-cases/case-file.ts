import { closeSync, ftruncateSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import type { CaseBytes, ShownCase, Standing } from '../../ports/case-bytes.ts';
import type { Log } from '../../ports/system.ts';
import { RecentBytes } from './recent-bytes.ts';

/** Records begin at multiples of this, so that a place fits into 32 bits. */
const unit = 16;
/** What nobody asks for any more may take this much before everything is written anew. */
const leastGarbage = 64 * 1024 * 1024;
/** Of the cases that lists show over and over, so much lies in memory as well. */
const mostRecent = 24 * 1024 * 1024;
const firstCapacity = 16_384;

type Person = Omit<Standing, 'untilMs'>;
/** What stands behind the JSON of a record. */
type Tail = [etag: string, mergedInto: string | null];

/**
 * Cases one behind the other in a file that has no name any more: the system keeps what is read often in memory that it
 * can take back, and a process that ends leaves nothing. A fault of the disk makes it forget, never fail.
 */
export class CaseFile implements CaseBytes {
  readonly #path: string;
  readonly #file: number;
  readonly #log: Log;
  readonly #recent = new RecentBytes(mostRecent);
  /** In units; 0 for a row that is not kept. */
  #places = new Uint32Array(firstCapacity);
  /** Bytes of JSON, and of what stands behind it. */
  #lengths = new Uint32Array(firstCapacity);
  #tails = new Uint8Array(firstCapacity);
  #until = new Float64Array(firstCapacity);
  /** Which of `#people` is the assignee. */
  #person = new Uint32Array(firstCapacity);
  readonly #people: Person[] = [];
  readonly #numberOfPerson = new Map<string, number>();
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

  memory(): { bytes: number; mostBytes: number } {
    return { bytes: this.#recent.bytes, mostBytes: mostRecent };
  }

  has(row: number): boolean {
    return this.#broken || this.lengthOf(row) > 0;
  }

  lengthOf(row: number): number {
    return this.#lengths[row] ?? 0;
  }

  standing(row: number): Standing | undefined {
    if (this.lengthOf(row) === 0) return undefined;
    const { assignee, assigneeName } = this.#people[this.#person[row] as number] as Person;
    return { assignee, assigneeName, untilMs: this.#until[row] as number };
  }

  copy(row: number, into: Uint8Array, at: number): boolean {
    const length = this.lengthOf(row);
    if (length === 0) return false;
    if (this.#recent.copy(row, length, into, at)) return true;
    if (!this.#read(row, length, into, at)) return false;
    this.#recent.keep(row, into.subarray(at, at + length));
    return true;
  }

  get(row: number): ShownCase | undefined {
    const standing = this.standing(row);
    if (standing === undefined) return undefined;
    const length = this.lengthOf(row);
    const record = Buffer.allocUnsafe(length + (this.#tails[row] as number));
    if (!this.#read(row, record.length, record, 0)) return undefined;
    const [etag, mergedInto] = JSON.parse(record.toString('utf8', length)) as Tail;
    return { ...standing, etag, mergedInto, bytes: record.subarray(0, length) };
  }

  put(row: number, { etag, mergedInto, assignee, assigneeName, untilMs, bytes }: ShownCase): void {
    if (this.#broken) return;
    this.forget(row);
    if (this.#garbage > leastGarbage && this.#garbage * 2 > this.#end * unit) this.clear();
    const tail: Tail = [etag, mergedInto];
    const record = Buffer.concat([bytes, Buffer.from(JSON.stringify(tail))]);
    try {
      writeSync(this.#file, record, 0, record.length, this.#end * unit);
    } catch (error) {
      this.#failed(error);
      return;
    }
    if (row >= this.#lengths.length) this.#grow(row);
    this.#places[row] = this.#end;
    this.#lengths[row] = bytes.length;
    this.#tails[row] = record.length - bytes.length;
    this.#until[row] = untilMs;
    this.#person[row] = this.#numberOf({ assignee, assigneeName });
    this.#end += Math.ceil(record.length / unit);
  }

  forget(row: number): void {
    this.#garbage += this.lengthOf(row);
    this.#recent.forget(row);
    if (row < this.#lengths.length) this.#lengths[row] = 0;
  }

  clear(): void {
    this.#forgetAll();
    this.#end = 1;
    this.#garbage = 0;
    try {
      ftruncateSync(this.#file);
    } catch (error) {
      this.#failed(error);
    }
  }

  close(): void {
    this.#forgetAll();
    closeSync(this.#file);
    this.#loseName();
  }

  #forgetAll(): void {
    this.#lengths.fill(0);
    this.#recent.clear();
    this.#people.length = 0;
    this.#numberOfPerson.clear();
  }

  #read(row: number, length: number, into: Uint8Array, at: number): boolean {
    try {
      return readSync(this.#file, into, at, length, (this.#places[row] as number) * unit) === length;
    } catch (error) {
      this.#failed(error);
      return false;
    }
  }

  #numberOf(person: Person): number {
    const name = JSON.stringify([person.assignee, person.assigneeName]);
    const known = this.#numberOfPerson.get(name);
    if (known !== undefined) return known;
    this.#numberOfPerson.set(name, this.#people.length);
    return this.#people.push(person) - 1;
  }

  /** Some systems keep the name until the file is closed. */
  #loseName(): void {
    try {
      rmSync(this.#path, { force: true });
    } catch {
      // Tried again when it is closed.
    }
  }

  #failed(error: unknown): void {
    this.#log.warn('cases as they are shown could not be kept on disk', { error: String(error) });
    this.#forgetAll();
    this.#broken = true;
  }

  #grow(row: number): void {
    const capacity = Math.max(row + 1, this.#lengths.length * 2);
    this.#places = longer(this.#places, new Uint32Array(capacity));
    this.#lengths = longer(this.#lengths, new Uint32Array(capacity));
    this.#tails = longer(this.#tails, new Uint8Array(capacity));
    this.#until = longer(this.#until, new Float64Array(capacity));
    this.#person = longer(this.#person, new Uint32Array(capacity));
  }
}

function longer<T extends Uint8Array | Uint32Array | Float64Array>(old: T, fresh: T): T {
  fresh.set(old);
  return fresh;
}
