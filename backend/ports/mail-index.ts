import type { Instant } from '../domain/mail/mail.ts';
import type { MailMark } from '../domain/mail/mail-mark.ts';
import type { MailBecame } from '../domain/vocabulary.ts';

/** What the log says of one mail. */
export interface MailEntry {
  shard: number;
  mark: MailMark & { seen: NonNullable<MailMark['seen']> };
  caseId: string | null;
  decidedAt: Instant;
}

/** Takes in what happens to mails. `live` entries come as they happen, `past` ones newest first at some time after start. */
export interface MailSink {
  live(entry: MailEntry): void;
  past(entry: MailEntry): void;
  /** The parked fate that the mail had until then no longer stands. */
  released(mailKey: string, when: 'live' | 'past'): void;
  /** Sender and subject of the mail are to be forgotten. */
  erased(mailKey: string): void;
  /** No more past entries come. */
  loaded(): void;
}

/** Each list is "any of"; all given fields must hold. */
export interface MailFilter {
  became?: MailBecame[];
  mailbox?: string[];
  caseId?: string;
  /** Text that sender and subject contain, without regard to case and accents. */
  q?: string;
  /** By time of receipt; from inclusive, to exclusive. */
  from?: Instant;
  to?: Instant;
}

export interface MailPage {
  /** Where to find the fates, those received last first. */
  items: { shard: number; mailKey: string }[];
  total: number;
  next?: string;
  /** How many of each there are under the filter without its `became`; they add up to all. */
  counts: Record<MailBecame, number>;
}

export interface MailIndex {
  /** False for a while after start, when older mails may still be missing. */
  complete(): boolean;
  /** @throws Failure `invalid` for a cursor that is not one of ours */
  list(filter: MailFilter, page: { limit: number; after?: string }): MailPage;
  /** Times of receipt of the mailbox's mails since `sinceMs`, newest first, at most `limit`. Milliseconds. */
  receivedSince(mailbox: string, sinceMs: number, limit: number): number[];
  /** How many mails the mailbox received from one moment, inclusive, to another. Milliseconds. */
  countBetween(mailbox: string, fromMs: number, toMs: number): number;
}
