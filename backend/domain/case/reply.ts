import type { Address, Instant } from '../mail/mail.ts';
import type { Outgoing, Undoable } from '../mail/outgoing.ts';
import type { CaseStatus } from '../vocabulary.ts';
import type { SupportCase } from './case.ts';
import { type Changed, moveToStatus, settle } from './change.ts';
import { joinPeople } from './open.ts';

/**
 * A person answers the customer: the first response, and the case is no longer new.
 * @throws Failure `conflict` when `thenStatus` may not follow the present status
 */
export function addReply(
  before: SupportCase,
  reply: { people: Address[]; ourMailboxes: string[]; thenStatus?: CaseStatus | undefined },
  at: Instant,
): Changed {
  const status = reply.thenStatus ?? (before.status === 'new' ? 'in_progress' : before.status);
  const { value: moved } = moveToStatus(before, status, at);
  const participants = joinPeople(before.participants, reply.people, reply.ourMailboxes);
  const firstResponseAt = before.firstResponseAt ?? at;
  return settle(
    before,
    { ...moved, participants, firstResponseAt, lastMessageAt: at, messageCount: before.messageCount + 1 },
    at,
  );
}

/** A person writes to somebody outside about their task: to the customer nothing has happened. @throws as `addReply` */
export function addTaskMail(before: SupportCase, thenStatus: CaseStatus | undefined, at: Instant): Changed {
  const { value: moved } = moveToStatus(before, thenStatus ?? before.status, at);
  return settle(before, { ...moved, messageCount: before.messageCount + 1 }, at);
}

export function undoableOf(value: SupportCase): Undoable {
  const { status, statusSince, resolution, resolvedAt, closedAt, reopenedAt } = value;
  const { participants, firstResponseAt, lastMessageAt } = value;
  const standing = { status, statusSince, resolution, resolvedAt, closedAt, reopenedAt };
  return { ...standing, participants, firstResponseAt, lastMessageAt };
}

/** Fields that a change of status sets together. */
const statusFields = ['status', 'statusSince', 'resolution', 'resolvedAt', 'closedAt', 'reopenedAt'] as const;

/** A reply is taken back: what it changed becomes what it was, unless something else has changed it since. */
export function withdrawReply(now: SupportCase, undo: NonNullable<Outgoing['undo']>, at: Instant): Changed {
  const { before, after } = undo;
  const untouched = (...fields: (keyof Undoable)[]) =>
    fields.every((field) => JSON.stringify(now[field]) === JSON.stringify(after[field]));
  const restored = {
    ...now,
    ...(untouched(...statusFields) && pick(before, statusFields)),
    ...(untouched('participants') && { participants: before.participants }),
    ...(untouched('firstResponseAt') && { firstResponseAt: before.firstResponseAt }),
    ...(untouched('lastMessageAt') && { lastMessageAt: before.lastMessageAt }),
    messageCount: now.messageCount - 1,
  };
  return settle(now, restored, at);
}

function pick(from: Undoable, fields: readonly (keyof Undoable)[]): Partial<Undoable> {
  return Object.fromEntries(fields.map((field) => [field, from[field]]));
}
