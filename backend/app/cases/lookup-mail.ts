import type { FoundCase } from '../../ports/case-index.ts';
import type { IntakeDeps } from '../intake/deps.ts';
import { conversationKeyOf } from '../intake/mail-key.ts';
import type { MailToLookUp } from '../intake/mail-use-cases.ts';
import { caseIdOfMail } from './case-from-mail.ts';

const customerCaseLimit = 20;

/**
 * The case of a mail, by its Message-ID or else its conversation, and the sender's other cases, newest first.
 * @param look gives a case, or the one that it was merged into; null when it is gone
 */
export async function lookupMail<T extends { id: string }>(
  deps: Pick<IntakeDeps, 'decisions' | 'ids' | 'index'>,
  { internetMessageId, conversationId, sender }: MailToLookUp,
  look: (caseId: string) => Promise<T | null>,
): Promise<{ case: T | null; customerCases: FoundCase[] }> {
  const seen = async (caseId: string | null | undefined) => (caseId ? look(caseId) : null);
  const byMail = internetMessageId === undefined ? null : await seen(await caseIdOfMail(deps, internetMessageId));
  const found =
    byMail ??
    (conversationId === undefined
      ? null
      : await seen(await deps.decisions.conversation(conversationKeyOf(deps.ids, conversationId))));
  const theirs = sender === undefined ? [] : deps.index.casesOfCustomer(sender.toLowerCase(), customerCaseLimit);
  return { case: found, customerCases: theirs.filter(({ id }) => id !== found?.id) };
}
