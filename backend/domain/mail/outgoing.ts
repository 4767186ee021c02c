import type { SupportCase } from '../case/case.ts';
import type { TaskMail } from '../task/task.ts';
import type { OutgoingKind } from '../vocabulary.ts';
import type { Instant } from './mail.ts';

/**
 * A mail of ours on its way out. It is written in the commit of what caused it and goes only with the commit that says
 * what became of it, so that it can neither be forgotten nor be sent for nothing.
 */
export interface Outgoing {
  /** 24 lower-case hex digits: the message it is on the case, and the mark by which the sent mail is found again. */
  id: string;
  caseId: string;
  /** Address it is sent from; its Sent Items are searched after a doubtful answer. */
  mailbox: string;
  kind: OutgoingKind;
  /** The message of the case it answers, or null where it begins a conversation. */
  answers: string | null;
  /** Present where it goes to somebody outside, about a task of theirs. */
  task?: TaskMail;
  /** Its place in line: mails of one case leave in this order. */
  queuedAt: Instant;
  /** Not to be sent before: the time to undo it, or to wait after a fault. */
  notBefore: Instant;
  /** `sending`: a try was begun and nobody knows how it ended until the mailbox is asked. */
  state: 'queued' | 'sending';
  attempts: number;
  /** Whose try is under way, by a name used once, and until when nobody else may begin one; null when nobody is trying. */
  claim: { by: string; until: Instant } | null;
  /** When the try that may have succeeded began, or null. */
  triedAt: Instant | null;
  /** Graph id of the draft, which keeps it when it is sent; null before there is one. */
  graphId: string | null;
  lastError: string | null;
  /** What the case was before and after, so that undoing restores only what sending changed; null for automatic mail. */
  undo: { before: Undoable; after: Undoable } | null;
}

/** Fields of a case that sending a reply may change. */
export type Undoable = Pick<
  SupportCase,
  | 'status'
  | 'statusSince'
  | 'resolution'
  | 'participants'
  | 'firstResponseAt'
  | 'lastMessageAt'
  | 'resolvedAt'
  | 'closedAt'
  | 'reopenedAt'
>;

/** What names a mail in the outbox. */
export type OutgoingName = Pick<Outgoing, 'id' | 'caseId' | 'queuedAt'>;

/** The first try is yet to come. */
export function queued(
  mail: Omit<Outgoing, 'state' | 'attempts' | 'claim' | 'triedAt' | 'graphId' | 'lastError'>,
): Outgoing {
  return {
    ...mail,
    state: 'queued',
    attempts: 0,
    claim: null,
    triedAt: null,
    graphId: null,
    lastError: null,
  };
}

/** Milliseconds until it may be tried, at `nowMs`; 0 when it is due. */
export function waitOf(mail: Pick<Outgoing, 'notBefore' | 'claim'>, nowMs: number): number {
  const from = Math.max(Date.parse(mail.notBefore), mail.claim === null ? 0 : Date.parse(mail.claim.until));
  return Math.max(0, from - nowMs);
}
