import { randomUUID } from 'node:crypto';
import type { MessageContent, Recipient, StoredMessage } from './graph-types.ts';

/** What Exchange puts into an answer before anybody writes: recipients, subject, the quoted mail, the references. */
export function replyTo({ content, mailbox }: StoredMessage, toAll: boolean, comment: string): Record<string, unknown> {
  const sender = content.replyTo.length > 0 ? content.replyTo : content.from ? [content.from] : [];
  const isSelf = (recipient: Recipient) => recipient.emailAddress?.address?.toLowerCase() === mailbox;
  const references = content.internetMessageHeaders.find(({ name }) => name.toLowerCase() === 'references')?.value;
  const chain = [references, content.internetMessageId].filter((each) => each !== undefined).join(' ');
  const subject = content.subject ?? '';
  return {
    subject: /^re:/i.test(subject) ? subject : `RE: ${subject}`,
    body: { contentType: 'html', content: `<p>${escapeHtml(comment)}</p><hr>${quoted(content)}` },
    toRecipients: toAll ? [...sender, ...content.toRecipients.filter((each) => !isSelf(each))] : sender,
    ccRecipients: toAll ? content.ccRecipients.filter((each) => !isSelf(each)) : [],
    internetMessageId: `<${randomUUID()}@${mailbox.split('@')[1]}>`,
    internetMessageHeaders: [
      { name: 'In-Reply-To', value: content.internetMessageId },
      { name: 'References', value: chain },
    ],
  };
}

function quoted({ body }: MessageContent): string {
  return body.contentType === 'html' ? body.content : `<pre>${escapeHtml(body.content)}</pre>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
