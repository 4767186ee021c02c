import { isFailure } from '../../domain/failure.ts';
import { judge } from '../../domain/mail/judge.ts';
import type { IncomingMail, MailFate } from '../../domain/mail/mail.ts';
import type { PendingMail } from '../../ports/pending-mail.ts';
import { decideCase } from './decide-case.ts';
import type { IntakeDeps } from './deps.ts';
import { enrichCase } from './enrich-case.ts';
import { mailKeyOf } from './mail-key.ts';
import { recordMail, writerOf } from './record-mail.ts';

/** After so many tries a mail no longer waits for a case that another mail claimed and never opened. */
const mostTries = 450;

/**
 * The life of a mail, from the mailbox to the case. Each step may be repeated after a crash without doing anything
 * twice; announcing follows the log, so it cannot be forgotten either.
 * @returns null when there is nothing to record: the mail was deleted before it could be read, or is a draft
 */
export async function receiveMail(deps: IntakeDeps, pending: PendingMail): Promise<MailFate | null> {
  const mail = await fetchMail(deps, pending);
  if (mail === null || mail.isDraft) return null;
  const mailKey = mailKeyOf(deps.ids, mail);
  const judgement = judge(mail, { mailboxes: deps.ourMailboxes });
  const decided = await decideCase(deps, mail, mailKey, judgement, {
    forClaims: pending.attempts < mostTries,
    forParents: (parentKeys) => deps.backlog.wait(pending, mailKey, parentKeys),
  });
  const fate = await recordMail(deps, { mail, mailKey, judgement, decided, actor: writerOf(mail), source: 'mail' });
  if (fate.caseId !== null) await enrichCase(deps, fate.caseId);
  return fate;
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
