import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { GraphAttachment, MessageContent } from './graph-types.ts';

const emailAddress = z.object({
  address: z.string().nullish().catch(null),
  name: z.string().nullish().catch(null),
});
const recipient = z.object({ emailAddress: emailAddress.nullish().catch(null) });
const recipients = z.array(recipient).catch([]);
const text = z.string().optional().catch(undefined);
const flag = z.boolean().optional().catch(undefined);
const instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/)
  .refine((value) => !Number.isNaN(Date.parse(value)))
  .optional()
  .catch(undefined);

const body = z.object({
  contentType: z.string().transform((type): 'text' | 'html' => (type.toLowerCase() === 'html' ? 'html' : 'text')),
  content: z.string().catch(''),
});

/** A message as somebody hands it in: every field may be missing, and is dropped when it is of another type. */
const given = z.object({
  internetMessageId: text,
  conversationId: text,
  conversationIndex: text,
  subject: z.string().nullish().catch(undefined),
  body: body.optional().catch(undefined),
  from: recipient.nullish().catch(undefined),
  sender: recipient.nullish().catch(undefined),
  toRecipients: recipients,
  ccRecipients: recipients,
  bccRecipients: recipients,
  replyTo: recipients,
  receivedDateTime: instant,
  sentDateTime: instant,
  importance: z.enum(['low', 'normal', 'high']).catch('normal'),
  inferenceClassification: z.enum(['focused', 'other']).catch('focused'),
  categories: z.array(z.string()).catch([]),
  isRead: flag,
  internetMessageHeaders: z.array(z.object({ name: z.string(), value: z.string() })).catch([]),
  attachments: z.array(z.unknown()).catch([]),
});
export type GivenMessage = z.infer<typeof given>;

const givenAttachment = z.object({
  '@odata.type': z
    .enum(['#microsoft.graph.fileAttachment', '#microsoft.graph.itemAttachment'])
    .catch('#microsoft.graph.fileAttachment'),
  name: z.string().catch('attachment'),
  contentType: z.string().nullable().catch(null),
  size: z.number().int().nonnegative().optional().catch(undefined),
  isInline: z.boolean().catch(false),
  contentId: z.string().nullable().catch(null),
  contentBytes: z.string().catch(''),
});

export function readGiven(message: unknown): GivenMessage {
  return given.parse(typeof message === 'object' && message !== null ? message : {});
}

/** Graph shows times to the second. */
export function graphInstant(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** Everything of a message but its conversation, which depends on the mailbox it arrives in. */
export function fillMessage(
  message: GivenMessage,
  nowMs: number,
  domain: string,
): Omit<MessageContent, 'conversationId' | 'conversationIndex' | 'hasAttachments'> {
  const now = graphInstant(nowMs);
  const received = message.receivedDateTime ?? now;
  const content = message.body ?? { contentType: 'text', content: '' };
  return {
    createdDateTime: received,
    lastModifiedDateTime: now,
    receivedDateTime: received,
    sentDateTime: message.sentDateTime ?? received,
    internetMessageId: message.internetMessageId ?? `<${randomUUID()}@${domain}>`,
    subject: message.subject ?? '',
    bodyPreview: preview(content.content, content.contentType === 'html'),
    body: content,
    sender: message.sender ?? message.from ?? null,
    from: message.from ?? message.sender ?? null,
    toRecipients: message.toRecipients,
    ccRecipients: message.ccRecipients,
    bccRecipients: message.bccRecipients,
    replyTo: message.replyTo,
    importance: message.importance,
    inferenceClassification: message.inferenceClassification,
    categories: message.categories,
    flag: { flagStatus: 'notFlagged' },
    isRead: message.isRead ?? false,
    isDraft: false,
    isDeliveryReceiptRequested: false,
    isReadReceiptRequested: false,
    internetMessageHeaders: message.internetMessageHeaders,
  };
}

/** Graph shows the first 255 characters of the text. */
export function preview(content: string, html: boolean): string {
  const start = content.slice(0, 20_000);
  const text = html ? textOf(start) : start;
  return text.replace(/\s+/g, ' ').trim().slice(0, 255);
}

const entities: Record<string, string> = { nbsp: ' ', quot: '"', amp: '&', lt: '<', gt: '>', '#39': "'" };

/** Good enough for a line in a list: what is written between the tags, without styles and scripts. */
function textOf(html: string): string {
  return html
    .replace(/<(style|script|title)\b[\s\S]*?<\/\1/gi, ' ')
    .replace(/<[^<>]{0,2000}>/g, ' ')
    .replace(/&(nbsp|quot|amp|lt|gt|#39);/g, (_, name: string) => entities[name] ?? ' ');
}

export function fillAttachments(values: unknown[], nowMs: number): GraphAttachment[] {
  return values.map((value, index) => {
    const raw = givenAttachment.parse(typeof value === 'object' && value !== null ? value : {});
    const file = raw['@odata.type'] === '#microsoft.graph.fileAttachment';
    const bytes = Buffer.from(raw.contentBytes, 'base64');
    return {
      '@odata.type': raw['@odata.type'],
      id: `AAMkAGI2attachment${index}x${randomUUID().replaceAll('-', '')}=`,
      name: raw.name,
      contentType: raw.contentType,
      size: raw.size ?? bytes.length,
      isInline: raw.isInline,
      lastModifiedDateTime: graphInstant(nowMs),
      ...(file ? { contentId: raw.contentId, contentBytes: bytes.toString('base64') } : {}),
    };
  });
}
