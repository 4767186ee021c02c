import type { Actor } from '../../domain/access/actor.ts';
import type { CaseMessage } from '../../domain/case/case.ts';
import { withdrawReply } from '../../domain/case/reply.ts';
import { Failure } from '../../domain/failure.ts';
import { queued } from '../../domain/mail/outgoing.ts';
import { withAssignment } from '../../domain/task/contractor.ts';
import type { CaseTransaction } from '../../ports/case-store.ts';
import type { VersionedCase } from '../cases/case-use-cases.ts';
import { getCase, noSuchCase } from '../cases/find-case.ts';
import { mustNotBeMerged } from '../cases/merged.ts';
import { recordTask } from '../tasks/write-task.ts';
import type { ReplyDeps } from './reply-deps.ts';

/** @throws Failure `not-found`; `conflict` once somebody has begun to send it */
export async function undoSend(deps: ReplyDeps, actor: Actor, ref: string, messageId: string): Promise<VersionedCase> {
  const { caseId, message } = await replyOf(deps, ref, messageId);
  const name = { caseId, queuedAt: message.at, id: messageId };
  await deps.store.transact(caseId, `undo|${messageId}`, async (tx) => {
    const mail = await tx.outgoing(name);
    if (mail === undefined || mail.undo === null || mail.claim !== null || mail.state !== 'queued') {
      throw new Failure('conflict', 'It is too late to take it back: the reply is on its way.');
    }
    const found = await tx.case(caseId);
    if (found === undefined) throw noSuchCase(ref);
    mustNotBeMerged(found.value);
    const at = deps.clock.now();
    const { value, changes } = withdrawReply(found.value, mail.undo, at);
    tx.removeOutgoing(name);
    tx.removeMessage({ caseId, at: message.at, id: messageId });
    tx.putCase(value);
    await forgetAssignment(tx, actor, message, at);
    tx.record({ kind: 'message.withdrawn', caseId, at, actor, changes, messageId, mail: null, reason: null });
  });
  return getCase(deps, caseId);
}

/** A task whose mail was taken back stays with whoever outside has it, but says no longer that they were asked. */
async function forgetAssignment(tx: CaseTransaction, actor: Actor, { id, caseId, task }: CaseMessage, at: string) {
  const was = task?.caseId === caseId ? (await tx.task(task))?.value : undefined;
  if (was?.assignment?.messageId !== id) return;
  const changes = [{ field: 'assignment', from: was.assignment.to, to: null }];
  recordTask(tx, actor, at, caseId, { kind: 'task.changed', was, is: withAssignment(was, null), changes });
}

/** @throws Failure `not-found`; `conflict` unless the mail was refused */
export async function sendAgain(deps: ReplyDeps, actor: Actor, ref: string, messageId: string): Promise<VersionedCase> {
  const { caseId, message } = await replyOf(deps, ref, messageId);
  await deps.store.transact(caseId, `again|${deps.ids.secret()}`, async (tx) => {
    const now = await tx.message({ caseId, at: message.at, id: messageId });
    if (now?.delivery?.state !== 'failed' || now.automatic)
      throw new Failure('conflict', 'Only a mail that was refused is sent again.');
    const at = deps.clock.now();
    const mailbox = now.from?.email ?? '';
    // A mail that was refused has never left, so it keeps its place and its name.
    tx.putOutgoing(
      queued({
        id: messageId,
        caseId,
        mailbox,
        kind: 'reply',
        answers: now.answers ?? null,
        ...(now.task !== undefined && { task: now.task }),
        queuedAt: now.at,
        notBefore: at,
        undo: null,
      }),
    );
    tx.addMessage({ ...now, delivery: { state: 'queued', at, sendAt: null, attempts: 0, error: null } });
    const changes = [{ field: 'delivery', from: 'failed', to: 'queued' }];
    tx.record({ kind: 'message.delivery', caseId, at, actor, changes, messageId, mail: null, reason: null });
  });
  deps.wakeOutbox();
  return getCase(deps, caseId);
}

async function replyOf(
  deps: ReplyDeps,
  ref: string,
  messageId: string,
): Promise<{ caseId: string; message: CaseMessage }> {
  const caseId = (await getCase(deps, ref)).value.id;
  const message = (await deps.store.messages(caseId)).find(({ id }) => id === messageId);
  // One that shows here but lies on another case is handled there.
  if (message?.delivery === undefined || (message.home?.caseId ?? caseId) !== caseId)
    throw new Failure('not-found', 'There is no such reply on the case.');
  return { caseId, message };
}
