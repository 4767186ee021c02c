import type { Actor } from '../../domain/access/actor.ts';
import type { CaseMessage, SupportCase } from '../../domain/case/case.ts';
import { addReply, addTaskMail, undoableOf } from '../../domain/case/reply.ts';
import { Failure } from '../../domain/failure.ts';
import type { Outgoing } from '../../domain/mail/outgoing.ts';
import { queued } from '../../domain/mail/outgoing.ts';
import { ownMessageId } from '../../domain/mail/own-message-id.ts';
import { replySubject } from '../../domain/reply/thread-headers.ts';
import type { TaskMail } from '../../domain/task/task.ts';
import type { CaseTransaction } from '../../ports/case-store.ts';
import type { Idempotency } from '../cases/case-use-cases.ts';
import { getCase, noSuchCase } from '../cases/find-case.ts';
import { mustNotBeMerged } from '../cases/merged.ts';
import { type Addressed, address } from './check-reply.ts';
import { behind } from './compose-letter.ts';
import type { ReplyDeps } from './reply-deps.ts';
import { storeReplyFiles } from './reply-files.ts';
import { invalid, speakerOf, type WrittenReply, writeReply } from './reply-text.ts';
import type { Replied, ReplyInput } from './reply-use-cases.ts';

/**
 * An agent answers. The reply stands in the conversation at once and leaves when it can no longer be taken back; case,
 * message and the mail to be sent are one commit.
 */
export async function replyToCase(
  deps: ReplyDeps,
  actor: Actor,
  ref: string,
  reply: ReplyInput,
  idempotency?: Idempotency,
): Promise<Replied> {
  const { value } = await getCase(deps, ref);
  const key = idempotency === undefined ? deps.ids.secret() : idempotency.key;
  const id = deps.ids.derived('reply', value.id, actor.id, key);
  const repeated = idempotency && (await repeatedReply(deps, value, id, idempotency));
  if (repeated) return repeated;
  mustNotBeMerged(value);
  const mailbox = mailboxOf(deps, value);
  const addressed = await address(deps, value, { ...reply, attachmentCount: reply.attachments?.length ?? 0 });
  demandAccepted(addressed, reply);
  const written = await writeReply(deps, actor, value, mailbox, reply);
  const attachments = await storeReplyFiles(deps, id, reply.attachments ?? []);
  const { name } = await speakerOf(deps, actor);
  const draft = { id, mailbox, name, addressed, task: taskOf(addressed, value), written, attachments };
  const created = await deps.store.transact(value.id, `reply|${id}`, async (tx) => {
    if (idempotency !== undefined) {
      if ((await tx.receipt(id)) !== undefined) return false;
      tx.putReceipt(id, { requestHash: idempotency.requestHash, caseId: value.id });
    }
    await write(deps, tx, actor, value.id, draft, reply);
    return true;
  });
  deps.wakeOutbox();
  return { ...(await standing(deps, value.id, id)), created };
}

interface Draft {
  id: string;
  mailbox: string;
  /** Name of whoever writes. */
  name: string;
  addressed: Addressed;
  /** The task it is about, where it goes to whoever does it outside. */
  task: TaskMail | undefined;
  written: WrittenReply;
  attachments: CaseMessage['attachments'];
}

async function write(
  deps: ReplyDeps,
  tx: CaseTransaction,
  actor: Actor,
  caseId: string,
  draft: Draft,
  { thenStatus }: ReplyInput,
): Promise<void> {
  const found = await tx.case(caseId);
  if (found === undefined) throw noSuchCase(caseId);
  mustNotBeMerged(found.value);
  const at = behind(draft.addressed.last, deps.clock.now());
  const { to, cc } = draft.addressed.recipients;
  const people = [...to, ...cc];
  const { value, changes } =
    draft.task === undefined
      ? addReply(found.value, { people, ourMailboxes: deps.ourMailboxes, thenStatus }, at)
      : addTaskMail(found.value, thenStatus, at);
  const sendAt = new Date(deps.clock.nowMs() + deps.undoMs).toISOString();
  const message = messageOf(draft, value, at, sendAt);
  tx.putCase(value);
  tx.addMessage(message);
  tx.putOutgoing(outgoingOf(draft, found.value, value, at, sendAt));
  tx.record({ kind: 'message.added', caseId, at, actor, changes, messageId: draft.id, mail: null, reason: null });
}

/** The task that the reply is about, where it goes to nobody but those who do it outside. */
function taskOf({ answered, recipients }: Addressed, value: SupportCase): TaskMail | undefined {
  const task = answered?.task;
  if (task === undefined) return undefined;
  const onCase = new Set([value.customer, ...value.participants].map(({ email }) => email.toLowerCase()));
  onCase.delete(task.contractor);
  return [...recipients.to, ...recipients.cc].some(({ email }) => onCase.has(email.toLowerCase())) ? undefined : task;
}

function messageOf(draft: Draft, value: SupportCase, at: string, sendAt: string): CaseMessage {
  const { id, mailbox, name, addressed, task, written, attachments } = draft;
  return {
    id,
    caseId: value.id,
    direction: 'outbound',
    from: { email: mailbox, name },
    to: addressed.recipients.to,
    cc: addressed.recipients.cc,
    subject: replySubject(addressed.answered?.subject ?? value.subject, value.number),
    visibleText: written.text,
    hasQuoted: false,
    safeHtml: written.html,
    at,
    attachments,
    internetMessageId: ownMessageId({ id, caseId: value.id }, mailbox),
    graph: null,
    automatic: false,
    threadedBy: { rule: 'sent_from_case', why: `${name} sent it from the case.` },
    delivery: { state: 'queued', at, sendAt, attempts: 0, error: null },
    ...(addressed.answered !== null && { answers: addressed.answered.id }),
    ...(task !== undefined && { task }),
  };
}

function outgoingOf(draft: Draft, before: SupportCase, after: SupportCase, at: string, sendAt: string): Outgoing {
  return queued({
    id: draft.id,
    caseId: after.id,
    mailbox: draft.mailbox,
    kind: 'reply',
    answers: draft.addressed.answered?.id ?? null,
    ...(draft.task !== undefined && { task: draft.task }),
    queuedAt: at,
    notBefore: sendAt,
    undo: { before: undoableOf(before), after: undoableOf(after) },
  });
}

/** @throws Failure `conflict` when the key was used for another request, or for a reply that was taken back */
async function repeatedReply(
  deps: ReplyDeps,
  value: SupportCase,
  id: string,
  { requestHash }: Idempotency,
): Promise<Replied | null> {
  const receipt = await deps.store.receipt(value.id, id);
  if (receipt === undefined) return null;
  if (receipt.requestHash !== requestHash) {
    throw new Failure('conflict', 'This Idempotency-Key was used for another request.');
  }
  return { ...(await standing(deps, value.id, id)), created: false };
}

async function standing(deps: ReplyDeps, caseId: string, id: string): Promise<Omit<Replied, 'created'>> {
  const message = (await deps.store.messages(caseId)).find((one) => one.id === id);
  const value = await deps.store.get(caseId);
  if (value === undefined) throw noSuchCase(caseId);
  if (message === undefined) throw new Failure('conflict', 'That reply was taken back.');
  return { message, case: value };
}

function demandAccepted({ check }: Addressed, { acceptRecipientChanges }: ReplyInput): void {
  if (check.to.length + check.cc.length === 0) throw invalid('to', 'must name somebody');
  if (!check.changed || acceptRecipientChanges === true) return;
  const added = check.added.map(({ email }) => email).join(', ');
  const dropped = check.dropped.map(({ email }) => email).join(', ');
  const parts = [added && `adds ${added}`, dropped && `drops ${dropped}`].filter((part) => part !== '');
  throw new Failure(
    'recipients-changed',
    `The reply ${parts.join(' and ')}. Send it again with your acceptance if that is meant.`,
    {
      current: check,
    },
  );
}

/** A case that no mail opened is answered from the first mailbox. @throws Failure `conflict` where there is none */
function mailboxOf(deps: ReplyDeps, value: SupportCase): string {
  const own = value.mailbox?.toLowerCase();
  const mailbox = own !== undefined && deps.ourMailboxes.includes(own) ? own : deps.ourMailboxes[0];
  if (mailbox === undefined) throw new Failure('conflict', 'There is no mailbox to send from.');
  return mailbox;
}
