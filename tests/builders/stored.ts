import type { CaseMessage, SupportCase } from '../../backend/domain/case/case.ts';
import type { MailFate } from '../../backend/domain/mail/mail.ts';
import type { NewEvent } from '../../backend/ports/case-store.ts';

/** A message as it lies on the case `caseId`. */
export function aMessage(caseId: string, fields: Partial<CaseMessage> = {}): CaseMessage {
  return {
    id: 'a1b2c3d4e5f6a1b2c3d4e5f6',
    caseId,
    direction: 'inbound',
    from: { email: 'nadia.haddad@example.com', name: 'Nadia Haddad' },
    to: [{ email: 'support@contoso.example', name: 'Support' }],
    cc: [],
    subject: 'Water is coming through the ceiling',
    visibleText: 'Since this afternoon water drips into the kitchen.',
    hasQuoted: false,
    safeHtml: '<p>Since this afternoon water drips into the kitchen.</p>',
    at: '2026-11-24T13:06:00.000Z',
    attachments: [],
    internetMessageId: null,
    graph: null,
    automatic: false,
    threadedBy: { rule: 'new_conversation', why: 'Nothing ties it to an earlier case.' },
    ...fields,
  };
}

/** What the log says when `value` was opened or changed by the product itself. */
export function anEvent(caseId: string | null, fields: Partial<NewEvent> = {}): NewEvent {
  return {
    kind: 'case.changed',
    caseId,
    at: '2026-11-24T13:06:00.000Z',
    actor: { id: 'system', name: 'HandyConnect', role: null, surface: 'system' },
    changes: [],
    messageId: null,
    mail: null,
    reason: null,
    ...fields,
  };
}

export function aFate(mailKey: string, value: Pick<SupportCase, 'id'> | null = null): MailFate {
  return {
    mailKey,
    mailbox: 'support@contoso.example',
    graphId: 'graph-1',
    internetMessageId: '<mail-1@customer.example>',
    from: 'nadia.haddad@example.com',
    subject: 'Water is coming through the ceiling',
    kind: 'human',
    outcome: value === null ? 'kept_apart' : 'opened',
    caseId: value?.id ?? null,
    messageId: null,
    rule: value === null ? null : 'new_conversation',
    reason: 'A customer wrote about something new.',
    reasons: [],
    receivedAt: '2026-11-24T13:06:00.000Z',
    decidedAt: '2026-11-24T13:06:01.000Z',
  };
}
