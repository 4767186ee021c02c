import type { CaseEvent } from '../domain/case/case.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { ChangeFeed } from '../ports/change-feed.ts';
import type { MailEntry, MailSink } from '../ports/mail-index.ts';

/** Small, because requests are answered between two pages. */
const pageSize = 250;
const mostPast = 1_000_000;

/**
 * Tells sinks of every mail: those that come, and then, from the log's end backwards, those that came before. The newest
 * are known within moments after a start, however long the log is.
 */
export class MailFollower {
  readonly #store: Pick<CaseStore, 'heads' | 'tail'>;
  readonly #feed: ChangeFeed;
  readonly #sinks: MailSink[];
  #stopped = false;
  #unfollow: () => void = () => {};

  constructor(store: Pick<CaseStore, 'heads' | 'tail'>, feed: ChangeFeed, sinks: MailSink[]) {
    this.#store = store;
    this.#feed = feed;
    this.#sinks = sinks;
  }

  /** To be called before the feed begins. Resolves when everything was read. */
  async start(): Promise<void> {
    let heads: number[] | null = null;
    const early: CaseEvent[] = [];
    const live = (event: CaseEvent) => {
      if (heads === null) early.push(event);
      else if (event.seq > (heads[event.shard] ?? 0)) this.#tell(event, 'live');
    };
    this.#unfollow = this.#feed.follow(({ event }) => live(event));
    heads = await this.#store.heads();
    for (const event of early) live(event);
    await this.#readBack(heads);
    if (!this.#stopped) for (const sink of this.#sinks) sink.loaded();
  }

  stop(): void {
    this.#stopped = true;
    this.#unfollow();
  }

  async #readBack(heads: number[]): Promise<void> {
    const shards = heads.map((head, shard) => ({ shard, left: head, oldest: '\uffff' }));
    for (let count = 0; count < mostPast && !this.#stopped; ) {
      // The shard that has gone back least goes on, so that all together go back in time.
      const next = shards.filter(({ left }) => left > 0).sort((a, b) => (a.oldest < b.oldest ? 1 : -1))[0];
      if (next === undefined) return;
      const from = Math.max(0, next.left - pageSize);
      const events = await this.#store.tail(next.shard, from, next.left - from);
      next.left = from;
      next.oldest = events[0]?.at ?? next.oldest;
      for (const event of events.reverse()) if (this.#tell(event, 'past')) count += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
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
