import type { CaseEvent } from '../domain/case/case.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { ChangeFeed } from '../ports/change-feed.ts';
import type { MailEntry, MailSink } from '../ports/mail-index.ts';
import type { LogPosition } from '../ports/text-index.ts';

/** Small, because requests are answered between two pages. */
const pageSize = 250;
const mostPast = 1_000_000;

export interface WhatIsKnown {
  /** The sinks know of every mail up to these; null when they know of none. */
  positions?: readonly LogPosition[] | null;
  /** Mails decided before are of no interest. Milliseconds since the epoch. */
  sinceMs?: number;
}

/**
 * Tells sinks of every mail: those that come, and then, from the log's end backwards, those that came before. The newest
 * are known within moments after a start, however long the log is. Where sinks know of the past already, only what came
 * since is read, in order.
 */
export class MailFollower {
  readonly #store: Pick<CaseStore, 'heads' | 'tail'>;
  readonly #feed: ChangeFeed;
  readonly #sinks: MailSink[];
  /** Events that came before their turn; null once they are told as they come. */
  #early: CaseEvent[] | null = [];
  #positions: LogPosition[] = [];
  #complete = false;
  #stopped = false;
  #unfollow: () => void = () => {};

  constructor(store: Pick<CaseStore, 'heads' | 'tail'>, feed: ChangeFeed, sinks: MailSink[]) {
    this.#store = store;
    this.#feed = feed;
    this.#sinks = sinks;
  }

  /** To be called before the feed begins. */
  follow(): void {
    this.#unfollow = this.#feed.follow(({ event }) => {
      if (this.#early === null) this.#tellLive(event);
      else this.#early.push(event);
    });
  }

  /** To be called after `follow`. Resolves when everything was read. */
  async read({ positions = null, sinceMs = Number.NEGATIVE_INFINITY }: WhatIsKnown = {}): Promise<void> {
    const heads = await this.#store.heads();
    if (positions === null)
      this.#positions = await Promise.all(heads.map((head, shard) => this.#positionAt(shard, head)));
    else await this.#readOn(positions, heads);
    const early = this.#early ?? [];
    this.#early = null;
    for (const event of early) this.#tellLive(event);
    if (positions === null) await this.#readBack(heads, sinceMs);
    if (this.#stopped) return;
    for (const sink of this.#sinks) sink.loaded();
    this.#complete = true;
  }

  /** `follow` and `read` in one. */
  async start(known?: WhatIsKnown): Promise<void> {
    this.follow();
    await this.read(known);
  }

  /** How far the sinks have been told; null while the past is being read. */
  positions(): LogPosition[] | null {
    return this.#complete ? [...this.#positions] : null;
  }

  stop(): void {
    this.#stopped = true;
    this.#unfollow();
  }

  async #positionAt(shard: number, seq: number): Promise<LogPosition> {
    const [event] = seq === 0 ? [] : await this.#store.tail(shard, seq - 1, 1);
    return { seq, opId: event?.opId ?? '' };
  }

  async #readOn(positions: readonly LogPosition[], heads: number[]): Promise<void> {
    this.#positions = [...positions];
    for (const [shard, head] of heads.entries()) {
      for (let seq = positions[shard]?.seq ?? 0; seq < head && !this.#stopped; ) {
        const events = await this.#store.tail(shard, seq, Math.min(pageSize, head - seq));
        for (const event of events) this.#tellLive(event);
        seq = events.at(-1)?.seq ?? head;
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
  }

  async #readBack(heads: number[], sinceMs: number): Promise<void> {
    const shards = heads.map((head, shard) => ({ shard, left: head, oldest: '\uffff' }));
    for (let count = 0; count < mostPast && !this.#stopped; ) {
      // The shard that has gone back least goes on, so that all together go back in time.
      const next = shards.filter(({ left }) => left > 0).sort((a, b) => (a.oldest < b.oldest ? 1 : -1))[0];
      if (next === undefined || Date.parse(next.oldest) < sinceMs) return;
      const from = Math.max(0, next.left - pageSize);
      const events = await this.#store.tail(next.shard, from, next.left - from);
      next.left = from;
      next.oldest = events[0]?.at ?? next.oldest;
      for (const event of events.reverse()) if (this.#tell(event, 'past')) count += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** What was read from the log already is not told again when the feed brings it. */
  #tellLive(event: CaseEvent): void {
    if (event.seq <= (this.#positions[event.shard]?.seq ?? 0)) return;
    this.#positions[event.shard] = { seq: event.seq, opId: event.opId };
    this.#tell(event, 'live');
  }

  #tell(event: CaseEvent, when: 'live' | 'past'): boolean {
    const { mail, kind, shard, caseId, at } = event;
    if (mail === null) return false;
    if (kind === 'mail.erased') for (const sink of this.#sinks) sink.erased(mail.mailKey);
    if (kind === 'mail.released') for (const sink of this.#sinks) sink.released(mail.mailKey, when);
    if (mail.seen === undefined) return false;
    const entry: MailEntry = { shard, mark: { ...mail, seen: mail.seen }, caseId, decidedAt: at };
    for (const sink of this.#sinks) sink[when](entry);
    return true;
  }
}
