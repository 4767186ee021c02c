import { system } from '../../domain/access/actor.ts';
import type { MailFate } from '../../domain/mail/mail.ts';
import type { PendingMail } from '../../ports/pending-mail.ts';
import type { IntakeDeps } from './deps.ts';
import { graphMailKey } from './mail-key.ts';

/** Records that a mail could not be handled, so that a person can look at it. The mail itself stays in the mailbox. */
export async function parkMail(deps: IntakeDeps, pending: PendingMail, error: string): Promise<MailFate> {
  const mailKey = graphMailKey(deps.ids, pending.mailbox, pending.graphId);
  return deps.store.transact(mailKey, `mail|${mailKey}`, async (tx) => {
    const earlier = await tx.fate(mailKey);
    if (earlier !== undefined) return earlier;
    const at = deps.clock.now();
    const fate: MailFate = {
      mailKey,
      mailbox: pending.mailbox,
      graphId: pending.graphId,
      internetMessageId: null,
      from: null,
      subject: '',
      kind: 'human',
      outcome: 'parked',
      caseId: null,
      messageId: null,
      rule: null,
      reason: `It could not be handled after ${pending.attempts + 1} tries: ${error.slice(0, 300)}`,
      reasons: [],
      receivedAt: pending.notedAt,
      decidedAt: at,
    };
    tx.putFate(fate);
    tx.record({
      kind: 'mail.fated',
      caseId: null,
      at,
      actor: system,
      changes: [],
      messageId: null,
      mail: { mailKey, outcome: 'parked' },
      reason: fate.reason,
    });
    return fate;
  });
}
