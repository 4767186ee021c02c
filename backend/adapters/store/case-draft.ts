import type { CaseMessage, SupportCase, Versioned } from '../../domain/case/case.ts';
import { Failure } from '../../domain/failure.ts';
import type { MailFate } from '../../domain/mail/mail.ts';
import type { CaseTransaction, NewEvent, Receipt } from '../../ports/case-store.ts';
import type { RowValue } from '../../ports/table-backend.ts';
import { asRow, toVersionedCase } from './case-rows.ts';
import { shardRows } from './keys.ts';

export type ReadRow = (row: string) => Promise<RowValue | undefined>;

/** What one run of a story read and wants to write. Nothing of it is stored yet. */
export class CaseDraft implements CaseTransaction {
  readonly cases = new Map<string, SupportCase>();
  readonly messages: CaseMessage[] = [];
  readonly fates = new Map<string, MailFate>();
  readonly receipts = new Map<string, Receipt>();
  readonly events: NewEvent[] = [];
  /** Rows the story has looked at: when one of them changes, the story must run again. */
  readonly rowsRead = new Set<string>();
  readonly #shard: number;
  readonly #shardOf: (hex: string) => number;
  readonly #readRow: ReadRow;

  constructor(shard: number, shardOf: (hex: string) => number, readRow: ReadRow) {
    this.#shard = shard;
    this.#shardOf = shardOf;
    this.#readRow = readRow;
  }

  async read(row: string): Promise<RowValue | undefined> {
    this.rowsRead.add(row);
    return this.#readRow(row);
  }

  async case(caseId: string): Promise<Versioned<SupportCase> | undefined> {
    this.#mustBeHere(caseId);
    const value = await this.read(shardRows.case(caseId));
    return value && toVersionedCase(this.#shard, value);
  }

  async fate(mailKey: string): Promise<MailFate | undefined> {
    const value = await this.read(shardRows.fate(mailKey));
    return value && asRow<MailFate>(value);
  }

  async receipt(key: string): Promise<Receipt | undefined> {
    const value = await this.read(shardRows.receipt(key));
    return value && asRow<Receipt>(value);
  }

  putCase(value: SupportCase): void {
    this.#mustBeHere(value.id);
    this.cases.set(value.id, structuredClone(value));
  }

  addMessage(message: CaseMessage): void {
    this.#mustBeHere(message.caseId);
    this.messages.push(structuredClone(message));
  }

  putFate(fate: MailFate): void {
    if (this.fates.has(fate.mailKey)) throw secondFate(fate);
    this.fates.set(fate.mailKey, structuredClone(fate));
  }

  putReceipt(key: string, receipt: Receipt): void {
    this.receipts.set(key, structuredClone(receipt));
  }

  record(event: NewEvent): void {
    if (event.caseId !== null) this.#mustBeHere(event.caseId);
    this.events.push(structuredClone(event));
  }

  writesNothing(): boolean {
    const writes = this.cases.size + this.messages.length + this.fates.size + this.receipts.size;
    if (writes > 0 && this.events.length === 0) {
      throw new Failure('invalid', 'A transaction that writes must record an event.');
    }
    return this.events.length === 0;
  }

  #mustBeHere(caseId: string): void {
    if (this.#shardOf(caseId) !== this.#shard) {
      throw new Failure('invalid', `The case ${caseId} lies on another shard than the transaction.`);
    }
  }
}

export function secondFate(fate: MailFate): Failure {
  return new Failure('conflict', `The mail ${fate.mailKey} already has a fate.`);
}
