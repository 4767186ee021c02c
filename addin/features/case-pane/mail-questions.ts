import type { z } from 'zod';
import type { Case } from '../../../backend/contracts/case.ts';
import type { FromMail, LookupQuery, TriageRequest } from '../../../backend/contracts/mail.ts';
import type { Api } from '../../../ui/api.ts';
import type { FileContent } from '../../office/open-mail.ts';
import { type OpenMail, toGraphMessage } from '../../office/open-mail.ts';
import type { Choice } from './pane-state.ts';

// What the service takes at most, see contracts/mail.ts: a longer text is cut rather than refused.
const longestBody = 400_000;
const longestSubject = 2_000;

/** How the service finds the case of a mail. */
export function lookupOf(mail: OpenMail): z.input<typeof LookupQuery> {
  return {
    ...(hasMessageId(mail) && { internetMessageId: mail.internetMessageId }),
    ...(mail.conversationId && { conversationId: mail.conversationId }),
    ...(mail.from !== null && { sender: mail.from.email }),
  };
}

/** What the analyst is asked. */
export function triageOf(mail: OpenMail): z.input<typeof TriageRequest> {
  const subject = mail.subject.slice(0, longestSubject);
  return { subject, body: mail.text.slice(0, longestBody), contentType: 'text' };
}

/** What turns the mail into a case; the whole mail goes along, because the service may not have seen it. */
export function fromMail(mail: OpenMail, choice: Choice, files: FileContent[] = []): z.input<typeof FromMail> {
  return {
    mailbox: mail.mailbox,
    ...(hasMessageId(mail) && { internetMessageId: mail.internetMessageId }),
    ...(mail.conversationId && { conversationId: mail.conversationId }),
    message: toGraphMessage(mail, files),
    ...(Object.keys(choice).length > 0 && { overrides: choice }),
  };
}

function hasMessageId(mail: OpenMail): boolean {
  return mail.internetMessageId?.length >= 3;
}

/** Whether a changed case may be the case of this mail: its sender is the customer or takes part. */
export function concerns(mail: OpenMail, value: Case): boolean {
  const sender = mail.from?.email.toLowerCase();
  if (sender === undefined) return false;
  return [value.customer, ...value.participants].some((person) => person.email.toLowerCase() === sender);
}

/** The case with this number; null for one that is not there, which a mail may well name. @throws OfflineError */
export async function caseByNumber(api: Api, number: string): Promise<Case | null> {
  const { items } = await api('listCases', { query: { q: number, limit: 5 } });
  return items.find((each) => each.number === number) ?? null;
}
