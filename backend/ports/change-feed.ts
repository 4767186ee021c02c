import type { CaseEvent, SupportCase, Versioned } from '../domain/case/case.ts';

export interface Change {
  event: CaseEvent;
  /** The case as it stands now, which may already be later than the event; null for the fate of a mail on no case. */
  case: Versioned<SupportCase> | null;
}

/** Everything committed by any process on the store, in log order per shard, after it is in the case index. */
export interface ChangeFeed {
  follow(listener: (change: Change) => void): () => void;
}
