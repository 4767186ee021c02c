import { isFailure } from '../../domain/failure.ts';
import { judge } from '../../domain/mail/judge.ts';
import type { IncomingMail, MailFate } from '../../domain/mail/mail.ts';
import type { PendingMail } from '../../ports/pending-mail.ts';
import { decideCase } from './decide-case.ts';
import type { IntakeDeps } from './deps.ts';
import { enrichCase } from './enrich-case.ts';
import type { Work } from './line.ts';
import { mailKeyOf } from './mail-key.ts';
import { recordMail, writerOf } from './record-mail.ts';

/** After so many tries a mail no longer waits for a case that another mail claimed and never opened. */
const mostTries = 450;
/** While it can be held in memory, a mail waits for the mails it names without asking how long that makes sense. */
const heldSeconds = 0.3;

export interface Received {
  mailKey: string | null;
  /** Null when there is nothing to record: the mail was deleted before it could be read, or is a draft. */
  fate: MailFate | null;
}

/**
 * The life of a mail, from the mailbox to the case. Each step may be repeated after a crash without doing anything
 * twice; announcing follows the log, so it cannot be forgotten either. What was fetched stays in `work` for a next try.
 * @throws WaitsFor when a mail or case it belongs to is on its way
 */
export async function receiveMail(deps: IntakeDeps, work: Work): Promise<Received> {
  const { pending } = work;
  const mail = work.mail ?? (await fetchMail(deps, pending));
  if (mail === null || mail.isDraft) return { mailKey: null, fate: null };
  work.mail = mail;
  const mailKey = mailKeyOf(deps.ids, mail);
  const judgement = judge(mail, { mailboxes: deps.ourMailboxes });
  const decided = await decideCase(deps, mail, mailKey, judgement, {
    forClaims: pending.attempts < mostTries,
    forParents: (parentKeys) => (work.mayHold ? heldSeconds : deps.backlog.wait(pending, mailKey, parentKeys)),
  });
  const fate = await recordMail(deps, { mail, mailKey, judgement, decided, actor: writerOf(mail), source: 'mail' });
  if (fate.outcome === 'opened' && fate.caseId !== null && !deps.analyst.immediate) {
    await enrichCase(deps, fate.caseId);
  }
  return { mailKey, fate };
}

async function fetchMail(deps: IntakeDeps, pending: PendingMail): Promise<IncomingMail | null> {
  try {
    return await deps.mailbox.fetch(pending.mailbox, pending.graphId);
  } catch (error) {
    if (!isFailure(error, 'not-found')) throw error;
    deps.log.warn('mail was deleted before it could be read', { mailbox: pending.mailbox, graphId: pending.graphId });
    return null;
  }
}
