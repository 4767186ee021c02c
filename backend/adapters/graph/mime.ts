import MailComposer from 'nodemailer/lib/mail-composer';
import type { Letter } from '../../domain/mail/letter.ts';
import type { Address } from '../../domain/mail/mail.ts';

/** Header that holds the mark of a mail of ours. */
export const markHeader = 'X-HandyConnect-Message';
const caseHeader = 'X-HandyConnect-Case';

/** What other machines go by: RFC 3834, 5 and MS-OXCMAIL, 2.2.3.2.14. */
const automaticHeaders = { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' };

/** The letter as MIME in base64, the form in which Graph takes every header. */
export async function toMime(letter: Letter): Promise<string> {
  const composer = new MailComposer({
    from: letter.mailbox,
    to: letter.to.map(toMailbox),
    cc: letter.cc.map(toMailbox),
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    messageId: letter.internetMessageId,
    date: new Date(letter.at),
    ...(letter.inReplyTo !== null && { inReplyTo: letter.inReplyTo }),
    ...(letter.references.length > 0 && { references: letter.references }),
    headers: {
      [caseHeader]: letter.caseNumber,
      [markHeader]: letter.id,
      ...(letter.automatic && automaticHeaders),
    },
    attachments: letter.attachments.map(({ name, type, bytes }) => ({
      filename: name,
      contentType: type,
      content: Buffer.from(bytes),
    })),
    // Nothing in a letter may make the library read a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return (await composer.compile().build()).toString('base64');
}

function toMailbox({ email, name }: Address): { address: string; name: string } {
  return { address: email, name: name === email ? '' : name };
}
