import type { CaseMessage, FieldChange, SupportCase } from '../case/case.ts';
import { isCourtesy } from '../mail/courtesy.ts';
import type { Instant } from '../mail/mail.ts';
import { endedStatuses, pausedStatuses } from '../vocabulary.ts';
import { type ClockEvent, type ClockName, statusIn, withEvent } from './clock-events.ts';

/** More time for one clock. */
export interface Extension {
  clock: ClockName;
  minutes: number;
}

/** What happened to a case in one commit, as the log and the conversation keep it. */
export interface Happened {
  /** Undefined when the case has just been opened. */
  before: SupportCase | undefined;
  after: SupportCase;
  entries: readonly {
    at: Instant;
    changes: readonly FieldChange[];
    reason?: string | null;
    sla?: { extension?: Extension };
  }[];
  /** Added, or put over what was there. */
  messages: readonly Pick<
    CaseMessage,
    'id' | 'direction' | 'automatic' | 'at' | 'visibleText' | 'attachments' | 'delivery' | 'task'
  >[];
  /** Messages that were taken back. */
  removed: readonly { id: string }[];
}

/** Events of a case are kept to this number by leaving out answered waits, which no longer move a clock. */
const mostEvents = 400;
/** The newest are always kept. */
const newestEvents = 100;

/** Everything that moved the clocks of a case, with what just happened. */
export function eventsAfter(happened: Happened): ClockEvent[] {
  const { before, after, entries } = happened;
  const known: ClockEvent[] =
    before === undefined
      ? [{ at: Date.parse(after.createdAt), kind: 'opened' }]
      : (before.sla?.events ?? impliedEvents(before));
  const latest = momentOf(happened);
  let events = withExtensions(withMessages(withStatuses(known, entries), happened), entries);
  if (statusIn(events) !== after.status)
    events = withEvent(events, { at: latest, kind: 'status', status: after.status });
  if (events.length <= mostEvents) return events;
  return withoutOldWaits(events);
}

/** When the commit was made. */
export function momentOf({ after, entries }: Pick<Happened, 'after' | 'entries'>): number {
  return Math.max(Date.parse(after.updatedAt), ...entries.map(({ at }) => Date.parse(at)));
}

type Dated = Pick<SupportCase, 'createdAt' | 'updatedAt' | 'firstResponseAt' | 'resolvedAt' | 'status'>;

/** What is known of a case whose clocks were never worked out. */
export function impliedEvents(value: Dated): ClockEvent[] {
  const { firstResponseAt, status } = value;
  const events: ClockEvent[] = [{ at: Date.parse(value.createdAt), kind: 'opened' }];
  const answered = firstResponseAt === null ? events : withEvent(events, reply(firstResponseAt));
  return withEvent(answered, { at: statusSince(value), kind: 'status', status });
}

function statusSince({ createdAt, updatedAt, resolvedAt, status }: Dated): number {
  if (endedStatuses.includes(status)) return Date.parse(resolvedAt ?? updatedAt);
  return Date.parse(pausedStatuses.includes(status) ? updatedAt : createdAt);
}

function reply(at: Instant): ClockEvent {
  return { at: Date.parse(at), kind: 'reply' };
}

function withStatuses(events: ClockEvent[], entries: Happened['entries']): ClockEvent[] {
  return entries.reduce((all, { at, changes }) => {
    const status = changes.findLast(({ field }) => field === 'status')?.to;
    return typeof status === 'string' ? withEvent(all, { at: Date.parse(at), kind: 'status', status }) : all;
  }, events);
}

function withExtensions(events: ClockEvent[], entries: Happened['entries']): ClockEvent[] {
  return entries.reduce((all, { at, reason, sla }) => {
    if (sla?.extension === undefined) return all;
    return withEvent(all, { at: Date.parse(at), kind: 'extended', ...sla.extension, reason: reason ?? '' });
  }, events);
}

function withMessages(events: ClockEvent[], happened: Happened): ClockEvent[] {
  const { before, after, messages, removed } = happened;
  const openedAt = Date.parse(after.createdAt);
  const latest = momentOf(happened);
  // A mail that could not be delivered answered nobody.
  const gone = new Set(
    [...removed, ...messages.filter(({ delivery }) => delivery?.state === 'failed')].map(({ id }) => id),
  );
  let all = events.filter((event) => idOf(event) === undefined || !gone.has(idOf(event) ?? ''));
  for (const message of messages) {
    const kind = gone.has(message.id) ? null : kindOf(message);
    if (kind === null || all.some((event) => idOf(event) === message.id)) continue;
    // Mail is owed an answer from its arrival, but not from before there was a case.
    const at = Math.max(openedAt, Math.min(Date.parse(message.at), latest));
    all = withEvent(all, { at, kind, id: message.id });
  }
  const saidNow = after.firstResponseAt !== (before?.firstResponseAt ?? null) ? after.firstResponseAt : null;
  const answered = all.some(({ kind }) => kind === 'reply');
  return saidNow === null || answered ? all : withEvent(all, reply(saidNow));
}

function idOf(event: ClockEvent): string | undefined {
  return event.kind === 'customer' || event.kind === 'reply' ? event.id : undefined;
}

function kindOf(message: Happened['messages'][number]): 'customer' | 'reply' | null {
  if (message.automatic || message.direction === 'note' || message.task !== undefined) return null;
  if (message.direction === 'outbound') return 'reply';
  return isCourtesy(message.visibleText, message.attachments.length) ? null : 'customer';
}

function withoutOldWaits(events: readonly ClockEvent[]): ClockEvent[] {
  const firstReply = events.findIndex(({ kind }) => kind === 'reply');
  let spare = events.length - mostEvents;
  return events.filter((event, i) => {
    const old = i > firstReply && i < events.length - newestEvents;
    if (!old || spare <= 0 || (event.kind !== 'customer' && event.kind !== 'reply')) return true;
    spare -= 1;
    return false;
  });
}
