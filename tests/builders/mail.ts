import type { IncomingMail } from '../../backend/domain/mail/mail.ts';

let counter = 0;

/** A plain mail from a customer; each one has its own Message-ID and conversation. */
export function aMail(fields: Partial<IncomingMail> = {}): IncomingMail {
  counter += 1;
  return {
    mailbox: 'support@contoso.example',
    graphId: `graph-${counter}`,
    internetMessageId: `<mail-${counter}@customer.example>`,
    conversationId: `conversation-${counter}`,
    from: { email: 'nadia.haddad@example.com', name: 'Nadia Haddad' },
    sender: null,
    replyTo: [],
    to: [{ email: 'support@contoso.example', name: 'Support' }],
    cc: [],
    subject: 'Water is coming through the ceiling',
    body: { type: 'text', content: 'Since this afternoon water drips into the kitchen. Who is coming, and when?' },
    headers: [],
    sentAt: '2026-11-24T13:05:58.000Z',
    receivedAt: '2026-11-24T13:06:00.000Z',
    attachments: [],
    isDraft: false,
    ...fields,
  };
}
