import assert from 'node:assert/strict';
import type { CaseEvent } from '../../../backend/domain/case/case.ts';
import type { CaseStore } from '../../../backend/ports/case-store.ts';
import { KeptMails } from '../../../backend/readmodel/kept-mails.ts';
import { createDice } from '../../../backend/seed/dice.ts';
import { aChange, createFakeFeed } from '../../fakes/fake-feed.ts';
import { KeptSnapshot } from '../../fakes/kept-snapshot.ts';
import { TestLog } from '../../fakes/test-log.ts';

const day = Date.UTC(2026, 10, 24);
const shards = 3;

/** A log in which mails come, are parked and let go on, and are erased; some were received long before they came. */
function aLog(seed: number, count: number): CaseEvent[] {
  const dice = createDice(seed);
  const seqs = Array<number>(shards).fill(0);
  const keys: { key: string; shard: number; parked: boolean }[] = [];
  return Array.from({ length: count }, (_, n) => {
    const old = keys.length > 0 && dice.chance(0.3) ? (keys[dice.below(keys.length)] ?? null) : null;
    const shard = old?.shard ?? dice.below(shards);
    const seq = (seqs[shard] ?? 0) + 1;
    seqs[shard] = seq;
    const at = new Date(day + n * 60_000).toISOString();
    const fields = { shard, seq, opId: `op-${shard}-${seq}`, at };
    if (old?.parked === false)
      return aChange(null, { ...fields, kind: 'mail.erased', mail: { mailKey: old.key, outcome: 'opened' } }).event;
    const parked = old === null && dice.chance(0.3);
    const mailKey = old?.key ?? (n + 1).toString(16).padStart(24, '0');
    if (old === null) keys.push({ key: mailKey, shard, parked });
    else old.parked = false;
    const receivedAt = new Date(day + (n - (dice.chance(0.1) ? dice.below(300) : 0)) * 60_000).toISOString();
    const seen = {
      kind: 'human' as const,
      mailbox: `box${n % 3}@contoso.example`,
      from: `c${n}@example.com`,
      subject: `Question ${n}`,
      receivedAt,
      answers: false,
      likeness: null,
    };
    const outcome = parked ? ('parked' as const) : ('opened' as const);
    const mail = { mailKey, outcome, seen, ...(old !== null && { again: true as const }) };
    return aChange(null, { ...fields, kind: 'mail.fated', mail }).event;
  });
}

/** The log as erasing leaves it: entries say nothing any more of who was erased. */
function rewritten(log: CaseEvent[]): CaseEvent[] {
  const erased = new Set(log.filter(({ kind }) => kind === 'mail.erased').map(({ mail }) => mail?.mailKey));
  return log.map((event) => {
    const { mail } = event;
    if (mail?.seen === undefined || !erased.has(mail.mailKey)) return event;
    return { ...event, mail: { ...mail, seen: { ...mail.seen, from: null, subject: '' } } };
  });
}

/** A store with the first `count` events, and how many of them were read. */
function storeOf(log: CaseEvent[], count: number) {
  const reads = { events: 0 };
  const there = rewritten(log.slice(0, count));
  const of = (shard: number) => there.filter((event) => event.shard === shard);
  const store = {
    shardCount: shards,
    heads: async () => Array.from({ length: shards }, (_, shard) => of(shard).length),
    tail: async (shard: number, after: number, limit: number) => {
      const events = of(shard).slice(after, after + limit);
      reads.events += events.length;
      return events;
    },
  } as unknown as CaseStore;
  return { store, reads };
}

function aProcess(log: CaseEvent[], count: number, snapshots: KeptSnapshot) {
  const { store, reads } = storeOf(log, count);
  const feed = createFakeFeed();
  const holds = async (positions: readonly { seq: number; opId: string }[]) =>
    positions.every(({ seq, opId }, shard) => seq === 0 || opId === `op-${shard}-${seq}`);
  const mails = new KeptMails(store, { ...feed, positions: () => [], holds }, new TestLog(), snapshots);
  mails.follow();
  return { mails, feed, reads };
}

const listOf = ({ index }: KeptMails) => [
  index.complete(),
  index.list({}, { limit: 1_000 }),
  index.list({ q: 'question 1' }, { limit: 1_000 }),
  index.list({ mailbox: ['box1@contoso.example'] }, { limit: 1_000 }),
];

describe('The list of mails after a start', () => {
  it('is the same from its copy on disk, and from it and what came since, as read from the log', async () => {
    for (let seed = 0; seed < 20; seed++) {
      const log = aLog(seed, 400);
      const snapshots = new KeptSnapshot();
      const first = aProcess(log, 250, snapshots);
      await first.mails.read();
      for (const event of log.slice(250, 300)) first.feed.say({ event, case: null });
      await first.mails.save();

      const second = aProcess(log, 380, snapshots);
      // What comes before the rest is read waits for its turn.
      for (const event of log.slice(370)) second.feed.say({ event, case: null });
      await second.mails.read();
      assert.ok(second.reads.events <= 100 + 2 * shards, `${second.reads.events} events were read`);

      const anew = aProcess(log, 400, new KeptSnapshot());
      await anew.mails.read();
      assert.deepEqual(listOf(second.mails), listOf(anew.mails));
    }
  });

  it('is read from the log when the copy is damaged', async () => {
    const log = aLog(1, 100);
    const snapshots = new KeptSnapshot();
    const first = aProcess(log, 100, snapshots);
    await first.mails.read();
    const wanted = listOf(first.mails);
    const good = Buffer.from(snapshots.bytes as Uint8Array);
    const damaged = Buffer.from(good);
    damaged[good.length >> 1] = (damaged[good.length >> 1] ?? 0) ^ 1;
    for (const bytes of [damaged, good.subarray(0, -1), Buffer.alloc(0)]) {
      snapshots.bytes = bytes;
      const again = aProcess(log, 100, snapshots);
      await again.mails.read();
      assert.deepEqual(listOf(again.mails), wanted);
    }
  });
});
