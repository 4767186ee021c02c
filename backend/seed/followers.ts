import { TableConversations } from '../adapters/store/conversations.ts';
import { TableWorkflowState } from '../adapters/store/workflow-state.ts';
import { follower, moveFollower, positionOf } from '../app/workflow/positions.ts';
import type { TableBackend } from '../ports/table-backend.ts';

/** Whoever follows the log from a stored position. */
export interface Follower {
  position(shard: number): Promise<number>;
  moveTo(shard: number, seq: number): Promise<void>;
}

/** Cards in Teams, rules and notices. */
export function followersOf(tables: TableBackend): Follower[] {
  const conversations = new TableConversations(tables);
  const state = new TableWorkflowState(tables);
  return [
    {
      position: (shard) => conversations.announcedUntil(shard),
      moveTo: (shard, seq) => conversations.setAnnouncedUntil(shard, seq),
    },
    ...Object.values(follower).map((who) => ({
      position: (shard: number) => positionOf(state, who, shard),
      moveTo: (shard: number, seq: number) => moveFollower(state, who, shard, seq),
    })),
  ];
}
