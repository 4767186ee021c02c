import type { CaseStore } from '../ports/case-store.ts';
import type { Follower } from './followers.ts';
import { seedOperation } from './write-cases.ts';

const pageSize = 1_000;

/**
 * Lets a follower go on behind what was made up, so that nobody gets a card and no rule fires for each case. It stops at
 * anything that really happened and was not dealt with yet.
 */
export async function skipMadeUp(store: CaseStore, follower: Follower): Promise<void> {
  await Promise.all(Array.from({ length: store.shardCount }, (_, shard) => skipShard(store, follower, shard)));
}

async function skipShard(store: CaseStore, follower: Follower, shard: number): Promise<void> {
  const begin = await follower.position(shard);
  let until = begin;
  for (;;) {
    const events = await store.tail(shard, until, pageSize);
    const real = events.findIndex((event) => !event.opId.startsWith(seedOperation));
    const madeUp = real === -1 ? events : events.slice(0, real);
    until = madeUp.at(-1)?.seq ?? until;
    if (madeUp.length < pageSize) break;
  }
  if (until > begin) await follower.moveTo(shard, until);
}
