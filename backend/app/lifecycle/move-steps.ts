import type { CaseMessage } from '../../domain/case/case.ts';
import { settle } from '../../domain/case/change.ts';
import { customerConversation } from '../../domain/case/conversation.ts';
import { withLink } from '../../domain/case/links.ts';
import { afterArriving, afterLeaving, expectMessages, type Moving, mayMove, peopleOf } from '../../domain/case/move.ts';
import { joinPeople, openCase } from '../../domain/case/open.ts';
import type { OperationWork } from '../../ports/operations.ts';
import { mustFind } from '../cases/find-case.ts';
import { messageIdKey } from '../intake/mail-key.ts';
import type { LifecycleDeps } from './deps.ts';
import { countRoot, type Step, shownOn, step, toldStep } from './step.ts';

type Move = Step & Extract<OperationWork, { kind: 'move' }>;

/** Rows that one commit places; a commit holds a hundred. */
const placedAtOnce = 50;

/** Each message changes its case in the one write that says where it shows; everything else prepares or counts. */
export async function carryOutMove(deps: LifecycleDeps, move: Move): Promise<void> {
  if (move.opening !== null) await openTarget(deps, move, move.opening);
  const { value: from } = await mustFind(deps, move.from);
  const { value: to } = await mustFind(deps, move.to);
  await step(deps, move, move.to, 'expect', async (before, _at, tx) => {
    if ((await tx.receipt(deps.ids.derived('operation', move.opId, 'arrive'))) !== undefined) return undefined;
    const value = expectMessages(before, move.messages, move.opId);
    return value.movedIn.length === before.movedIn.length ? undefined : { value };
  });
  for (const [home, messages] of byHome(move.messages)) {
    for (let at = 0; at < messages.length; at += placedAtOnce) {
      await place(deps, move, home, messages.slice(at, at + placedAtOnce));
    }
  }
  const count = move.messages.length === 1 ? 'A message' : `${move.messages.length} messages`;
  await toldStep(deps, move, move.from, 'leave', async (before, at, tx) => {
    const left = afterLeaving(before, move.messages, await shownOn(deps, tx, before), at);
    const linked = move.opening === null ? left : withLink(left.value, move.to, 'split_into', at);
    return {
      changed: settle(before, linked.value, at),
      kind: 'message.moved',
      movedWith: move.to,
      reason: `${count} moved to ${to.number}.`,
    };
  });
  await toldStep(deps, move, move.to, 'arrive', async (before, at, tx) => ({
    changed: afterArriving(before, await shownOn(deps, tx, before), move.opId, deps.ourMailboxes, at),
    kind: 'message.moved',
    movedWith: move.from,
    reason: `${count} came from ${from.number}.`,
  }));
  await redirect(deps, move);
  await countRoot(deps, move, move.from);
  await countRoot(deps, move, move.to);
}

function byHome(messages: readonly Moving[]): Map<string, Moving[]> {
  const homes = new Map<string, Moving[]>();
  for (const one of messages) homes.set(one.home.caseId, [...(homes.get(one.home.caseId) ?? []), one]);
  return homes;
}

async function place(deps: LifecycleDeps, move: Move, home: string, messages: Moving[]): Promise<void> {
  await step(deps, move, home, 'place', async (before, _at, tx) => {
    const stored = new Map((await tx.ownMessages(home)).map((message) => [message.id, message]));
    const due = messages.filter((one) => {
      const message = stored.get(one.home.messageId);
      return message !== undefined && mayMove(message, one);
    });
    for (const { home: row } of due) await tx.placeMessage(row, { caseId: move.to, opId: move.opId });
    return due.length === 0 ? undefined : { value: before };
  });
}

/** Answers to a moved mail follow it. */
async function redirect(deps: LifecycleDeps, move: Move): Promise<void> {
  const moved = (await movedBy(deps, move)).map((message) => message.internetMessageId).filter((id) => id !== null);
  await Promise.all(moved.map((id) => deps.decisions.redirectMail(messageIdKey(deps.ids, id), move.to)));
}

async function movedBy(deps: LifecycleDeps, { to, opId }: Move): Promise<CaseMessage[]> {
  return (await deps.store.messages(to)).filter((message) => message.movedTo?.opId === opId);
}

async function openTarget(
  deps: LifecycleDeps,
  move: Move,
  { number, subject, requestHash }: NonNullable<Move['opening']>,
): Promise<void> {
  const { value: from } = await mustFind(deps, move.from);
  const ids = new Set(move.messages.map(({ home }) => home.messageId));
  const messages = (await deps.store.messages(move.from)).filter((message) => ids.has(message.id));
  const customer =
    customerConversation(messages).find((one) => one.direction === 'inbound' && !one.automatic)?.from ?? from.customer;
  await deps.store.transact(move.to, `${move.opId}|open`, async (tx) => {
    if ((await tx.case(move.to)) !== undefined) return;
    const at = deps.clock.now();
    const opened = openCase({
      id: move.to,
      number,
      subject,
      customer,
      participants: joinPeople([], [customer, ...peopleOf(messages)], deps.ourMailboxes),
      mailbox: from.mailbox,
      source: from.source,
      linked: [{ caseId: from.id, kind: 'split_from' }],
      team: from.team,
      at,
    });
    tx.putCase(opened);
    if (requestHash !== undefined) tx.putReceipt(move.to, { requestHash, caseId: move.to });
    tx.record({
      kind: 'case.opened',
      caseId: move.to,
      at,
      actor: move.actor,
      changes: [],
      messageId: null,
      mail: null,
      reason: `Split from ${from.number}.`,
    });
  });
}
