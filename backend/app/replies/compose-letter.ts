import type { CaseMessage, SupportCase } from '../../domain/case/case.ts';
import type { Letter } from '../../domain/mail/letter.ts';
import type { Instant } from '../../domain/mail/mail.ts';
import type { Outgoing } from '../../domain/mail/outgoing.ts';
import { ownMessageId } from '../../domain/mail/own-message-id.ts';
import { replySubject, threadHeaders } from '../../domain/reply/thread-headers.ts';
import { composeAutomatic, objectionTo } from './compose-automatic.ts';
import { composeReply } from './compose-reply.ts';
import type { Composed, Context } from './composed.ts';
import type { OutboxDeps } from './deps.ts';

/**
 * What is to be sent, from the case as it stands. An automatic mail is written only now, when the analyst has spoken,
 * and may turn out to be one too many.
 */
export async function composeLetter(deps: OutboxDeps, mail: Outgoing): Promise<Composed> {
  const context = await contextOf(deps, mail);
  if (context === null) return { kind: 'unsent', reason: 'The case is gone.' };
  if (mail.kind !== 'reply') {
    const objection = await objectionTo(deps, mail, context);
    if (objection !== null) return objection;
  }
  return compose(deps, mail, context);
}

/** The letter as it was, or would have been, sent; null when nothing can be said of it any more. */
export async function recompose(deps: OutboxDeps, mail: Outgoing): Promise<Letter | null> {
  const context = await contextOf(deps, mail);
  const composed = context === null ? null : await compose(deps, mail, context);
  return composed?.kind === 'letter' ? composed.letter : null;
}

async function contextOf(deps: OutboxDeps, mail: Outgoing): Promise<Context | null> {
  const found = await deps.store.get(mail.caseId);
  if (found === undefined) return null;
  const conversation = await conversationOf(deps, mail, found.value);
  const answered = conversation.find(({ id }) => id === mail.answers) ?? null;
  return { value: found.value, conversation, answered };
}

/** What shows with the mail, wherever its case was merged; a reply that shows nowhere near is read where it lies. */
async function conversationOf(deps: OutboxDeps, mail: Outgoing, value: SupportCase): Promise<CaseMessage[]> {
  let shown = value;
  while (shown.mergedInto !== null) {
    const next = await deps.store.get(shown.mergedInto);
    if (next === undefined) break;
    shown = next.value;
  }
  const conversation = await deps.store.messages(shown.id);
  if (mail.kind !== 'reply' || conversation.some(({ id }) => id === mail.id)) return conversation;
  const name = { caseId: mail.caseId, at: mail.queuedAt, id: mail.id };
  const own = await deps.store.transact(mail.caseId, `read|${mail.id}`, (tx) => tx.message(name));
  return own === undefined ? conversation : [...conversation, own];
}

async function compose(deps: OutboxDeps, mail: Outgoing, context: Context): Promise<Composed> {
  const text =
    mail.kind === 'reply' ? await composeReply(deps, mail, context) : await composeAutomatic(deps, mail, context);
  if (text === null) return { kind: 'unsent', reason: 'There is nothing to send.' };
  const { value, conversation, answered } = context;
  const before = conversation.filter(({ id, task }) => id !== mail.id && task?.id === mail.task?.id);
  const letter: Letter = {
    subject: replySubject(answered?.subject ?? value.subject, value.number),
    ...text,
    ...threadHeaders(before, answered),
    id: mail.id,
    mailbox: mail.mailbox,
    internetMessageId: ownMessageId(mail, mail.mailbox),
    caseNumber: value.number,
    automatic: mail.kind !== 'reply',
    at: behind(before.at(-1) ?? null, deps.clock.now()),
  };
  const lies = answered?.graph?.mailbox === mail.mailbox ? answered.graph.id : null;
  return { kind: 'letter', letter, answers: lies };
}

/** What claims to be further ahead than this lies about its time. */
const largestSkewMs = 10 * 60_000;

/** The mail system's clock is not ours: what we write never stands before what it follows. */
export function behind(last: CaseMessage | null, now: Instant): Instant {
  if (last === null || last.at < now || Date.parse(last.at) - Date.parse(now) > largestSkewMs) return now;
  return new Date(Date.parse(last.at) + 1).toISOString();
}
