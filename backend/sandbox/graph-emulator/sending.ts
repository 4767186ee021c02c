import { randomUUID } from 'node:crypto';
import type { FaultSettings } from './faults.ts';
import { graphInstant, readGiven } from './fill-message.ts';
import { badRequest } from './graph-error.ts';
import type { MessageContent, StoredMessage } from './graph-types.ts';
import type { MailStore } from './mail-store.ts';
import type { Mailroom } from './mailroom.ts';
import { replyTo } from './reply-draft.ts';
import { readDraft, readReply, readSend, type SendBody } from './send-requests.ts';

export interface Sending {
  send(mailbox: string, body: SendBody): void;
  createDraft(mailbox: string, body: SendBody): StoredMessage;
  sendDraft(draft: StoredMessage): void;
  /** A draft that answers `original`, to its sender or to everybody. */
  createReply(original: StoredMessage, toAll: boolean, body: SendBody): StoredMessage;
}

export function createSending(
  store: MailStore,
  mailroom: Mailroom,
  now: () => number,
  habits: () => FaultSettings['sending'],
): Sending {
  function send(mailbox: string, body: SendBody): void {
    const { message, keep } = readSend(body);
    checkRecipients(readGiven(message));
    const sent = lay(mailbox, 'sentitems', message);
    store.put({ ...sent, content: asExchangeSends(sent.content) });
    mailroom.carry(store.get(sent.serial) ?? sent);
    if (!keep) store.drop(sent);
  }

  function createDraft(mailbox: string, body: SendBody): StoredMessage {
    return lay(mailbox, 'drafts', readDraft(body));
  }

  function lay(mailbox: string, folder: 'sentitems' | 'drafts', message: Record<string, unknown>): StoredMessage {
    const own = { emailAddress: { address: mailbox, name: mailbox } };
    const fresh = { ...message, receivedDateTime: undefined, sentDateTime: undefined };
    const from = readGiven(message).from ?? own;
    return mailroom.lay(mailbox, folder, fresh, { from, sender: own, isDraft: folder === 'drafts', isRead: true });
  }

  function sendDraft(draft: StoredMessage): void {
    if (!draft.content.isDraft) throw badRequest('Only a draft can be sent.', 'ErrorInvalidOperation');
    const { content } = draft;
    if (content.toRecipients.length + content.ccRecipients.length + content.bccRecipients.length === 0) {
      throw badRequest('At least one recipient is not valid.', 'ErrorInvalidRecipients');
    }
    checkRecipients(content);
    const sentDateTime = graphInstant(now());
    const changed = { ...asExchangeSends(content), isDraft: false, sentDateTime, receivedDateTime: sentDateTime };
    const sent: StoredMessage = { ...draft, folder: 'sentitems', version: draft.version + 1, content: changed };
    store.put(sent);
    mailroom.carry(sent);
  }

  type Recipients = Pick<MessageContent, 'toRecipients' | 'ccRecipients' | 'bccRecipients'>;

  function checkRecipients({ toRecipients, ccRecipients, bccRecipients }: Recipients): void {
    const refused = habits().refusedRecipients.map((each) => each.toLowerCase());
    const all = [...toRecipients, ...ccRecipients, ...bccRecipients];
    if (!all.some((each) => refused.includes(each.emailAddress?.address?.toLowerCase() ?? ''))) return;
    throw badRequest('At least one recipient is not valid.', 'ErrorInvalidRecipients');
  }

  function asExchangeSends(content: MessageContent): MessageContent {
    const { newMessageIds, withoutHeaders } = habits();
    const gone = new Set(withoutHeaders.map((name) => name.toLowerCase()));
    const fresh = `<${randomUUID()}@exchange.example>`;
    return {
      ...content,
      internetMessageId: newMessageIds ? fresh : content.internetMessageId,
      internetMessageHeaders: content.internetMessageHeaders
        .filter(({ name }) => !gone.has(name.toLowerCase()))
        .map((header) => (newMessageIds && /^message-id$/i.test(header.name) ? { ...header, value: fresh } : header)),
    };
  }

  function createReply(original: StoredMessage, toAll: boolean, body: SendBody): StoredMessage {
    const { message, comment } = readReply(body);
    const base = replyTo(original, toAll, comment);
    const { conversationId, conversationIndex } = original.content;
    return lay(original.mailbox, 'drafts', { ...base, ...message, conversationId, conversationIndex });
  }

  return { send, createDraft, sendDraft, createReply };
}
