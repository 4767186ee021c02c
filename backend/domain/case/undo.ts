import { Failure } from '../failure.ts';
import type { Instant } from '../mail/mail.ts';
import type { CaseStatus } from '../vocabulary.ts';
import type { CaseEvent, FieldChange, SupportCase } from './case.ts';
import { type Changed, settle, withStatus } from './change.ts';

/** The product's own notes: they come between without being anybody's doing. */
const asides: readonly CaseEvent['kind'][] = [
  'operation.step',
  'case.analysed',
  'mail.followed',
  'mail.seen_again',
  'message.delivery',
];
const undoMark = 'undo|';

export function undoOpId(event: CaseEvent): string {
  return `${undoMark}${event.shard}-${event.seq}`;
}

/** An action that could be undone, and everything that came after it. */
export interface LastAction {
  event: CaseEvent | undefined;
  since: CaseEvent[];
}

/** @param history oldest first */
export function lastActionOf(history: readonly CaseEvent[], actorId: string): LastAction {
  return lastThat(history, (event) => event.actor.id === actorId);
}

/** What one of these operations did, and everything that came after it. @param history oldest first */
export function actionNamed(history: readonly CaseEvent[], opIds: readonly string[]): LastAction {
  return lastThat(history, (event) => opIds.includes(event.opId));
}

export function wasUndone(event: CaseEvent, history: readonly CaseEvent[]): boolean {
  const opId = undoOpId(event);
  return history.some((one) => one.opId === opId);
}

function lastThat(history: readonly CaseEvent[], isIt: (event: CaseEvent) => boolean): LastAction {
  const happened = history.filter((event) => !asides.includes(event.kind));
  const at = happened.findLastIndex(isIt);
  return { event: happened[at], since: at < 0 ? [] : happened.slice(at + 1) };
}

/** Which fields others changed since, as they were and as they are now. */
export function changedSince(since: readonly CaseEvent[], now: SupportCase): Failure['differences'] {
  const first = new Map<string, FieldChange>();
  for (const change of since.flatMap((event) => event.changes)) {
    if (!first.has(change.field)) first.set(change.field, change);
  }
  const present = now as unknown as Record<string, unknown>;
  return [...first.values()].map(({ field, from }) => ({ field, now: present[field] ?? null, yours: from ?? null }));
}

const reversible = [
  'subject',
  'status',
  'priority',
  'category',
  'complaint',
  'sentiment',
  'tags',
  'summary',
  'assignee',
  'team',
  'watchers',
  'fields',
  'resolution',
];

/**
 * The case without what `event` changed in its fields. The instants that go with a status come from the history.
 * @param earlier what happened before the event, oldest first
 * @throws Failure `conflict` with the differences when a field was changed since, or the event changed none of them
 */
export function undoChange(before: SupportCase, event: CaseEvent, earlier: readonly CaseEvent[], at: Instant): Changed {
  const changes = event.changes.filter((change) => reversible.includes(change.field));
  const present = before as unknown as Record<string, unknown>;
  const moved = changes.filter((change) => JSON.stringify(present[change.field]) !== JSON.stringify(change.to));
  if (changes.length === 0 || event.opId.startsWith(undoMark)) throw notUndoable();
  if (moved.length > 0) {
    const differences = moved.map(({ field, from }) => ({ field, now: present[field] ?? null, yours: from ?? null }));
    throw new Failure('conflict', 'Somebody changed it meanwhile.', { differences });
  }
  const fields = Object.fromEntries(changes.map(({ field, from }) => [field, from])) as Partial<SupportCase>;
  const clock = fields.status === undefined ? {} : statusInstants(before, earlier);
  return settle(before, { ...before, ...clock, ...fields }, at);
}

export function notUndoable(): Failure {
  return new Failure('conflict', 'The last action on this case cannot be undone.');
}

/** The instants of the case after these events, as `withStatus` makes them. What was undone never was. */
function statusInstants(
  value: SupportCase,
  events: readonly CaseEvent[],
): Pick<SupportCase, 'resolvedAt' | 'closedAt' | 'reopenedAt' | 'statusSince'> {
  const undone = new Set(events.map((event) => event.opId).filter((opId) => opId.startsWith(undoMark)));
  const counted = events.filter(
    (event) =>
      event.kind !== 'case.merged' &&
      event.kind !== 'case.unmerged' &&
      !event.opId.startsWith(undoMark) &&
      !undone.has(undoOpId(event)),
  );
  let at: SupportCase = {
    ...value,
    status: 'new',
    statusSince: value.createdAt,
    resolvedAt: null,
    closedAt: null,
    reopenedAt: null,
  };
  for (const event of counted) {
    const status = event.changes.find((change) => change.field === 'status')?.to as CaseStatus | undefined;
    if (status !== undefined) at = withStatus(at, status, event.at);
  }
  const { resolvedAt, closedAt, reopenedAt, statusSince } = at;
  return { resolvedAt, closedAt, reopenedAt, statusSince };
}
