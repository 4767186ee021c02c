import type { IncomingMail } from '../../domain/mail/mail.ts';
import { normaliseMessageId, threadRoot } from '../../domain/mail/thread-ids.ts';
import type { Ids } from '../../ports/system.ts';

/**
 * What makes two deliveries the same mail: its Message-ID, in whichever mailbox it lies. A mail without one is known by
 * its Graph id, and a mail without either (handed over by a client) by what it says.
 */
export function mailKeyOf(ids: Ids, mail: IncomingMail): string {
  if (mail.internetMessageId !== null) return messageIdKey(ids, mail.internetMessageId);
  if (mail.graphId !== null) return graphMailKey(ids, mail.mailbox, mail.graphId);
  const { from, subject, sentAt, body } = mail;
  return ids.derived('bare-mail', from?.email ?? '', subject, sentAt ?? '', body.content);
}

export function messageIdKey(ids: Ids, internetMessageId: string): string {
  return ids.derived('mail', normaliseMessageId(internetMessageId));
}

export function graphMailKey(ids: Ids, mailbox: string, graphId: string): string {
  return ids.derived('graph-mail', mailbox, graphId);
}

/** Keys of the conversations a mail is in: Exchange's own, and the one that Outlook's Thread-Index names. */
export function conversationKeys(ids: Ids, mail: IncomingMail): string[] {
  const root = threadRoot(mail);
  const exchange = mail.conversationId === null ? [] : [conversationKeyOf(ids, mail.conversationId)];
  return root === null ? exchange : [...exchange, ids.derived('thread-index', root)];
}

export function conversationKeyOf(ids: Ids, conversationId: string): string {
  return ids.derived('conversation', conversationId);
}

/** The case that a mail opens when it opens one, and the message it becomes: the same on every run and replica. */
export function openedBy(ids: Ids, mailKey: string): { caseId: string; messageId: string } {
  return { caseId: ids.derived('case-of', mailKey), messageId: ids.derived('message-of', mailKey) };
}
