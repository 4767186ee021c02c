import type { Case } from '../../backend/contracts/case.ts';
import { isSettled } from '../../ui/clock-reading.ts';

/** How many messages of each case this person has seen on this device; the newest cases that were looked at. */
const most = 3_000;
const kept = new Map<string, Map<string, number>>();

function seenBy(myId: string): Map<string, number> {
  const known = kept.get(myId);
  if (known !== undefined) return known;
  const read = new Map(readPairs(myId));
  kept.set(myId, read);
  return read;
}

/** Notes that somebody has read a case as it stands. */
export function markSeen(myId: string, { id, messageCount }: Pick<Case, 'id' | 'messageCount'>): void {
  const seen = seenBy(myId);
  if (seen.get(id) === messageCount) return;
  seen.delete(id);
  seen.set(id, messageCount);
  for (const oldest of seen.keys()) {
    if (seen.size <= most) break;
    seen.delete(oldest);
  }
  try {
    localStorage.setItem(nameOf(myId), JSON.stringify([...seen]));
  } catch {
    // Without storage it is known as long as the page lives.
  }
}

/**
 * Messages that came since somebody last looked; null when there is nothing new. A case that was never opened here is
 * new, with 0 messages more, while the customer waits for an answer.
 */
export function unseen(myId: string, value: Case): number | null {
  const seen = seenBy(myId).get(value.id);
  if (seen !== undefined) return value.messageCount > seen ? value.messageCount - seen : null;
  const waits = [value.sla.firstResponse, value.sla.nextResponse].some(
    (clock) => clock.state !== 'none' && clock.state !== 'paused' && !isSettled(clock),
  );
  return waits || value.status === 'new' ? 0 : null;
}

function nameOf(myId: string): string {
  return `handyconnect.seen.${myId}`;
}

function readPairs(myId: string): [string, number][] {
  try {
    const pairs: unknown = JSON.parse(localStorage.getItem(nameOf(myId)) ?? '[]');
    if (!Array.isArray(pairs)) return [];
    return pairs.filter(
      (pair): pair is [string, number] =>
        Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'number',
    );
  } catch {
    return [];
  }
}
