import * as z from 'zod';
import type { Address, IncomingAttachment, IncomingMail, Instant, MailAttachment } from '../../domain/mail/mail.ts';
import { addressText, instantText, oneLine, wholeText } from './hostile-text.ts';

const absent = undefined;
const text = z.string().optional().catch(absent);
const flag = z.boolean().optional().catch(absent);
const list = z.array(z.unknown()).catch([]);
const recipient = z
  .object({ emailAddress: z.object({ address: text, name: text }).optional().catch(absent) })
  .optional()
  .catch(absent);

const body = z.object({ contentType: text, content: text }).optional().catch(absent);

/** Every field alone: one that is missing or of a wrong type is dropped, whatever the others are. */
const graphMessage = z
  .object({
    id: text,
    internetMessageId: text,
    conversationId: text,
    subject: text,
    bodyPreview: text,
    body,
    from: recipient,
    sender: recipient,
    replyTo: list,
    toRecipients: list,
    ccRecipients: list,
    internetMessageHeaders: list,
    attachments: list,
    sentDateTime: text,
    receivedDateTime: text,
    createdDateTime: text,
    isDraft: flag,
  })
  .catch({ replyTo: [], toRecipients: [], ccRecipients: [], internetMessageHeaders: [], attachments: [] });

type GraphMessage = z.infer<typeof graphMessage>;

const graphHeader = z.object({ name: z.string(), value: z.string() });

const graphAttachment = z.object({
  id: text,
  contentBytes: text,
  name: text,
  contentType: text,
  size: z.number().int().nonnegative().optional().catch(absent),
  isInline: flag,
  contentId: text,
});

/**
 * A Graph message in our words. Whoever hands it over may have made it up: nothing in it makes this throw, and what is
 * missing or of a wrong type is left out.
 * @param readAt stands in for the time of receipt when the message names none that can be used
 */
export function toIncomingMail(mailbox: string, message: unknown, readAt = new Date().toISOString()): IncomingMail {
  const raw = graphMessage.parse(message);
  return {
    mailbox: mailbox.trim().toLowerCase(),
    graphId: raw.id || null,
    internetMessageId: messageId(raw.internetMessageId),
    conversationId: raw.conversationId || null,
    from: toAddress(raw.from),
    sender: toAddress(raw.sender),
    replyTo: toAddresses(raw.replyTo),
    to: toAddresses(raw.toRecipients),
    cc: toAddresses(raw.ccRecipients),
    subject: oneLine(raw.subject),
    body: toBody(raw),
    headers: toHeaders(raw.internetMessageHeaders),
    sentAt: instantText(raw.sentDateTime) ?? null,
    receivedAt: receivedAt(raw, readAt),
    attachments: toAttachments(raw.attachments),
    isDraft: raw.isDraft ?? false,
  };
}

function receivedAt(raw: GraphMessage, readAt: Instant): Instant {
  return (
    instantText(raw.receivedDateTime) ?? instantText(raw.createdDateTime) ?? instantText(raw.sentDateTime) ?? readAt
  );
}

/** Always with angle brackets, so that the same mail has the same name whoever wrote it down. */
function messageId(value: string | undefined): string | null {
  const id = oneLine(value).trim();
  if (id === '' || id === '<>') return null;
  return id.startsWith('<') ? id : `<${id}>`;
}

function toAddress(value: z.infer<typeof recipient>): Address | null {
  const email = addressText(value?.emailAddress?.address);
  return email === '' ? null : { email, name: oneLine(value?.emailAddress?.name).trim() };
}

function toAddresses(values: unknown[]): Address[] {
  return values.map((value) => toAddress(recipient.parse(value))).filter((address) => address !== null);
}

function toBody(raw: GraphMessage): IncomingMail['body'] {
  if (raw.body?.content === undefined) return { type: 'text', content: wholeText(raw.bodyPreview) };
  const type = raw.body.contentType?.toLowerCase() === 'html' ? 'html' : 'text';
  return { type, content: wholeText(raw.body.content) };
}

function toHeaders(values: unknown[]): IncomingMail['headers'] {
  return values.flatMap((value) => {
    const parsed = graphHeader.safeParse(value);
    return parsed.success ? [{ name: oneLine(parsed.data.name).trim(), value: wholeText(parsed.data.value) }] : [];
  });
}

/** More than Exchange lets a mail have. */
const mostAttachments = 250;

/** Attachments, with their bytes where they came along. Those without bytes and id cannot be fetched and are left out. */
export function toAttachments(values: unknown[]): IncomingAttachment[] {
  return values.slice(0, mostAttachments).flatMap((value, index) => {
    const parsed = graphAttachment.safeParse(value);
    if (!parsed.success) return [];
    const { id, contentBytes } = parsed.data;
    if (contentBytes === undefined) return id ? [toAttachment(parsed.data, id)] : [];
    const bytes = Buffer.from(contentBytes, 'base64');
    return [{ ...toAttachment(parsed.data, id || `brought-${index}`), size: bytes.byteLength, bytes }];
  });
}

function toAttachment(raw: z.infer<typeof graphAttachment>, id: string): MailAttachment {
  return {
    id,
    name: oneLine(raw.name).trim().slice(0, 255),
    type: oneLine(raw.contentType).trim().toLowerCase() || 'application/octet-stream',
    size: raw.size ?? 0,
    inline: raw.isInline ?? false,
    contentId: raw.contentId || null,
  };
}
