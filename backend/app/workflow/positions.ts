import type { CaseStore } from '../../ports/case-store.ts';
import type { WorkflowState } from '../../ports/workflow-state.ts';

const keyOf = (shard: number) => `position|${String(shard).padStart(2, '0')}`;

/** How far along a shard's log the rules have come. */
export async function rulesPosition(state: WorkflowState, shard: number): Promise<number> {
  return Number((await state.read(keyOf(shard))) ?? 0);
}

export function moveRules(state: WorkflowState, shard: number, seq: number): Promise<void> {
  return state.write(keyOf(shard), String(seq));
}

/** Rules do not reach back: on a store that they have never followed they begin at its end. Called before mail is taken in. */
export async function beginRules(store: CaseStore, state: WorkflowState): Promise<void> {
  const heads = await store.heads();
  for (const [shard, head] of heads.entries()) {
    if ((await state.read(keyOf(shard))) === null) await moveRules(state, shard, head);
  }
}
