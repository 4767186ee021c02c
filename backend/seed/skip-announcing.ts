import type { CaseStore } from '../ports/case-store.ts';
import type { Conversations } from '../ports/conversations.ts';
import { seedOperation } from './write-cases.ts';

const pageSize = 1_000;

/**
 * Lets the announcer go on behind what was made up, so that nobody gets a card for each case. It stops at anything that
 * really happened and was not told yet.
 */
export async function skipAnnouncing(store: CaseStore, conversations: Conversations): Promise<void> {
  await Promise.all(Array.from({ length: store.shardCount }, (_, shard) => skipShard(store, conversations, shard)));
}

async function skipShard(store: CaseStore, conversations: Conversations, shard: number): Promise<void> {
  const begin = await conversations.announcedUntil(shard);
  let until = begin;
  for (;;) {
    const events = await store.tail(shard, until, pageSize);
    const real = events.findIndex((event) => !event.opId.startsWith(seedOperation));
    const madeUp = real === -1 ? events : events.slice(0, real);
    until = madeUp.at(-1)?.seq ?? until;
    if (madeUp.length < pageSize) break;
  }
  if (until > begin) await conversations.setAnnouncedUntil(shard, until);
}
