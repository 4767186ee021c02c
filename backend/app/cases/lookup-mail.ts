import type { FoundCase } from '../../ports/case-index.ts';
import type { IntakeDeps } from '../intake/deps.ts';
import { conversationKeyOf } from '../intake/mail-key.ts';
import { caseOfMail, whereItShows } from './case-from-mail.ts';
import type { VersionedCase } from './case-use-cases.ts';

const customerCaseLimit = 20;

/** The case of a mail, by its Message-ID or else its conversation, and the sender's other cases, newest first. */
export async function lookupMail(
  deps: Pick<IntakeDeps, 'decisions' | 'store' | 'ids' | 'index'>,
  query: { internetMessageId?: string | undefined; conversationId?: string | undefined; sender?: string | undefined },
): Promise<{ case: VersionedCase | null; customerCases: FoundCase[] }> {
  const byMail = query.internetMessageId === undefined ? null : await caseOfMail(deps, query.internetMessageId);
  const found =
    byMail ?? (query.conversationId === undefined ? null : await caseOfConversation(deps, query.conversationId));
  const sender = query.sender?.toLowerCase();
  const theirs = sender === undefined ? [] : deps.index.casesOfCustomer(sender, customerCaseLimit);
  return { case: found, customerCases: theirs.filter(({ id }) => id !== found?.value.id) };
}

async function caseOfConversation(
  deps: Pick<IntakeDeps, 'decisions' | 'store' | 'ids'>,
  conversationId: string,
): Promise<VersionedCase | null> {
  const caseId = await deps.decisions.conversation(conversationKeyOf(deps.ids, conversationId));
  return caseId === undefined ? null : whereItShows(deps, caseId);
}
