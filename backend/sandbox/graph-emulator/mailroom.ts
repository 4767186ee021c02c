import { ancestors, isReplySubject, newConversation, topicOf } from './conversation.ts';
import { fillAttachments, fillMessage, type GivenMessage, readGiven } from './fill-message.ts';
import type { FolderName, MessageContent, StoredMessage } from './graph-types.ts';
import type { MailStore } from './mail-store.ts';

export interface Mailroom {
  /** Puts a message in a folder, filling in what Exchange would. */
  lay(mailbox: string, folder: FolderName, message: unknown, own?: Partial<MessageContent>): StoredMessage;
  change(stored: StoredMessage, content: Partial<MessageContent>): StoredMessage;
  move(stored: StoredMessage, folder: FolderName): StoredMessage;
  /** Copies a sent mail to the inboxes of those recipients whose mailboxes are here, and lets it leave for the others. */
  carry(sent: StoredMessage): void;
}

export function createMailroom(
  store: MailStore,
  now: () => number,
  leave: (sent: StoredMessage) => void = () => {},
): Mailroom {
  function lay(mailbox: string, folder: FolderName, message: unknown, own: Partial<MessageContent> = {}) {
    const given = readGiven(message);
    const base = { ...fillMessage(given, now(), mailbox.split('@')[1] ?? 'localhost'), ...own };
    const attachments = fillAttachments(given.attachments, now());
    const serial = store.nextSerial();
    const conversation = conversationOf(mailbox, given, base, `${mailbox}|${serial}|${base.internetMessageId}`);
    const hasAttachments = attachments.some((attachment) => !attachment.isInline);
    const content: MessageContent = { ...base, ...conversation, ...own, hasAttachments };
    const stored = { serial, mailbox: mailbox.toLowerCase(), folder, version: 1, content, attachments };
    store.put(stored);
    store.rememberTopic(topicOf(content.subject ?? ''), stored);
    return stored;
  }

  /**
   * As Exchange groups mails: with the nearest ancestor it knows when the topic is still the same, else a reply without
   * known ancestors with the last mail on its topic, else alone.
   */
  function conversationOf(
    mailbox: string,
    given: GivenMessage,
    base: Pick<MessageContent, 'subject' | 'internetMessageHeaders'>,
    seed: string,
  ) {
    const fresh = newConversation(seed);
    const index = given.conversationIndex ?? fresh.conversationIndex;
    if (given.conversationId) return { conversationId: given.conversationId, conversationIndex: index };
    const parent = parentOf(mailbox, base);
    if (!parent) return fresh;
    const { conversationId, conversationIndex } = parent.content;
    return { conversationId, conversationIndex };
  }

  function parentOf(mailbox: string, base: Pick<MessageContent, 'subject' | 'internetMessageHeaders'>) {
    const subject = base.subject ?? '';
    const topic = topicOf(subject);
    for (const id of ancestors(base.internetMessageHeaders)) {
      const [known] = store.withMessageId(mailbox, id);
      if (known) return topicOf(known.content.subject ?? '') === topic ? known : undefined;
    }
    return isReplySubject(subject) && topic !== '' ? store.onTopic(mailbox, topic) : undefined;
  }

  function change(stored: StoredMessage, content: Partial<MessageContent>): StoredMessage {
    const lastModifiedDateTime = `${new Date(now()).toISOString().slice(0, 19)}Z`;
    const next = {
      ...stored,
      version: stored.version + 1,
      content: { ...stored.content, ...content, lastModifiedDateTime },
    };
    store.put(next);
    return next;
  }

  function move(stored: StoredMessage, folder: FolderName): StoredMessage {
    const next = { ...stored, folder, version: stored.version + 1 };
    store.put(next);
    return next;
  }

  function carry(sent: StoredMessage): void {
    const { content } = sent;
    const addresses = [...content.toRecipients, ...content.ccRecipients, ...content.bccRecipients].map(
      (recipient) => recipient.emailAddress?.address?.toLowerCase() ?? '',
    );
    const here = new Set(addresses.map(withoutPlus).filter((address) => store.mailboxes.includes(address)));
    const { conversationId: _id, conversationIndex: _index, bccRecipients: _bcc, ...copy } = content;
    for (const mailbox of here) lay(mailbox, 'inbox', { ...copy, isRead: false, attachments: sent.attachments });
    if (addresses.some((address) => !store.mailboxes.includes(withoutPlus(address)))) leave(sent);
  }

  return { lay, change, move, carry };
}

/** Exchange delivers `support+any@…` to `support@…`. */
function withoutPlus(address: string): string {
  const [local = '', domain = ''] = address.split('@');
  return `${local.split('+')[0]}@${domain}`;
}
