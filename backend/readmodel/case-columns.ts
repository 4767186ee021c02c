import type { SupportCase } from '../domain/case/case.ts';
import { Failure } from '../domain/failure.ts';
import { clocks, standing } from '../domain/sla/clocks.ts';
import { nextLevel } from '../domain/sla/next-level.ts';
import { Bits } from './bits.ts';
import { OrderedWords } from './ordered-words.ts';
import { CodedField, forgotten, Words } from './words.ts';

/** The fields that are filtered and grouped by, each with few distinct values. */
export const codedFields = [
  'status',
  'priority',
  'category',
  'sentiment',
  'source',
  'language',
  'assignee',
  'team',
  'resting',
] as const;
export type CodedFieldName = (typeof codedFields)[number];

/** Numbers of each row; `level` is when a clock reaches its next level; a case that was closed without being resolved ended then. Instants are milliseconds since the epoch; NaN or Infinity where there is none. */
export const numberColumns = [
  'created',
  'updated',
  'due',
  'risk',
  'level',
  'ended',
  'firstResponse',
  'reopened',
  'asked',
  'rated',
] as const;
export type NumberColumn = (typeof numberColumns)[number];

/** Working minutes by the calendar of the case, see `SupportCase`; `unknownMinutes` where they were never worked out. */
export const minuteColumns = ['firstResponseMinutes', 'resolutionMinutes'] as const;
export type MinuteColumn = (typeof minuteColumns)[number];
export const unknownMinutes = 2 ** 32 - 1;

/** How the resolution clock of a case ended. */
export const verdicts = { none: 0, met: 1, missed: 2 } as const;

const firstCapacity = 16_384;
const idBytes = Buffer.alloc(12);
const mostRows = 50_000_000;

/**
 * Every case as a row of columns. The row is the digits of the case's number, so numbers need no index, rows are in order
 * of number, and every replica has the same rows. Memory that no row has touched yet costs nothing.
 */
export class CaseColumns {
  /** Rows that there are cases for. */
  readonly live: Bits;
  readonly complaint: Bits;
  /** Cases whose analysis somebody should look at. */
  readonly needsReview: Bits;
  /** Cases that no engine has spoken about. */
  readonly unanalysed: Bits;
  readonly coded: Record<CodedFieldName, CodedField<string | null>>;
  readonly numbers: Record<NumberColumn, Float64Array>;
  readonly minutes: Record<MinuteColumn, Uint32Array>;
  /** Id as three words of 32 bits. */
  ids: Uint32Array;
  /** See `verdicts`. */
  verdict: Uint8Array;
  /** How content the customer is, 1 to 5; 0 where they have not said. */
  rating: Uint8Array;
  tagSet: Uint32Array;
  customer: Uint32Array;
  email: Uint32Array;
  /** The settings that the clocks were worked out by. */
  basis: Uint32Array;
  readonly tagSets = new Words<string>();
  readonly bases = new Words<string>();
  /** Name and address, by which cases are sorted. */
  readonly customers = new OrderedWords();
  /** Addresses in lower case. */
  readonly emails = new Words<string>();
  /** One more than the highest row. */
  size = 0;
  capacity: number;

  constructor(capacity = firstCapacity) {
    this.capacity = capacity;
    this.live = new Bits(capacity);
    this.complaint = new Bits(capacity);
    this.needsReview = new Bits(capacity);
    this.unanalysed = new Bits(capacity);
    this.coded = Object.fromEntries(codedFields.map((name) => [name, new CodedField(capacity)])) as typeof this.coded;
    this.numbers = Object.fromEntries(
      numberColumns.map((name) => [name, new Float64Array(capacity)]),
    ) as typeof this.numbers;
    this.minutes = Object.fromEntries(
      minuteColumns.map((name) => [name, new Uint32Array(capacity)]),
    ) as typeof this.minutes;
    this.ids = new Uint32Array(capacity * 3);
    this.verdict = new Uint8Array(capacity);
    this.rating = new Uint8Array(capacity);
    this.tagSet = new Uint32Array(capacity);
    this.customer = new Uint32Array(capacity);
    this.email = new Uint32Array(capacity);
    this.basis = new Uint32Array(capacity);
  }

  /** Makes room for a row; true when columns were replaced by longer ones. */
  reserve(row: number): boolean {
    if (row < this.capacity) return false;
    this.capacity = Math.max(row + 1, this.capacity * 2);
    const { capacity } = this;
    for (const bits of [this.live, this.complaint, this.needsReview, this.unanalysed]) bits.grow(capacity);
    for (const name of codedFields) this.coded[name].grow(capacity);
    for (const name of numberColumns) this.numbers[name] = longer(this.numbers[name], new Float64Array(capacity));
    for (const name of minuteColumns) this.minutes[name] = longer(this.minutes[name], new Uint32Array(capacity));
    this.ids = longer(this.ids, new Uint32Array(capacity * 3));
    this.verdict = longer(this.verdict, new Uint8Array(capacity));
    this.rating = longer(this.rating, new Uint8Array(capacity));
    this.tagSet = longer(this.tagSet, new Uint32Array(capacity));
    this.customer = longer(this.customer, new Uint32Array(capacity));
    this.email = longer(this.email, new Uint32Array(capacity));
    this.basis = longer(this.basis, new Uint32Array(capacity));
    return true;
  }

  /** Writes a case over whatever the row held. */
  write(row: number, value: SupportCase): void {
    if (this.live.has(row)) for (const name of codedFields) this.coded[name].unset(row);
    this.live.add(row);
    this.size = Math.max(this.size, row + 1);
    const { dueMs, riskMs, resting } = standing(value);
    const words = { ...value, resting: dueMs < Infinity ? 'running' : resting };
    for (const name of codedFields) this.coded[name].set(row, words[name]);
    const { numbers } = this;
    numbers.created[row] = Date.parse(value.createdAt);
    numbers.updated[row] = Date.parse(value.updatedAt);
    numbers.due[row] = dueMs;
    numbers.risk[row] = riskMs;
    numbers.level[row] = value.sla === null ? Number.POSITIVE_INFINITY : nextLevel(value.sla);
    numbers.ended[row] = instant(value.resolvedAt ?? value.closedAt);
    numbers.firstResponse[row] = instant(value.firstResponseAt);
    numbers.reopened[row] = instant(value.reopenedAt);
    numbers.asked[row] = instant(value.satisfaction?.asked.at ?? null);
    numbers.rated[row] = instant(value.satisfaction?.answer?.at ?? null);
    this.rating[row] = value.satisfaction?.answer?.rating ?? 0;
    for (const name of minuteColumns) this.minutes[name][row] = value[name] ?? unknownMinutes;
    this.verdict[row] = verdictOf(value);
    for (let i = 0; i < 3; i++) this.ids[row * 3 + i] = Number.parseInt(value.id.slice(i * 8, i * 8 + 8), 16);
    this.tagSet[row] = this.tagSets.code(value.tags.join('\n'));
    this.customer[row] = this.customers.code(customerText(value));
    this.email[row] = this.emails.code(value.customer.email.toLowerCase());
    this.basis[row] = this.bases.code(value.sla?.basis ?? '');
    put(this.complaint, row, value.complaint);
    put(this.needsReview, row, value.ai?.needsReview === true);
    put(this.unanalysed, row, value.ai === null);
  }

  /** Takes a row out; its number stays taken. */
  remove(row: number): void {
    for (const name of codedFields) this.coded[name].unset(row);
    for (const bits of [this.live, this.complaint, this.unanalysed]) bits.remove(row);
  }

  /** Forgets names and addresses of customers that no case has any more. */
  forgetUnused(): void {
    const customers = new Uint8Array(this.customers.values.length);
    const emails = new Uint8Array(this.emails.values.length);
    this.live.each((row) => {
      customers[this.customer[row] as number] = 1;
      emails[this.email[row] as number] = 1;
    });
    for (const [code, used] of customers.entries()) if (used === 0) this.customers.forget(code);
    for (const [code, used] of emails.entries()) if (used === 0) this.emails.replace(code, forgotten(code));
  }

  /** Takes over the words behind the codes, and makes the sets of rows that follow from them. */
  restoreWords(words: Record<string, (string | null)[]>): void {
    for (const name of codedFields) this.coded[name].rebuild(words[name] ?? [], this.live);
    for (const text of words.tagSets ?? []) this.tagSets.code(text ?? '');
    for (const text of words.bases ?? []) this.bases.code(text ?? '');
    for (const text of words.customers ?? []) this.customers.code(text ?? '');
    for (const text of words.emails ?? []) this.emails.code(text ?? '');
  }

  idAt(row: number): string {
    for (let i = 0; i < 3; i++) idBytes.writeUInt32BE(this.ids[row * 3 + i] as number, i * 4);
    return idBytes.toString('hex');
  }
}

const numberForm = /^HC-(\d{1,9})$/;

/** The row that the number of a case stands for. @throws Failure `invalid` for what is no number of a case */
export function rowOf(number: string): number {
  const digits = numberForm.exec(number)?.[1];
  const row = Number(digits);
  if (digits === undefined || row >= mostRows) throw new Failure('invalid', 'That is not the number of a case.');
  return row;
}

export function customerText({ customer }: Pick<SupportCase, 'customer'>): string {
  return `${customer.name.toLowerCase()} ${customer.email}`;
}

function verdictOf(value: SupportCase): number {
  if (value.resolvedAt === null) return verdicts.none;
  const { state } = clocks(value, Date.parse(value.resolvedAt)).resolution;
  if (state === 'met') return verdicts.met;
  return state === 'breached' ? verdicts.missed : verdicts.none;
}

function instant(at: string | null): number {
  return at === null ? Number.NaN : Date.parse(at);
}

function put(bits: Bits, row: number, holds: boolean): void {
  if (holds) bits.add(row);
  else bits.remove(row);
}

function longer<T extends Float64Array | Uint32Array | Uint8Array>(old: T, fresh: T): T {
  fresh.set(old);
  return fresh;
}
