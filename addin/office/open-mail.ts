/** The bytes of a file of the open mail. */
export interface FileContent {
  id: string;
  /** In base64. */
  content: string;
}

export interface Mailer {
  email: string;
  name: string;
}

/** The mail that is open in Outlook, in our words. Everything in it was written by strangers. */
export interface OpenMail {
  /** Exchange's id of the mail in this mailbox; changes when the mail is moved. */
  itemId: string;
  /** RFC 5322 Message-ID with its angle brackets. */
  internetMessageId: string;
  conversationId: string;
  subject: string;
  from: Mailer | null;
  to: Mailer[];
  cc: Mailer[];
  /** RFC 3339 in UTC. */
  receivedAt: string;
  text: string;
  html: string;
  /** True for a mail whose body Outlook keeps to itself, such as an encrypted one. */
  unreadable: boolean;
  attachments: { id: string; name: string; type: string; size: number; inline: boolean }[];
  /** Address of the mailbox the mail lies in: the shared one where Outlook tells, else the reader's own. */
  mailbox: string;
  /** Whether that is the reader's own mailbox. */
  ownMailbox: boolean;
}

/** The mail as a Microsoft Graph message resource, for a service that has not seen it yet. */
export function toGraphMessage(mail: OpenMail, files: FileContent[] = []): Record<string, unknown> {
  const contents = new Map(files.map(({ id, content }) => [id, content]));
  const from = mail.from === null ? undefined : recipient(mail.from);
  return {
    internetMessageId: mail.internetMessageId,
    conversationId: mail.conversationId,
    subject: mail.subject,
    ...(from !== undefined && { from, sender: from }),
    toRecipients: mail.to.map(recipient),
    ccRecipients: mail.cc.map(recipient),
    receivedDateTime: mail.receivedAt,
    isDraft: false,
    body: mail.html === '' ? { contentType: 'text', content: mail.text } : { contentType: 'html', content: mail.html },
    hasAttachments: mail.attachments.some((file) => !file.inline),
    attachments: mail.attachments.map((file) => ({
      '@odata.type': '#microsoft.graph.fileAttachment',
      id: file.id,
      name: file.name,
      contentType: file.type,
      size: file.size,
      isInline: file.inline,
      ...(contents.has(file.id) && { contentBytes: contents.get(file.id) }),
    })),
  };
}

function recipient(person: Mailer) {
  return { emailAddress: { name: person.name, address: person.email } };
}
