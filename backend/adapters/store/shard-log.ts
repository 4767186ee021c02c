import { randomUUID } from 'node:crypto';
import type { CaseTransaction } from '../../ports/case-store.ts';
import { Attempts } from './attempts.ts';
import { asRow, type EventRow, type HeadRow, toRowValue } from './case-rows.ts';
import { GroupRound, type Outcome, type RoundResult, type ShardPlace, type Story } from './group-round.ts';
import { shardRows } from './keys.ts';
import { writeOver } from './simple-rows.ts';

/** A commit whose answer was lost. It was carried out if the event with this number came from this batch. */
interface Doubt {
  seq: number;
  batch: string;
  outcome: Outcome;
}

interface Waiting extends Story {
  doubts: Doubt[];
  settle(outcome: Outcome): void;
}

interface Head {
  seq: number;
  /** Null before the first commit of the shard. */
  etag: string | null;
}

const fewestInGroup = 4;
const mostInGroup = 64;

/**
 * Commits to one shard, one at a time in this process. Stories that wait together are committed together. The head row's
 * etag decides between processes: whoever finds it changed reads anew and runs the stories again.
 */
export class ShardLog {
  readonly #place: ShardPlace;
  readonly #committed: (shard: number, seq: number) => void;
  readonly #writer = randomUUID();
  #batches = 0;
  #queue: Waiting[] = [];
  #working = false;
  #head: Head | undefined;
  #groupSize = 16;
  /** Sequence number of the last event committed here; Infinity while a commit is in doubt. */
  committedUpTo = 0;

  constructor(place: ShardPlace, committed: (shard: number, seq: number) => void) {
    this.#place = place;
    this.#committed = committed;
  }

  transact<T>(opId: string, story: (tx: CaseTransaction) => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const settle = (outcome: Outcome) => (outcome.ok ? resolve(outcome.value as T) : reject(outcome.error));
      this.#queue.push({ opId, tell: story, doubts: [], settle });
      if (!this.#working) void this.#work();
    });
  }

  async #work(): Promise<void> {
    this.#working = true;
    while (this.#queue.length > 0) {
      // One turn of the loop lets everybody who was woken by the last commit come along.
      await new Promise((resolve) => setImmediate(resolve));
      await this.#carryOut(this.#queue.splice(0, this.#groupSize));
    }
    this.#working = false;
  }

  async #carryOut(group: Waiting[]): Promise<void> {
    const attempts = new Attempts();
    let left = group;
    try {
      while (left.length > 0) {
        const head = await this.#currentHead();
        left = await this.#withoutLanded(left);
        left = await this.#tryOnce(left, head, attempts);
      }
    } catch (error) {
      for (const waiting of left) waiting.settle({ ok: false, error });
    }
  }

  /** Answers those that must be tried again. */
  async #tryOnce(group: Waiting[], head: Head, attempts: Attempts): Promise<Waiting[]> {
    const batch = `${this.#writer}-${this.#batches++}`;
    const round = await new GroupRound(this.#place, head.seq, batch).run(group);
    this.#putBack(round, group.length);
    const committed = await this.#commit(round, head, batch, attempts);
    if (!committed) return round.told.map(({ story }) => story);
    for (const { story, outcome } of round.told) story.settle(outcome);
    return [];
  }

  #putBack({ told, later }: RoundResult<Waiting>, tried: number): void {
    this.#queue.unshift(...later);
    if (later.length > 0) this.#groupSize = Math.max(fewestInGroup, told.length + 1);
    else if (tried === this.#groupSize) this.#groupSize = Math.min(mostInGroup, this.#groupSize * 2);
  }

  async #commit(round: RoundResult<Waiting>, head: Head, batch: string, attempts: Attempts): Promise<boolean> {
    if (round.operations.length === 0) return true;
    const newHead: HeadRow = { seq: round.lastSeq, batch };
    const present = head.etag === null ? undefined : { row: shardRows.head, value: {}, etag: head.etag };
    const result = await this.#place.backend.commit(this.#place.partition, [
      writeOver(present, shardRows.head, toRowValue(newHead)),
      ...round.operations,
    ]);
    if (result.kind === 'committed') {
      const etag = result.etags[shardRows.head];
      this.#head = etag === undefined ? undefined : { seq: round.lastSeq, etag };
      this.committedUpTo = round.lastSeq;
      this.#committed(this.#place.shard, round.lastSeq);
      return true;
    }
    this.#head = undefined;
    if (result.kind === 'conflict') {
      await attempts.afterConflict();
      return false;
    }
    this.committedUpTo = Infinity;
    for (const { story, outcome } of round.told) story.doubts.push({ seq: head.seq + 1, batch, outcome });
    await attempts.afterUnknown(result.cause);
    return false;
  }

  /**
   * The head as last known is good enough: the commit fails if it is not the newest. It must be known before the stories
   * read, so that whatever changes behind them changes the head.
   */
  async #currentHead(): Promise<Head> {
    if (this.#head !== undefined) return this.#head;
    const row = await this.#place.backend.get(this.#place.partition, shardRows.head);
    this.#head = row === undefined ? { seq: 0, etag: null } : { seq: asRow<HeadRow>(row.value).seq, etag: row.etag };
    // Read after whatever was in doubt: one that was carried out is behind this head.
    this.committedUpTo = this.#head.seq;
    return this.#head;
  }

  /** Settles those whose lost commit turns out to have been carried out. */
  async #withoutLanded(group: Waiting[]): Promise<Waiting[]> {
    const landed = new Set<Waiting>();
    for (const waiting of group) {
      for (const doubt of waiting.doubts) {
        if (landed.has(waiting) || (await this.#batchOf(doubt.seq)) !== doubt.batch) continue;
        this.#committed(this.#place.shard, doubt.seq);
        waiting.settle(doubt.outcome);
        landed.add(waiting);
      }
    }
    return group.filter((waiting) => !landed.has(waiting));
  }

  async #batchOf(seq: number): Promise<string | undefined> {
    const row = await this.#place.backend.get(this.#place.partition, shardRows.event(seq));
    return row && asRow<EventRow>(row.value).batch;
  }
}
