import type { SandboxOpenMail } from '../../../contracts/sandbox.ts';
import { answerWith, doneOf, succeed } from './answers.ts';
import type { HostLine } from './host-line.ts';
import { details } from './people.ts';

/** A received mail as `Office.MessageRead` of requirement set Mailbox 1.13 shows it. */
export function messageRead(mail: SandboxOpenMail, line: HostLine): object {
  const from = mail.from === null ? undefined : details(mail.from);
  const received = new Date(mail.receivedAt);
  const reply = (form: string | { htmlBody?: string }) =>
    line.ask({ what: 'reply', mailId: mail.id, html: typeof form === 'string' ? form : (form.htmlBody ?? '') });
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
    getAttachmentContentAsync: (fileId: string, ...rest: unknown[]) =>
      answerWith(
        doneOf(rest),
        line
          .ask({ what: 'file', mailId: mail.id, fileId })
          .then((content) => (content === null ? null : { format: 'base64', content })),
      ),
    getSharedPropertiesAsync: (...rest: unknown[]) =>
      succeed(doneOf(rest), { owner: mail.mailbox, delegatePermissions: 1 }),
    displayReplyAllForm: (form: string | { htmlBody?: string }) => void reply(form),
    displayReplyAllFormAsync: (form: string | { htmlBody?: string }, ...rest: unknown[]) =>
      answerWith(
        doneOf(rest),
        reply(form).then((opened) => (opened === true ? undefined : null)),
      ),
  };
}
