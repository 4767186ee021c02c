import { graphInstant, readGiven } from './fill-message.ts';
import { badRequest } from './graph-error.ts';
import type { StoredMessage } from './graph-types.ts';
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

export function createSending(store: MailStore, mailroom: Mailroom, now: () => number): Sending {
  function send(mailbox: string, body: SendBody): void {
    const { message, keep } = readSend(body);
    const sent = lay(mailbox, 'sentitems', message);
    mailroom.carry(sent);
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
    const sentDateTime = graphInstant(now());
    const changed = { ...content, isDraft: false, sentDateTime, receivedDateTime: sentDateTime };
    const sent: StoredMessage = { ...draft, folder: 'sentitems', version: draft.version + 1, content: changed };
    store.put(sent);
    mailroom.carry(sent);
  }

  function createReply(original: StoredMessage, toAll: boolean, body: SendBody): StoredMessage {
    const { message, comment } = readReply(body);
    const base = replyTo(original, toAll, comment);
    const { conversationId, conversationIndex } = original.content;
    return lay(original.mailbox, 'drafts', { ...base, ...message, conversationId, conversationIndex });
  }

  return { send, createDraft, sendDraft, createReply };
}
