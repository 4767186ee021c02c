import type { Outgoing } from '../domain/mail/outgoing.ts';

/** A mail in the outbox as it was read. */
export interface Waiting {
  mail: Outgoing;
  /** Opaque; changes with every write of the mail. */
  etag: string;
}

/** What waits to be sent. Mails are put in and taken out by transactions of the case store alone. */
export interface Outbox {
  readonly shardCount: number;
  /** In the order of the line, those behind `after`; at most `limit`, fewer mean the end. */
  page(shard: number, after: Outgoing | null, limit: number): Promise<Waiting[]>;
  /** Writes what is known of a try. Undefined when the mail was taken out or changed meanwhile: then hands off. */
  update(waiting: Waiting, next: Outgoing): Promise<Waiting | undefined>;
}
