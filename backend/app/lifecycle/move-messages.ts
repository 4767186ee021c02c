import type { Actor } from '../../domain/access/actor.ts';
import type { CaseMessage } from '../../domain/case/case.ts';
import { homeOf, type Moving } from '../../domain/case/move.ts';
import { Failure } from '../../domain/failure.ts';
import type { Idempotency, VersionedCase } from '../cases/case-use-cases.ts';
import { getCase, mustFind } from '../cases/find-case.ts';
import { mustNotBeMerged } from '../cases/merged.ts';
import { carryOut } from './carry-out.ts';
import type { LifecycleDeps } from './deps.ts';
import { mustStillBe } from './merge-cases.ts';

/**
 * Moves messages to another case. Answers to them follow.
 * @returns the case they are on now
 * @throws Failure `invalid` for a message that is not on the case, `conflict` for a merged case or the case itself, `stale`
 */
export async function moveMessages(
  deps: LifecycleDeps,
  actor: Actor,
  ref: string,
  { messageIds, to }: { messageIds: string[]; to: string },
  ifMatch?: string,
): Promise<VersionedCase> {
  const from = await openToMoves(deps, ref, ifMatch);
  const target = await getCase(deps, to);
  if (target.value.id === from.value.id) throw new Failure('conflict', 'The messages are on that case already.');
  mustNotBeMerged(target.value);
  const messages = chosen(await deps.store.messages(from.value.id), messageIds);
  const work = { kind: 'move', from: from.value.id, to: target.value.id, messages, opening: null } as const;
  await carryOut(deps, actor, work);
  return mustFind(deps, target.value.id);
}

/**
 * Makes a new case of some of a case's messages. @returns the new case
 * @throws Failure `invalid` for a message that is not on the case or when none would stay, `conflict`, `stale`
 */
export async function splitCase(
  deps: LifecycleDeps,
  actor: Actor,
  ref: string,
  { messageIds, subject }: { messageIds: string[]; subject: string },
  ifMatch?: string,
  idempotency?: Idempotency,
): Promise<VersionedCase> {
  const to = idempotency === undefined ? deps.ids.caseId() : deps.ids.derived('split', ref, actor.id, idempotency.key);
  const earlier = idempotency && (await deps.store.receipt(to, to));
  if (earlier !== undefined) {
    if (earlier.requestHash === idempotency?.requestHash) return mustFind(deps, to);
    throw new Failure('conflict', 'This Idempotency-Key was used for another request.');
  }
  const from = await openToMoves(deps, ref, ifMatch);
  const shown = await deps.store.messages(from.value.id);
  const messages = chosen(shown, messageIds);
  if (messages.length === shown.length) throw fault('messageIds', 'must leave a message on the case');
  const requestHash = idempotency && { requestHash: idempotency.requestHash };
  const opening = { number: await deps.numbers.next(), subject, ...requestHash };
  await carryOut(deps, actor, { kind: 'move', from: from.value.id, to, messages, opening });
  return mustFind(deps, to);
}

async function openToMoves(deps: LifecycleDeps, ref: string, ifMatch: string | undefined): Promise<VersionedCase> {
  const from = await getCase(deps, ref);
  mustNotBeMerged(from.value);
  mustStillBe(from, ifMatch);
  return from;
}

function chosen(shown: CaseMessage[], messageIds: string[]): Moving[] {
  const byId = new Map(shown.map((message) => [message.id, message]));
  return [...new Set(messageIds)].map((id) => {
    const message = byId.get(id);
    if (message === undefined) throw fault(`messageIds.${messageIds.indexOf(id)}`, 'is not on this case');
    return { home: homeOf(message), movedBy: message.movedTo?.opId ?? null };
  });
}

function fault(path: string, message: string): Failure {
  return new Failure('invalid', 'These messages cannot be moved.', { faults: [{ path, message }] });
}
