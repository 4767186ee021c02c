import type { MailFate } from '../../domain/mail/mail.ts';
import type { IntakeDeps } from './deps.ts';
import { messageIdKey } from './mail-key.ts';

/** What became of the mail with this Message-ID, with the number of its case; undefined while it is on its way. */
export async function findFate(
  deps: Pick<IntakeDeps, 'decisions' | 'store' | 'ids'>,
  internetMessageId: string,
): Promise<{ fate: MailFate; caseNumber: string | null } | undefined> {
  const mailKey = messageIdKey(deps.ids, internetMessageId);
  const decision = await deps.decisions.mail(mailKey);
  if (decision === undefined || decision.awaited) return undefined;
  const fate = await deps.store.fate(deps.store.shardOf(decision.caseId ?? mailKey), mailKey);
  if (fate === undefined) return undefined;
  const found = fate.caseId === null ? undefined : await deps.store.get(fate.caseId);
  return { fate, caseNumber: found?.value.number ?? null };
}
