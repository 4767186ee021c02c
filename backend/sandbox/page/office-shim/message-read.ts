import type { SandboxOpenMail } from '../../../contracts/sandbox.ts';
import { doneOf, succeed } from './answers.ts';

interface Person {
  email: string;
  name: string;
}

/** A received mail as `Office.MessageRead` of requirement set Mailbox 1.13 shows it. */
export function messageRead(mail: SandboxOpenMail): object {
  const from = mail.from === null ? undefined : details(mail.from);
  const received = new Date(mail.receivedAt);
  return {
    itemId: mail.id,
    itemType: 'message',
    itemClass: 'IPM.Note',
    internetMessageId: mail.internetMessageId ?? '',
    conversationId: mail.conversationId ?? '',
    subject: mail.subject,
    normalizedSubject: mail.subject.replace(/^(?:(?:re|fw|fwd|aw|wg): ?){1,9}/i, ''),
    from,
    sender: from,
    to: mail.to.map(details),
    cc: mail.cc.map(details),
    dateTimeCreated: received,
    dateTimeModified: received,
    attachments: mail.attachments.map((file) => ({
      id: file.id,
      name: file.name,
      contentType: file.type,
      size: file.size,
      attachmentType: 'file',
      isInline: false,
    })),
    body: {
      getAsync: (type: string, ...rest: unknown[]) =>
        succeed(doneOf(rest), type === 'html' ? mail.safeHtml : mail.text),
      getTypeAsync: (...rest: unknown[]) => succeed(doneOf(rest), mail.safeHtml === '' ? 'text' : 'html'),
    },
    getSharedPropertiesAsync: (...rest: unknown[]) =>
      succeed(doneOf(rest), { owner: mail.mailbox, delegatePermissions: 1 }),
  };
}

function details(person: Person): object {
  return {
    emailAddress: person.email,
    displayName: person.name,
    recipientType: 'externalUser',
    appointmentResponse: 'none',
  };
}
