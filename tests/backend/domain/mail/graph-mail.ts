import type { Address, IncomingMail } from '../../../../backend/domain/mail/mail.ts';

export interface GraphRecipient {
  emailAddress: { name: string; address: string };
}

/** A message as Graph gives it, as far as the test cases use it. */
export interface GraphMessage {
  subject: string;
  body: { contentType: 'text' | 'html'; content: string };
  internetMessageHeaders: { name: string; value: string }[];
  internetMessageId?: string;
  from?: GraphRecipient | null;
  toRecipients?: GraphRecipient[];
  attachments?: { id: string; name: string; contentType: string; size: number }[];
}

export function aMail(over: Partial<IncomingMail> = {}): IncomingMail {
  return {
    mailbox: 'support@acme.test',
    graphId: 'g1',
    internetMessageId: '<m1@one.example>',
    conversationId: null,
    from: { email: 'ann@one.example', name: 'Ann Example' },
    sender: null,
    replyTo: [],
    to: [{ email: 'support@acme.test', name: '' }],
    cc: [],
    subject: 'Question about my invoice',
    body: { type: 'text', content: 'Hello, what is position 4?' },
    headers: [],
    sentAt: '2026-05-04T08:00:00.000Z',
    receivedAt: '2026-05-04T08:00:01.000Z',
    attachments: [],
    isDraft: false,
    ...over,
  };
}

export function fromGraph(message: GraphMessage): IncomingMail {
  return aMail({
    internetMessageId: message.internetMessageId ?? null,
    from: message.from ? { email: message.from.emailAddress.address, name: message.from.emailAddress.name } : null,
    to: (message.toRecipients ?? []).map((one) => ({ email: one.emailAddress.address, name: one.emailAddress.name })),
    subject: message.subject,
    body: { type: message.body.contentType, content: message.body.content },
    headers: message.internetMessageHeaders,
    attachments: (message.attachments ?? []).map((one) => ({
      id: one.id,
      name: one.name,
      type: one.contentType,
      size: one.size,
      inline: false,
      contentId: null,
    })),
  });
}

/** A mail made of header lines, as Graph would have read them. */
export function fromHeaders(lines: [string, string][], content = ''): IncomingMail {
  const get = (name: string) => lines.find(([key]) => key.toLowerCase() === name)?.[1];
  return aMail({
    internetMessageId: get('message-id') ?? null,
    from: address(get('from') ?? ''),
    replyTo: addresses(get('reply-to') ?? ''),
    to: addresses(get('to') ?? ''),
    subject: decodeWords(get('subject') ?? ''),
    headers: lines.map(([name, value]) => ({ name, value })),
    body: { type: 'text', content },
  });
}

export function addresses(list: string): Address[] {
  return list.split(',').flatMap((one) => address(one) ?? []);
}

export function address(text: string): Address | null {
  const plain = decodeWords(text).trim();
  const bracketed = /^(.*)<([^<>]*)>/.exec(plain);
  if (bracketed) return { name: (bracketed[1] ?? '').replace(/"/g, '').trim(), email: (bracketed[2] ?? '').trim() };
  const named = /^(\S+@\S+|MAILER-DAEMON)\s*(?:\((.*)\))?$/i.exec(plain);
  return named ? { email: named[1] ?? '', name: named[2] ?? '' } : null;
}

function decodeWords(text: string): string {
  return text.replace(/=\?utf-8\?b\?([^?]*)\?=/gi, (_, base64: string) =>
    Buffer.from(base64, 'base64').toString('utf8'),
  );
}
