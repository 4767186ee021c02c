import type { CaseEvent, SupportCase } from '../../backend/domain/case/case.ts';
import type { Change, ChangeFeed } from '../../backend/ports/change-feed.ts';

/** A feed that says what the test tells it to. */
export interface FakeFeed extends ChangeFeed {
  say(change: Change): void;
  followers(): number;
}

export function createFakeFeed(): FakeFeed {
  const listeners = new Set<(change: Change) => void>();
  return {
    follow: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    say: (change) => {
      for (const listener of listeners) listener(change);
    },
    followers: () => listeners.size,
  };
}

export function aChange(value: SupportCase | null, fields: Partial<CaseEvent> = {}): Change {
  const event: CaseEvent = {
    shard: 0,
    seq: 1,
    opId: 'op',
    kind: 'case.changed',
    caseId: value?.id ?? null,
    at: '2026-11-24T13:06:00.000Z',
    actor: { id: 'ana', name: 'Ana Ruiz', role: 'agent', surface: 'tab' },
    changes: [],
    messageId: null,
    mail: null,
    reason: null,
    ...fields,
  };
  return { event, case: value === null ? null : { value, etag: 'v1' } };
}
