import { setTimeout as sleep } from 'node:timers/promises';
import type { CaseEvent, CaseMessage, SupportCase, Versioned } from '../domain/case/case.ts';
import { showsAtHome } from '../domain/case/move.ts';
import { Failure } from '../domain/failure.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { ChangeFeed } from '../ports/change-feed.ts';
import type { Log } from '../ports/system.ts';
import type { CaseText, LogPosition, TextIndex } from '../ports/text-index.ts';
import { rowOf } from './case-columns.ts';

/** Cases read and handed over at a time: what a page keeps the thread busy for stays under ten milliseconds. */
const pageSize = 200;
const patienceMs = 1_500;
const eventPage = 500;
/** Longest body that is indexed, in characters. */
const longestBody = 100_000;
const textFields = new Set(['subject', 'summary', 'tags', 'customer', 'participants']);

/** What the feed needs of the tailer. */
export interface FollowedLog extends ChangeFeed {
  /** How far changes have been told to followers. */
  positions(): LogPosition[];
  /** Whether the log of this store has these events. */
  holds(positions: readonly LogPosition[]): Promise<boolean>;
}

/** Keeps the text index up to date with the log: built in the background once, a few changed cases at a time afterwards. */
export class TextFeed {
  readonly text: TextIndex;
  readonly #store: CaseStore;
  readonly #log: Log;
  readonly #changed = new Set<string>();
  #followed: FollowedLog | undefined;
  #built = false;
  #begun: Promise<void> | undefined;
  #done = 0;
  #stopped = false;
  #flushing: Promise<void> | undefined;

  constructor(store: CaseStore, text: TextIndex, log: Log) {
    this.#store = store;
    this.text = text;
    this.#log = log;
  }

  /** Null once everything is indexed; else the number of cases that are so far. */
  building(): number | null {
    return this.#built ? null : this.#done;
  }

  /** Changed cases whose text is not indexed yet. */
  get waiting(): number {
    return this.#changed.size;
  }

  /** Brings the index up to the log's present end; resolves when it is there. */
  start(followed: FollowedLog): Promise<void> {
    this.#begun = this.#begin(followed);
    return this.#begun;
  }

  async #begin(followed: FollowedLog): Promise<void> {
    this.#followed = followed;
    followed.follow(({ event }) => this.#note(event));
    const positions = await this.text.positions();
    if (positions !== null && (await followed.holds(positions))) await this.#noteSince(positions);
    else await this.#build();
    this.#built = true;
    await this.flush();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#flushing?.catch(() => undefined);
    await this.text.close();
  }

  /** Resolves once everything told so far can be found. @throws Failure `unavailable` while the index is being built */
  async flush(): Promise<void> {
    // Just after a start the index is there within moments; whoever asks meanwhile would rather wait than be sent away.
    if (!this.#built)
      await Promise.race([this.#begun?.catch(() => undefined), sleep(patienceMs, undefined, { ref: false })]);
    if (!this.#built) {
      const detail = `The text of the cases is still being indexed (${this.#done} so far).`;
      throw new Failure('unavailable', detail, { retryAfterSeconds: 5 });
    }
    // A run under way may have passed the newest change already.
    await this.#flushing;
    if (this.#changed.size === 0) return;
    this.#flushing ??= this.#handOver().finally(() => {
      this.#flushing = undefined;
    });
    await this.#flushing;
  }

  /** Resolves once text search knows nothing of what was replaced. @throws Failure `unavailable` while it is being built */
  async forget(): Promise<void> {
    await this.flush();
    await this.text.forget();
  }

  #note({ kind, caseId, changes }: CaseEvent): void {
    if (caseId === null) return;
    if (kind !== 'case.changed' || changes.some(({ field }) => textFields.has(field))) this.#changed.add(caseId);
  }

  async #handOver(): Promise<void> {
    const positions = this.#followed?.positions() ?? null;
    const ids = [...this.#changed];
    for (let from = 0; from < ids.length && !this.#stopped; from += pageSize) {
      const page = ids.slice(from, from + pageSize);
      // What changes again while it is being read is noted again.
      for (const id of page) this.#changed.delete(id);
      try {
        const texts = await Promise.all(page.map((id) => this.#read(id)));
        await this.text.put(
          texts.filter((text) => text !== null),
          null,
        );
      } catch (error) {
        for (const id of page) this.#changed.add(id);
        throw error;
      }
    }
    if (!this.#stopped) await this.text.put([], positions);
  }

  async #read(caseId: string): Promise<CaseText | null> {
    const found = await this.#store.get(caseId);
    return found === undefined ? null : textOf(found, await this.#store.messages(caseId));
  }

  async #noteSince(positions: readonly LogPosition[]): Promise<void> {
    for (const [shard, { seq }] of positions.entries()) {
      for (let after = seq; ; ) {
        const events = await this.#store.tail(shard, after, eventPage);
        for (const event of events) this.#note(event);
        after = events.at(-1)?.seq ?? after;
        if (events.length < eventPage) break;
      }
    }
  }

  async #build(): Promise<void> {
    const positions = this.#followed?.positions() ?? null;
    await this.text.clear();
    for (let shard = 0; shard < this.#store.shardCount; shard++) await this.#buildShard(shard);
    if (!this.#stopped) await this.text.put([], positions);
    this.#log.info('text of all cases indexed', { cases: this.#done });
  }

  async #buildShard(shard: number): Promise<void> {
    for (let afterId: string | null = null; !this.#stopped; ) {
      const cases: Versioned<SupportCase>[] = await this.#store.scan(shard, afterId, pageSize);
      const [first, last] = [cases[0]?.value.id, cases.at(-1)?.value.id];
      if (first === undefined || last === undefined) return;
      const messages = byCase(await this.#store.messagesBetween(shard, first, last));
      const texts = cases.map(async (one) => {
        const { merged, movedIn, mergedInto } = one.value;
        const alone = mergedInto !== null || merged.length + movedIn.length === 0;
        const elsewhere = alone ? [] : await this.#store.messagesFromElsewhere(one.value);
        const own = one.value.mergedInto === null ? (messages.get(one.value.id) ?? []).filter(showsAtHome) : [];
        return textOf(one, [...own, ...elsewhere]);
      });
      await this.text.put(await Promise.all(texts), null);
      this.#done += cases.length;
      afterId = last;
    }
  }
}

function byCase(messages: readonly CaseMessage[]): Map<string, CaseMessage[]> {
  const groups = new Map<string, CaseMessage[]>();
  for (const message of messages) {
    const group = groups.get(message.caseId);
    if (group === undefined) groups.set(message.caseId, [message]);
    else group.push(message);
  }
  return groups;
}

function textOf({ value }: Versioned<SupportCase>, messages: readonly CaseMessage[]): CaseText {
  const people = [value.customer, ...value.participants].map(({ name, email }) => `${name} ${email}`);
  return {
    row: rowOf(value.number),
    number: value.number,
    subject: value.subject,
    summary: value.summary,
    names: [...new Set([...people, ...value.tags])].join('\n'),
    body: messages
      .map((message) => message.visibleText)
      .join('\n')
      .slice(0, longestBody),
  };
}
