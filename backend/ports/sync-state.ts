import type { Instant } from '../domain/mail/mail.ts';

/** A Graph change subscription as we last knew it. */
export interface MailSubscription {
  id: string;
  mailbox: string;
  /** Where Graph was told to push. */
  notificationUrl: string;
  /** Secret that a genuine notification repeats. */
  clientState: string;
  expiresAt: Instant;
}

/** A mailbox of which nothing is heard, until something is. */
export interface MailboxSilence {
  mailbox: string;
  since: Instant;
  why: string;
  /** When Teams was told; null until then. */
  toldAt: Instant | null;
}

/** Mail to a mailbox that goes round in a circle, until an hour has passed without any. */
export interface MailLoop {
  mailbox: string;
  /** When the first of it was held back. */
  since: Instant;
  /** Mails held back so far. */
  held: number;
  /** When Teams was told; null until then. */
  toldAt: Instant | null;
}

/** How far each mailbox has been read, and the subscriptions that push to us. */
export interface SyncState {
  deltaCursor(mailbox: string): Promise<string | null>;
  setDeltaCursor(mailbox: string, cursor: string | null): Promise<void>;
  /** Start of the next received-time sweep. */
  sweptUntil(mailbox: string): Promise<Instant | null>;
  setSweptUntil(mailbox: string, until: Instant): Promise<void>;
  subscriptions(): Promise<MailSubscription[]>;
  putSubscription(subscription: MailSubscription): Promise<void>;
  removeSubscription(id: string): Promise<void>;
  silences(): Promise<MailboxSilence[]>;
  putSilence(silence: MailboxSilence): Promise<void>;
  removeSilence(mailbox: string): Promise<void>;
  loops(): Promise<MailLoop[]>;
  putLoop(loop: MailLoop): Promise<void>;
  removeLoop(mailbox: string): Promise<void>;
}
