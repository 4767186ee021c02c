import type { Address, Instant } from '../mail/mail.ts';
import type { CaseMessage, MessageHome, SupportCase } from './case.ts';
import { type Changed, settle } from './change.ts';
import { joinPeople } from './open.ts';

/** A message to be moved, and by which operation it came to where it is; null when it never moved. */
export interface Moving {
  home: MessageHome;
  movedBy: string | null;
}

export function showsAtHome({ caseId, movedTo }: CaseMessage): boolean {
  return movedTo === undefined || movedTo.caseId === caseId;
}

export function homeOf(message: CaseMessage): MessageHome {
  return message.home ?? { caseId: message.caseId, messageId: message.id, at: message.at };
}

/** Whether the message is still where it was when the move was asked for. */
export function mayMove(stored: CaseMessage, { movedBy }: Moving): boolean {
  return (stored.movedTo?.opId ?? null) === movedBy;
}

/** The case lists messages that may come to show on it. Those that lie on it need no list. */
export function expectMessages(before: SupportCase, moving: readonly Moving[], opId: string): SupportCase {
  const listed = new Set(before.movedIn.filter((one) => one.opId === opId).map((one) => one.home.messageId));
  const fresh = moving.filter(({ home }) => home.caseId !== before.id && !listed.has(home.messageId));
  return { ...before, movedIn: [...before.movedIn, ...fresh.map(({ home }) => ({ home, opId }))] };
}

/** The case after messages left it; `shown` is what it shows now. Those that had been moved to it are listed no more. */
export function afterLeaving(
  before: SupportCase,
  moving: readonly Moving[],
  shown: readonly CaseMessage[],
  at: Instant,
): Changed {
  const here = new Set(shown.map((message) => message.id));
  const gone = new Map(moving.filter(({ home }) => !here.has(home.messageId)).map((one) => [one.home.messageId, one]));
  const movedIn = before.movedIn.filter(({ home, opId }) => gone.get(home.messageId)?.movedBy !== opId);
  return settle(before, { ...before, movedIn, messageCount: shownCount(before, shown) }, at);
}

/** The case after messages came to it: whoever they are from or to is on the case now. */
export function afterArriving(
  before: SupportCase,
  shown: readonly CaseMessage[],
  opId: string,
  ourMailboxes: string[],
  at: Instant,
): Changed {
  const arrived = shown.filter((message) => message.movedTo?.opId === opId && !message.automatic);
  const participants = joinPeople(before.participants, peopleOf(arrived), ourMailboxes);
  return settle(before, { ...before, participants, messageCount: shownCount(before, shown) }, at);
}

/** A merged case shows nothing itself. */
export function shownCount({ mergedInto }: SupportCase, shown: readonly CaseMessage[]): number {
  return mergedInto === null ? shown.length : 0;
}

/** Everybody who wrote or received one of the messages; notes and mail about tasks of somebody outside aside. */
export function peopleOf(messages: readonly CaseMessage[]): Address[] {
  return messages
    .filter(({ direction, task }) => direction !== 'note' && task === undefined)
    .flatMap(({ from, to, cc }) => [...(from === null ? [] : [from]), ...to, ...cc]);
}
