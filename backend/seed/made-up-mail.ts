import { messageIdKey } from '../app/intake/mail-key.ts';
import type { CaseMessage, SupportCase } from '../domain/case/case.ts';
import type { Address, MailFate } from '../domain/mail/mail.ts';
import type { Ids } from '../ports/system.ts';

export interface MailFacts {
  to: Pick<SupportCase, 'id' | 'subject' | 'customer'>;
  /** 0 for the one that opened the case. */
  n: number;
  text: string;
  fromCustomer: boolean;
  /** Null for what was written by hand. */
  internetMessageId: string | null;
  mailbox: string;
  at: string;
}

export interface MadeUpMail {
  message: CaseMessage;
  /** Null for what was written by hand. */
  mailKey: string | null;
  /** Null for what did not come in by mail. */
  fate: MailFate | null;
}

export function makeMail(ids: Ids, facts: MailFacts): MadeUpMail {
  const { to, n, fromCustomer, internetMessageId, mailbox } = facts;
  const support: Address = { email: mailbox, name: 'Support' };
  const mailKey = internetMessageId === null ? null : messageIdKey(ids, internetMessageId);
  const message: CaseMessage = {
    id: ids.derived('message-of', mailKey ?? `${to.id} ${n}`),
    caseId: to.id,
    direction: fromCustomer ? 'inbound' : 'outbound',
    from: fromCustomer ? to.customer : support,
    to: mailKey === null ? [] : [fromCustomer ? support : to.customer],
    cc: [],
    subject: n === 0 ? to.subject : `Re: ${to.subject}`,
    visibleText: facts.text,
    hasQuoted: n > 0,
    safeHtml: `<p>${facts.text}</p>`,
    at: facts.at,
    attachments: [],
    internetMessageId,
    graph: null,
    automatic: false,
    threadedBy: threadedBy(n, mailKey !== null),
  };
  return { message, mailKey, fate: mailKey === null || !fromCustomer ? null : fateOf(mailKey, message, facts) };
}

function threadedBy(n: number, byMail: boolean): CaseMessage['threadedBy'] {
  if (!byMail) return { rule: 'by_hand', why: 'Written by hand.' };
  if (n === 0) return { rule: 'new_conversation', why: 'It begins a conversation.' };
  return { rule: 'conversation', why: 'It belongs to the same conversation.' };
}

function fateOf(mailKey: string, message: CaseMessage, { n, mailbox, at }: MailFacts): MailFate {
  return {
    mailKey,
    mailbox,
    graphId: null,
    internetMessageId: message.internetMessageId,
    from: message.from?.email ?? null,
    subject: message.subject,
    kind: 'human',
    outcome: n === 0 ? 'opened' : 'joined',
    caseId: message.caseId,
    messageId: message.id,
    rule: message.threadedBy.rule,
    reason: message.threadedBy.why,
    reasons: [],
    receivedAt: at,
    decidedAt: at,
  };
}
