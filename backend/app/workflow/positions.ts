import type { CaseStore } from '../../ports/case-store.ts';
import type { WorkflowState } from '../../ports/workflow-state.ts';

/** Who follows the log, by the name under which each keeps how far it has come. */
export const follower = { rules: 'position', notices: 'notices' } as const;
export type Follower = (typeof follower)[keyof typeof follower];

const keyOf = (who: Follower, shard: number) => `${who}|${String(shard).padStart(2, '0')}`;

/** How far along a shard's log somebody has come. */
export async function positionOf(state: WorkflowState, who: Follower, shard: number): Promise<number> {
  return Number((await state.read(keyOf(who, shard))) ?? 0);
}

export function moveFollower(state: WorkflowState, who: Follower, shard: number, seq: number): Promise<void> {
  return state.write(keyOf(who, shard), String(seq));
}

/** Nobody reaches back: who has never followed a store begins at its end. Called before mail is taken in. */
export async function beginFollowing(store: CaseStore, state: WorkflowState): Promise<void> {
  const heads = await store.heads();
  for (const who of Object.values(follower)) {
    for (const [shard, head] of heads.entries()) {
      if ((await state.read(keyOf(who, shard))) === null) await moveFollower(state, who, shard, head);
    }
  }
}
