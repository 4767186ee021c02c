import { system } from '../../domain/access/actor.ts';
import type { MailFate } from '../../domain/mail/mail.ts';
import { markOf } from '../../domain/mail/mail-mark.ts';
import type { PendingMail } from '../../ports/pending-mail.ts';
import type { IntakeDeps } from './deps.ts';
import { graphMailKey, messageIdKey } from './mail-key.ts';
import { MailWay } from './mail-way.ts';

/** Records that a mail could not be handled, so that a person can look at it. The mail itself stays in the mailbox. */
export function parkMail(deps: IntakeDeps, pending: PendingMail, error: string): Promise<MailFate> {
  const reason = `It could not be handled after ${pending.attempts + 1} tries: ${error.slice(0, 300)}`;
  return recordUnread(deps, pending, { outcome: 'parked', reason });
}

/** Records that a mail was announced and then not to be found anywhere in its mailbox. */
export function recordGone(deps: IntakeDeps, pending: PendingMail): Promise<MailFate> {
  const reason = 'It was deleted from the mailbox before it could be read.';
  return recordUnread(deps, pending, { outcome: 'kept_apart', reason, gone: true });
}

function recordUnread(
  deps: IntakeDeps,
  pending: PendingMail,
  what: Pick<MailFate, 'outcome' | 'reason' | 'gone'>,
): Promise<MailFate> {
  const { mailbox, graphId, notedAt } = pending;
  const internetMessageId = pending.internetMessageId ?? null;
  const mailKey = graphMailKey(deps.ids, mailbox, graphId);
  return deps.store.transact(mailKey, `mail|${mailKey}|${pending.attempts}`, async (tx) => {
    const earlier = await tx.fate(mailKey);
    if (earlier !== undefined && !(pending.released && earlier.outcome === 'parked')) return earlier;
    const at = deps.clock.now();
    const fate: MailFate = {
      mailKey,
      mailbox,
      graphId,
      internetMessageId,
      from: null,
      subject: '',
      kind: 'human',
      caseId: null,
      messageId: null,
      rule: null,
      reasons: [],
      receivedAt: notedAt,
      decidedAt: at,
      ...what,
      ...new MailWay(pending, deps.clock).told(),
    };
    tx.putFate(fate);
    tx.record({
      kind: 'mail.fated',
      caseId: null,
      at,
      actor: system,
      changes: [],
      messageId: null,
      mail: markOf(fate, { answers: false, likeness: null }, earlier !== undefined),
      reason: fate.reason,
    });
    return fate;
  });
}

/** Whether a mail with this Message-ID has been decided about, in whichever mailbox. */
export async function isKnown(
  deps: Pick<IntakeDeps, 'decisions' | 'ids'>,
  internetMessageId: string,
): Promise<boolean> {
  const decision = await deps.decisions.mail(messageIdKey(deps.ids, internetMessageId));
  return decision !== undefined && !decision.awaited;
}
