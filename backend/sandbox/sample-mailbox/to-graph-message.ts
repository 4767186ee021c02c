import { mailerFor } from './mailer-headers.ts';
import { plainTextOf } from './plain-and-html.ts';
import type { Person, SampleAttachment, SampleMail } from './sample-mail.ts';

function domainOf(sample: SampleMail): string {
  const address = (sample.from ?? sample.sender)?.address ?? '';
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase() || 'mail.example';
}

/** The Message-ID a sample has in every mailbox, with angle brackets. */
export function messageIdOf(sample: SampleMail): string {
  return sample.messageId ?? `<${sample.key}@${domainOf(sample)}>`;
}

/** Where a reference points: the sample of that key, or the Message-ID itself when it is one. */
export type FindSample = (key: string) => SampleMail | undefined;

function referenceId(reference: string, find: FindSample): string {
  if (reference.startsWith('<')) return reference;
  const target = find(reference);
  return target === undefined ? `<${reference}@unknown.example>` : messageIdOf(target);
}

function recipient(person: Person) {
  return { emailAddress: { name: person.name, address: person.address } };
}

function encodedWord(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? text : `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
}

function mailboxText(person: Person): string {
  const name = encodedWord(person.name);
  return name.startsWith('=?') ? `${name} <${person.address}>` : `"${name}" <${person.address}>`;
}

function contentType(sample: SampleMail): string {
  if ((sample.attachments ?? []).length > 0) return 'multipart/mixed; boundary="_004_part_"';
  return sample.html === undefined ? 'text/plain; charset="utf-8"' : 'multipart/alternative; boundary="_000_part_"';
}

function headersOf(sample: SampleMail, to: Person[], sentAt: Date, mailbox: string, find: FindSample) {
  const usual: Record<string, string | undefined> = {
    Received: `from mx.${domainOf(sample)} (192.0.2.25) by inbound.contoso.example for <${mailbox}>; ${sentAt.toUTCString()}`,
    'Return-Path': sample.from === null ? '<>' : sample.from.address,
    From: sample.from === null ? undefined : mailboxText(sample.from),
    Sender: sample.sender ? mailboxText(sample.sender) : undefined,
    'Reply-To': sample.replyTo?.map(mailboxText).join(', '),
    To: to.map(mailboxText).join(', '),
    Cc: sample.cc?.map(mailboxText).join(', '),
    Subject: encodedWord(sample.subject),
    Date: sentAt.toUTCString().replace('GMT', '+0000'),
    'Message-ID': messageIdOf(sample),
    'In-Reply-To': sample.inReplyTo === undefined ? undefined : referenceId(sample.inReplyTo, find),
    References: sample.references?.map((r) => referenceId(r, find)).join(' '),
    'MIME-Version': '1.0',
    'Content-Type': contentType(sample),
    ...mailerFor(sample),
  };
  const own = new Map(
    Object.entries(sample.headers ?? {}).map(([name, value]) => [name.toLowerCase(), { name, value }]),
  );
  const kept = Object.entries(usual).filter(([name]) => !own.has(name.toLowerCase()));
  const headers = kept.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [{ name, value }]));
  return [...headers, ...own.values()];
}

function attachmentOf(file: SampleAttachment) {
  return {
    '@odata.type': '#microsoft.graph.fileAttachment',
    name: file.name,
    contentType: file.type,
    size: file.bytes.length,
    isInline: file.contentId !== undefined,
    contentId: file.contentId ?? null,
    contentBytes: Buffer.from(file.bytes).toString('base64'),
  };
}

function conversationIdOf(sample: SampleMail): string {
  const root = sample.conversation ?? sample.references?.[0] ?? sample.inReplyTo ?? sample.key;
  return `AAQk${Buffer.from(root).toString('base64url')}`;
}

/**
 * The sample as a Graph v1.0 message, without the id its mailbox gives it. `receivedAt` is an RFC 3339 instant; it was
 * sent four seconds before. References to samples are looked up with `find`.
 */
export function graphMessageFrom(
  sample: SampleMail,
  options: { mailbox: string; receivedAt: string },
  find: FindSample,
): Record<string, unknown> {
  const to = sample.to ?? [{ name: 'Contoso Support', address: options.mailbox }];
  const sentAt = new Date(Date.parse(options.receivedAt) - 4000);
  const attachments = (sample.attachments ?? []).map(attachmentOf);
  const sender = sample.sender === undefined ? sample.from : sample.sender;
  return {
    internetMessageId: messageIdOf(sample),
    conversationId: conversationIdOf(sample),
    subject: sample.subject,
    bodyPreview: plainTextOf(sample).replace(/\s+/g, ' ').slice(0, 255),
    body: { contentType: sample.html === undefined ? 'text' : 'html', content: sample.html ?? sample.text ?? '' },
    from: sample.from === null ? null : recipient(sample.from),
    sender: sender === null ? null : recipient(sender),
    replyTo: (sample.replyTo ?? []).map(recipient),
    toRecipients: to.map(recipient),
    ccRecipients: (sample.cc ?? []).map(recipient),
    bccRecipients: [],
    internetMessageHeaders: headersOf(sample, to, sentAt, options.mailbox, find),
    importance: sample.importance ?? 'normal',
    isRead: false,
    isDraft: false,
    receivedDateTime: options.receivedAt,
    sentDateTime: sentAt.toISOString(),
    hasAttachments: attachments.some((file) => !file.isInline),
    attachments,
  };
}
