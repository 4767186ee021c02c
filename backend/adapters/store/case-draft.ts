import type { CaseEvent, CaseMessage, MessageHome, SupportCase, Versioned } from '../../domain/case/case.ts';
import { openingOf } from '../../domain/case/open.ts';
import { Failure } from '../../domain/failure.ts';
import type { MailFate } from '../../domain/mail/mail.ts';
import type { Outgoing, OutgoingName } from '../../domain/mail/outgoing.ts';
import { type Task, taskHome } from '../../domain/task/task.ts';
import type { CaseTransaction, Completion, MessageName, NewEvent, Receipt } from '../../ports/case-store.ts';
import type { RowValue } from '../../ports/table-backend.ts';
import { asRow, type EventRow, type MessageRow, toVersionedCase, toVersionedTask } from './case-rows.ts';
import { shardRows } from './keys.ts';

/** Fetches the bodies that lie outside of the row. */
export type LoadMessage = (row: MessageRow) => Promise<CaseMessage>;

/** How a story sees the rows of its shard. */
export interface ShardReader {
  /** A value of the reader's own. */
  get(row: string): Promise<RowValue | undefined>;
  /** A value that others read as well, and nobody may change. */
  look(row: string): Promise<Readonly<RowValue> | undefined>;
  /** Rows that begin with `prefix`, in order. */
  beginning(prefix: string): Promise<RowValue[]>;
}

/** What one run of a story read and wants to write. Nothing of it is stored yet. */
export class CaseDraft implements CaseTransaction {
  readonly cases = new Map<string, SupportCase>();
  readonly messages: CaseMessage[] = [];
  readonly rewrittenMessages: CaseMessage[] = [];
  readonly rewrittenEvents: EventRow[] = [];
  /** Messages that go, by row. */
  readonly removed = new Map<string, MessageName>();
  /** By row; null where the mail leaves the outbox. */
  readonly outbox = new Map<string, Outgoing | null>();
  readonly fates = new Map<string, MailFate>();
  readonly amendedFates = new Map<string, MailFate>();
  readonly receipts = new Map<string, Receipt>();
  events: NewEvent[] = [];
  /** Rows the story has looked at: when one of them changes, the story must run again. */
  readonly rowsRead = new Set<string>();
  readonly prefixesRead = new Set<string>();
  /** Stored messages that show elsewhere from now on. */
  readonly placed: MessageRow[] = [];
  /** Null for one that is to go. */
  readonly tasks = new Map<string, Task | null>();
  readonly #shard: number;
  readonly #shardOf: (hex: string) => number;
  readonly #reader: ShardReader;
  readonly #load: LoadMessage;

  constructor(shard: number, shardOf: (hex: string) => number, reader: ShardReader, load: LoadMessage) {
    this.#shard = shard;
    this.#shardOf = shardOf;
    this.#reader = reader;
    this.#load = load;
  }

  async read(row: string): Promise<RowValue | undefined> {
    this.rowsRead.add(row);
    return this.#reader.get(row);
  }

  /** As `read`, for whoever changes nothing of it. */
  async look(row: string): Promise<Readonly<RowValue> | undefined> {
    this.rowsRead.add(row);
    return this.#reader.look(row);
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

  async message({ caseId, at, id }: MessageName): Promise<CaseMessage | undefined> {
    this.#mustBeHere(caseId);
    const value = await this.read(shardRows.message(caseId, at, id));
    return value && this.#load(asRow<MessageRow>(value));
  }

  async outgoing({ caseId, queuedAt, id }: OutgoingName): Promise<Outgoing | undefined> {
    this.#mustBeHere(caseId);
    const value = await this.read(shardRows.outgoing(queuedAt, id));
    return value && asRow<Outgoing>(value);
  }

  async ownMessages(caseId: string): Promise<CaseMessage[]> {
    this.#mustBeHere(caseId);
    const prefix = shardRows.messages(caseId);
    this.prefixesRead.add(prefix);
    const rows = await this.#reader.beginning(prefix);
    return rows.map((row) => asRow<MessageRow>(row).message);
  }

  rewriteMessage(message: CaseMessage): void {
    this.#mustBeHere(message.caseId);
    this.rewrittenMessages.push(structuredClone(message));
  }

  async event(seq: number): Promise<CaseEvent | undefined> {
    const value = await this.read(shardRows.event(seq));
    return value && asRow<EventRow>(value).event;
  }

  async rewriteEvent(event: CaseEvent): Promise<void> {
    const stored = await this.read(shardRows.event(event.seq));
    if (stored === undefined) throw new Failure('not-found', `There is no entry ${event.seq}.`);
    this.rewrittenEvents.push({ event: structuredClone(event), batch: asRow<EventRow>(stored).batch });
  }

  async placeMessage(
    { caseId, at, messageId }: MessageHome,
    movedTo: NonNullable<CaseMessage['movedTo']>,
  ): Promise<void> {
    this.#mustBeHere(caseId);
    const stored = await this.read(shardRows.message(caseId, at, messageId));
    if (stored === undefined) throw new Failure('not-found', `There is no message ${messageId}.`);
    const { message, blobs } = asRow<MessageRow>(stored);
    this.placed.push({ message: { ...message, movedTo }, blobs });
  }

  async task(name: Pick<Task, 'id' | 'caseId'>): Promise<Versioned<Task> | undefined> {
    const home = taskHome(name);
    this.#mustBeHere(home);
    const value = await this.read(shardRows.task(home, name.id));
    return value && toVersionedTask(this.#shard, value);
  }

  putTask(task: Task): void {
    this.#mustBeHere(taskHome(task));
    this.tasks.set(shardRows.task(taskHome(task), task.id), structuredClone(task));
  }

  removeTask(name: Pick<Task, 'id' | 'caseId'>): void {
    const home = taskHome(name);
    this.#mustBeHere(home);
    this.tasks.set(shardRows.task(home, name.id), null);
  }

  putCase(value: SupportCase): void {
    this.#mustBeHere(value.id);
    this.cases.set(value.id, structuredClone(value));
  }

  addMessage(message: CaseMessage): void {
    this.#mustBeHere(message.caseId);
    this.messages.push(structuredClone(message));
  }

  removeMessage({ caseId, at, id }: MessageName): void {
    this.#mustBeHere(caseId);
    this.removed.set(shardRows.message(caseId, at, id), { caseId, at, id });
  }

  putOutgoing(mail: Outgoing): void {
    this.#mustBeHere(mail.caseId);
    this.outbox.set(shardRows.outgoing(mail.queuedAt, mail.id), structuredClone(mail));
  }

  removeOutgoing({ caseId, queuedAt, id }: OutgoingName): void {
    this.#mustBeHere(caseId);
    this.outbox.set(shardRows.outgoing(queuedAt, id), null);
  }

  putFate(fate: MailFate): void {
    if (this.fates.has(fate.mailKey)) throw secondFate(fate);
    this.fates.set(fate.mailKey, structuredClone(fate));
  }

  amendFate(fate: MailFate): void {
    this.amendedFates.set(fate.mailKey, structuredClone(fate));
  }

  putReceipt(key: string, receipt: Receipt): void {
    this.receipts.set(key, structuredClone(receipt));
  }

  record(event: NewEvent): void {
    if (event.caseId !== null) this.#mustBeHere(event.caseId);
    const opened = event.kind === 'case.opened' ? this.cases.get(event.caseId ?? '') : undefined;
    this.events.push(structuredClone(opened === undefined ? event : { ...event, opened: openingOf(opened) }));
  }

  /** Lets each case that the story wrote follow from what happened to it. */
  async complete(completion: Completion): Promise<void> {
    for (const [caseId, after] of this.cases) {
      const stored = await this.look(shardRows.case(caseId));
      const before = stored && toVersionedCase(this.#shard, stored).value;
      const events = this.events.filter((event) => event.caseId === caseId);
      const messages = this.messages.filter((message) => message.caseId === caseId);
      const removed = [...this.removed.values()].filter((message) => message.caseId === caseId);
      const completed = completion({ before, after, events, messages, removed });
      this.cases.set(caseId, completed.after);
      const replaced = new Map(events.map((event, i) => [event, completed.events[i] ?? event]));
      this.events = this.events.map((event) => replaced.get(event) ?? event);
    }
  }

  writesNothing(): boolean {
    const rewritten = this.rewrittenMessages.length + this.rewrittenEvents.length + this.amendedFates.size;
    const onCases = this.cases.size + this.messages.length + this.placed.length + this.removed.size + this.tasks.size;
    const writes = rewritten + onCases + this.fates.size + this.receipts.size + this.outbox.size;
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
