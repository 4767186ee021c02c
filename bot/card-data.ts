import { Failure } from '../backend/domain/failure.ts';
import type { CaseStatus } from '../backend/domain/vocabulary.ts';
import type { ListPlace } from './cards/case-verbs.ts';

/** What a button sent: our own data once, and after a trip through a client nobody's. */
export type CardData = Record<string, unknown>;

const longestText = 500;

export function asData(value: unknown): CardData {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as CardData) : {};
}

/** Id or number of the case. @throws Failure `invalid` */
export function readRef(data: CardData): string {
  const { ref } = data;
  if (typeof ref === 'string' && /^[0-9a-z-]{1,64}$/i.test(ref)) return ref;
  throw new Failure('invalid', 'The button does not say which case it means.');
}

/** @throws Failure `invalid` */
export function readStatus(data: CardData, statuses: readonly CaseStatus[]): CaseStatus {
  const status = statuses.find((known) => known === data.status);
  if (status === undefined) throw new Failure('invalid', 'The button names no status that a case can have.');
  return status;
}

/** What the card showed when it was pressed; null for a card that does not say. */
export function readSeen(data: CardData): { status: string; assignee: string | null } | null {
  const { status, assignee } = asData(data.seen);
  if (typeof status !== 'string') return null;
  return { status, assignee: typeof assignee === 'string' ? assignee : null };
}

export function readPlace(value: unknown): ListPlace {
  const { words, after, search } = asData(value);
  return {
    words: typeof words === 'string' ? words.slice(0, longestText) : '',
    ...(typeof after === 'string' && { after: after.slice(0, longestText) }),
    ...(search === true && { search }),
  };
}
