import type { OpenMail } from '../../../../addin/office/open-mail.ts';
import type { Case } from '../../../../backend/contracts/case.ts';
import type { Triage } from '../../../../backend/contracts/mail.ts';

const none = { due: null, state: 'none' } as const;

/** A case as the API shows it to an agent. */
export function wireCase(fields: Partial<Case> = {}): Case {
  return {
    id: 'case-1',
    number: 'HC-1042',
    subject: 'Water is coming through the ceiling',
    status: 'new',
    priority: 'urgent',
    category: 'technical',
    complaint: false,
    sentiment: 'negative',
    language: 'en',
    summary: 'Water runs through the ceiling of flat 3B.',
    tags: [],
    customer: { email: 'nadia.haddad@example.com', name: 'Nadia Haddad' },
    undeliverable: [],
    participants: [],
    assignee: null,
    assigneeName: null,
    team: null,
    mailbox: 'support@contoso.example',
    source: 'mail',
    ai: null,
    sla: { firstResponse: none, nextResponse: none, resolution: none },
    linked: [],
    messageCount: 1,
    taskCount: 0,
    createdAt: '2026-11-24T13:06:00.000Z',
    updatedAt: '2026-11-24T13:06:00.000Z',
    etag: 'v1',
    actions: ['assign', 'set_status', 'set_priority', 'edit'],
    nextStatuses: ['in_progress', 'awaiting_customer', 'awaiting_vendor', 'awaiting_approval', 'resolved', 'closed'],
    ...fields,
  };
}

export function openMail(itemId: string): OpenMail {
  return {
    itemId,
    internetMessageId: `<${itemId}@example.com>`,
    conversationId: `conversation of ${itemId}`,
    subject: `Subject of ${itemId}`,
    from: { email: 'nadia.haddad@example.com', name: 'Nadia Haddad' },
    to: [],
    cc: [],
    receivedAt: '2026-11-24T13:06:00.000Z',
    text: `Text of ${itemId}`,
    html: '',
    unreadable: false,
    attachments: [],
    mailbox: 'support@contoso.example',
    ownMailbox: false,
  };
}

export const triage: Triage = {
  category: 'technical',
  complaint: false,
  priority: 'high',
  priorityReasons: ['“water”'],
  sentiment: 'negative',
  language: 'en',
  summary: 'Water runs through the ceiling.',
  confidence: 0.86,
  needsReview: false,
  engine: 'local',
  entities: { numbers: [], dates: [], places: [], people: [] },
  suggestedTasks: [],
  nextStep: 'Call the customer.',
};
