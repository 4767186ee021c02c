import type { CaseEvent, CaseMessage, MessageHome, SupportCase, Versioned } from '../domain/case/case.ts';
import type { Instant, MailFate } from '../domain/mail/mail.ts';
import type { Outgoing, OutgoingName } from '../domain/mail/outgoing.ts';
import type { Task } from '../domain/task/task.ts';

/** Proof that a request with an Idempotency-Key was carried out. */
export interface Receipt {
  /** Hash of the request, so that the same key with another request is refused. */
  requestHash: string;
  caseId: string;
}

/** What names a message: its time is part of its place in the conversation. */
export interface MessageName {
  caseId: string;
  at: Instant;
  id: string;
}

/** What the story of a transaction adds to the log; the store fills in shard, sequence number and operation. */
export type NewEvent = Omit<CaseEvent, 'shard' | 'seq' | 'opId'>;

/**
 * Reads and writes of one operation on one shard. Reads see the state that the commit will be checked against; writes
 * become visible together or not at all.
 */
export interface CaseTransaction {
  case(caseId: string): Promise<Versioned<SupportCase> | undefined>;
  fate(mailKey: string): Promise<MailFate | undefined>;
  receipt(key: string): Promise<Receipt | undefined>;
  message(name: MessageName): Promise<CaseMessage | undefined>;
  outgoing(name: OutgoingName): Promise<Outgoing | undefined>;
  /** The messages that lie on the case, oldest first, wherever they show now. Long bodies are left out. */
  ownMessages(caseId: string): Promise<CaseMessage[]>;
  putCase(value: SupportCase): void;
  /** A message with the same name is replaced. */
  addMessage(message: CaseMessage): void;
  removeMessage(name: MessageName): void;
  putOutgoing(mail: Outgoing): void;
  removeOutgoing(name: OutgoingName): void;
  task(name: Pick<Task, 'id' | 'caseId'>): Promise<Versioned<Task> | undefined>;
  putTask(task: Task): void;
  removeTask(name: Pick<Task, 'id' | 'caseId'>): void;
  /** Puts a message over one that is there, without anything having happened to its case. */
  rewriteMessage(message: CaseMessage): void;
  /** An entry of the shard's log. */
  event(seq: number): Promise<CaseEvent | undefined>;
  /** Puts an entry over the one with its number. Only for taking out what must not be kept. */
  rewriteEvent(event: CaseEvent): Promise<void>;
  /** Says on which case a stored message shows. */
  placeMessage(home: MessageHome, movedTo: NonNullable<CaseMessage['movedTo']>): Promise<void>;
  /** Written once: a second fate for the same mail key is refused as `conflict`, but in place of a parked one. */
  putFate(fate: MailFate): void;
  /** Adds to a fate that is there what was learned later; what became of the mail stays. */
  amendFate(fate: MailFate): void;
  putReceipt(key: string, receipt: Receipt): void;
  record(event: NewEvent): void;
}

/** Everything that one story did to one case. */
export interface WrittenCase {
  /** Undefined when the story opened it. */
  before: SupportCase | undefined;
  after: SupportCase;
  events: readonly NewEvent[];
  /** Added, or put over what was there. */
  messages: readonly CaseMessage[];
  removed: readonly MessageName[];
}

/** What follows for a case from what a story wrote; becomes part of the same commit. Pure and quick. */
export type Completion = (written: WrittenCase) => Pick<WrittenCase, 'after' | 'events'>;

export interface CaseStore {
  readonly shardCount: number;
  /** Shard of a case id or mail key, both hex. */
  shardOf(hex: string): number;
  get(caseId: string): Promise<Versioned<SupportCase> | undefined>;
  /**
   * What shows on the case, oldest first: its own messages, those moved to it, and those of the cases merged into it.
   * A merged case shows none. Each message shows on exactly one case at any moment.
   */
  messages(caseId: string): Promise<CaseMessage[]>;
  /** Those of `messages` that lie on other cases. */
  messagesFromElsewhere(value: SupportCase): Promise<CaseMessage[]>;
  /** Oldest first, from the log. */
  history(caseId: string): Promise<CaseEvent[]>;
  /** The fate of a mail that ended on shard `shard`. */
  fate(shard: number, mailKey: string): Promise<MailFate | undefined>;
  /** Proof of an earlier request that was carried out on the shard of `route`. */
  receipt(route: string, key: string): Promise<Receipt | undefined>;
  /**
   * Runs `story` and commits what it wrote, with at least one event whenever anything is written. The story may run
   * several times when others write to the same shard, so it must have no effect but through `tx`. Resolves only once
   * the commit is durable. A Failure thrown by the story leaves everything as it was.
   * @param route hex id that chooses the shard: the case id, or the mail key of a mail on no case
   * @throws Failure `unavailable` when the store cannot be reached; then nothing or everything was written, and running
   *   the same story again is safe
   */
  transact<T>(route: string, opId: string, story: (tx: CaseTransaction) => Promise<T>): Promise<T>;
  /** Events after `afterSeq` in order, at most `limit`. */
  tail(shard: number, afterSeq: number, limit: number): Promise<CaseEvent[]>;
  /** Sequence number of the last event of each shard. */
  heads(): Promise<number[]>;
  /**
   * Another number whenever another process may have committed since; undefined where only reading the store tells.
   */
  version(): number | undefined;
  /** Sequence number of the last event that this process has committed; Infinity while that is not known. */
  committedUpTo(shard: number): number;
  /** Every case of a shard, in pages by id, for building a read model. */
  scan(shard: number, afterId: string | null, limit: number): Promise<Versioned<SupportCase>[]>;
  task(name: Pick<Task, 'id' | 'caseId'>): Promise<Versioned<Task> | undefined>;
  /** Every task of a shard, in pages; `after` is the last one of the page before. */
  scanTasks(shard: number, after: Task | null, limit: number): Promise<Versioned<Task>[]>;
  /** Messages of every case from one id to another, both included, those of a case together and oldest first. */
  messagesBetween(shard: number, firstId: string, lastId: string): Promise<CaseMessage[]>;
  /** Calls back, soon after, whenever this process commits to a shard. Returns how to stop. */
  onCommit(listener: (shard: number) => void): () => void;
}

/** Hands out case numbers. Never the same twice, over all processes on one store; gaps are possible. */
export interface CaseNumbers {
  /** `HC-1001`, `HC-1002`, … */
  next(): Promise<string>;
}
