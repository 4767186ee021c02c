import type { Case } from '../../backend/contracts/case.ts';
import type { HistoryEntry, Message } from '../../backend/contracts/message.ts';
import { allowedActions, allowedStatuses } from '../../backend/domain/case/transitions.ts';
import { clocks } from '../../backend/domain/sla/clocks.ts';
import type { CaseStatus, Priority } from '../../backend/domain/vocabulary.ts';

export const fakeAgents = [
  ['jonas', 'Jonas Weber', 'agent'],
  ['tom', 'Tom Okafor', 'agent'],
  ['mei', 'Mei Lin', 'agent'],
  ['lena', 'Lena Fischer', 'agent'],
  ['priya', 'Priya Nair', 'agent'],
  ['ana', 'Ana Ruiz', 'agent'],
  ['sofia', 'Sofia Marin', 'manager'],
  ['alex', 'Alex Admin', 'admin'],
] as const;

export function agentNameOf(id: string | null): string | null {
  return fakeAgents.find(([each]) => each === id)?.[1] ?? null;
}

/** Everything the server would compute a case from. */
export interface Seed {
  subject: string;
  customer: string;
  priority: Priority;
  status: CaseStatus;
  assignee: string | null;
  /** Minutes since it was opened. */
  ageMinutes: number;
  /** Minutes after opening at which somebody first replied. */
  repliedAfter?: number;
  complaint?: boolean;
  review?: boolean;
  tags?: string[];
  snippet?: string;
}

const line = (
  subject: string,
  customer: string,
  priority: Priority,
  status: CaseStatus,
  assignee: string | null,
  ageMinutes: number,
  more: Partial<Seed> = {},
): Seed => ({ subject, customer, priority, status, assignee, ageMinutes, ...more });

/** A morning's list: something in every group of the clock's order. */
export const seeds: Seed[] = [
  line('No heating in four flats, Linden Court 9', 'Piotr Zielinski', 'critical', 'in_progress', 'tom', 158, {
    repliedAfter: 12,
    complaint: true,
    snippet: 'Since six this morning all radiators are cold.',
  }),
  line('Charged twice for October, invoice INV-20931', 'Dana Whitfield', 'high', 'in_progress', 'mei', 131, {
    snippet: 'The second charge went through on the 3rd.',
    review: true,
  }),
  line('All webhooks failing with 502 since 13:05', 'Owen Park', 'critical', 'new', null, 34, {
    snippet: 'Every delivery to our endpoint ends with a bad gateway.',
  }),
  line('Water is coming through the ceiling in flat 3B', 'Nadia Haddad', 'urgent', 'in_progress', 'jonas', 161, {
    repliedAfter: 17,
    tags: ['leak', 'electrics nearby'],
    snippet: 'The plaster above the kitchen is sagging.',
  }),
  line('Bulk import stops at row 5,000', 'Noor Hassan', 'high', 'new', null, 36, {
    snippet: 'The progress bar stays at 62 % and nothing is imported after that.',
  }),
  line('Lift stuck between floors 2 and 3', 'Ingrid Solberg', 'urgent', 'in_progress', 'tom', 149, {
    repliedAfter: 5,
    snippet: 'Nobody inside. The emergency line rings.',
  }),
  line('Door code refused for the cleaning crew', 'Marek Dvorak', 'high', 'new', null, 24, {
    snippet: 'They start at 16:00 and stand outside.',
  }),
  line('Unit export drops umlauts in the CSV', 'Hanna Lindqvist', 'high', 'in_progress', 'priya', 196, {
    repliedAfter: 30,
    tags: ['export'],
    snippet: 'Müller becomes M?ller in every line.',
  }),
  line('Wrong tenant received our eviction notice', 'Claire Dubois', 'high', 'in_progress', 'lena', 188, {
    repliedAfter: 22,
    complaint: true,
  }),
  line('Which plan includes the audit log?', 'Yusuf Demir', 'medium', 'new', null, 110, {
    review: true,
    snippet: 'We are comparing the plans for next year.',
  }),
  line('Meter reading for flat 12 is off by a digit', 'Grace Mbeki', 'medium', 'in_progress', 'jonas', 1290, {
    repliedAfter: 60,
    snippet: 'Attached a photo of the meter.',
  }),
  line('Feature request: split rent by bank holiday', 'Aoife Brennan', 'low', 'new', null, 35, {
    snippet: 'It would save our office a day a month.',
  }),
  line('Add three seats and move to yearly billing', 'Kenji Watanabe', 'medium', 'in_progress', 'mei', 300, {
    repliedAfter: 45,
    snippet: 'Please send a pro forma first.',
  }),
  line('Mould behind the bathroom cabinet', 'Leila Rahimi', 'high', 'awaiting_customer', 'jonas', 1500, {
    repliedAfter: 40,
    snippet: 'Thank you, I will send photos tonight.',
  }),
  line('Invoice address changed', 'Petra Novak', 'low', 'awaiting_vendor', 'lena', 2000, { repliedAfter: 90 }),
  line('Password reset mail never arrives', 'Ibrahim Sall', 'medium', 'resolved', 'ana', 3000, { repliedAfter: 20 }),
];

/** Many quiet cases, so that a list has more than its window shows. */
export function manySeeds(count: number): Seed[] {
  const subjects = [
    'Question about the yearly statement',
    'Parking space 14 is blocked',
    'Cannot log in since the update',
  ];
  return Array.from({ length: count }, (_, at) =>
    line(
      `${subjects[at % 3]} (${at + 1})`,
      `Customer ${at + 1}`,
      at % 2 === 0 ? 'low' : 'medium',
      'in_progress',
      fakeAgents[at % 6]?.[0] ?? null,
      20 + at,
      { repliedAfter: 10 },
    ),
  );
}

/** What a server keeps of a case, with the clocks left to the moment it is asked. */
export interface StoredCase {
  base: Omit<Case, 'sla' | 'actions' | 'nextStatuses' | 'assigneeName'>;
  pausedSince: string | null;
  messages: Message[];
  history: HistoryEntry[];
}

export function plant(seed: Seed, index: number, nowMs: number): StoredCase {
  const createdMs = nowMs - seed.ageMinutes * 60_000;
  const createdAt = new Date(createdMs).toISOString();
  const id = `${index.toString(16).padStart(4, '0')}00000000000000000000`;
  const email = `${seed.customer.toLowerCase().replace(/\W+/g, '.')}@example.com`;
  const updatedAt = new Date(nowMs - Math.min(seed.ageMinutes, 3 + ((index * 7) % 60)) * 60_000).toISOString();
  const paused = seed.status.startsWith('awaiting');
  const base = {
    id,
    number: `HC-${1001 + index}`,
    subject: seed.subject,
    status: seed.status,
    priority: seed.priority,
    category: 'technical',
    complaint: seed.complaint ?? false,
    sentiment: seed.complaint === true ? ('frustrated' as const) : ('neutral' as const),
    language: 'en',
    summary: seed.snippet ?? '',
    tags: seed.tags ?? [],
    customer: { email, name: seed.customer },
    undeliverable: [],
    participants: [{ email, name: seed.customer }],
    assignee: seed.assignee,
    team: 'property',
    mailbox: 'support@contoso.example',
    source: 'mail' as const,
    ai: {
      engine: 'local' as const,
      confidence: seed.review === true ? 0.42 : 0.91,
      needsReview: seed.review ?? false,
      reasons: ['“water”, “lamp” near each other', 'Words of urgency: “who is coming, and when”'],
    },
    linked: [],
    messageCount: 1,
    taskCount: 0,
    createdAt,
    updatedAt,
    ...(seed.repliedAfter !== undefined && {
      firstResponseAt: new Date(createdMs + seed.repliedAfter * 60_000).toISOString(),
    }),
    ...(seed.status === 'resolved' && { resolvedAt: updatedAt }),
    etag: `${index}-1`,
  };
  const pausedSince = paused ? new Date(createdMs + 80 * 60_000).toISOString() : null;
  return { base, pausedSince, messages: conversation(base, seed), history: opening(base) };
}

export function present(stored: StoredCase, role: 'agent' | 'manager' | 'admin', nowMs: number): Case {
  const { base, pausedSince } = stored;
  const { firstResponseAt = null, resolvedAt = null } = base;
  return {
    ...base,
    assigneeName: agentNameOf(base.assignee),
    sla: clocks({ ...base, updatedAt: pausedSince ?? base.updatedAt, firstResponseAt, resolvedAt, sla: null }, nowMs),
    actions: allowedActions(base, role),
    nextStatuses: allowedStatuses(base, role),
  };
}

function conversation(base: StoredCase['base'], seed: Seed): Message[] {
  const { customer, createdAt, mailbox } = base;
  const support = { email: mailbox ?? '', name: 'Contoso support' };
  const text = seed.snippet ?? 'I need help with this.';
  const first: Message = {
    id: `${base.id}-1`,
    caseId: base.id,
    direction: 'inbound',
    from: customer,
    to: [support],
    cc: [],
    subject: base.subject,
    visibleText: `Since this afternoon something is wrong here. ${text}`,
    hasQuoted: false,
    safeHtml: `<p>Since this afternoon something is wrong here. ${text}</p>`,
    at: createdAt,
    attachments: [
      { id: 'a1', name: 'ceiling-1406.jpg', type: 'image/jpeg', size: 1_800_000, contentId: null, stored: true },
    ],
    internetMessageId: `<${base.id}.1@example.com>`,
    automatic: false,
    threadedBy: { rule: 'new_conversation', why: 'No earlier mail names this conversation.' },
  };
  if (seed.repliedAfter === undefined) return [first];
  const repliedAt = new Date(Date.parse(createdAt) + seed.repliedAfter * 60_000).toISOString();
  const reply: Message = {
    ...first,
    id: `${base.id}-2`,
    direction: 'outbound',
    from: {
      email: `${base.assignee ?? 'support'}@contoso.example`,
      name: agentNameOf(base.assignee) ?? 'Contoso support',
    },
    to: [customer],
    cc: [{ email: 'elm14-owners@example.com', name: '' }],
    visibleText:
      'Thank you for the photos. Please switch off the kitchen fuse and put a bucket under the lamp. Rohr & Söhne will open the shaft tomorrow before noon; you will get a text 30 minutes ahead.',
    at: repliedAt,
    attachments: [],
    threadedBy: { rule: 'own_message_id', why: 'It answers the mail of the customer.' },
  };
  const second: Message = {
    ...first,
    id: `${base.id}-3`,
    visibleText:
      'It is getting worse. The plaster above the kitchen is sagging now and water runs along the lamp cable. The plumber you promised for this morning looked at flat 4B and left again.\n\nI have a baby here. Who is coming, and when?',
    hasQuoted: true,
    safeHtml:
      '<div style="font-family:Calibri;color:#1f1f1f">It is getting worse. The plaster above the kitchen is <b>sagging</b> now.<br><br>I have a baby here. Who is coming, and when?<blockquote style="border-left:2px solid #ccc;padding-left:8px">Thank you for the photos. <a href="https://example.com/">Your case</a></blockquote></div>',
    at: new Date(Date.parse(createdAt) + (seed.repliedAfter + 40) * 60_000).toISOString(),
    attachments: [
      { id: 'a2', name: 'ceiling-1406.jpg', type: 'image/jpeg', size: 1_800_000, contentId: null, stored: true },
      { id: 'a3', name: 'lamp.jpg', type: 'image/jpeg', size: 940_000, contentId: null, stored: true },
    ],
    threadedBy: { rule: 'in_reply_to', why: 'Its In-Reply-To names our mail, which is on this case.' },
  };
  return [first, reply, second];
}

function opening(base: StoredCase['base']): HistoryEntry[] {
  const customer = { id: `customer:${base.customer.email}`, name: base.customer.name };
  const system = { id: 'system', name: 'HandyConnect' };
  const entry = (id: number, fields: Partial<HistoryEntry>): HistoryEntry => ({
    id: `${base.id}-h${id}`,
    at: base.createdAt,
    actor: system,
    surface: 'system',
    kind: 'case.changed',
    changes: [],
    messageId: null,
    reason: null,
    ...fields,
  });
  const later = new Date(Date.parse(base.createdAt) + 60_000).toISOString();
  return [
    entry(1, { actor: customer, surface: 'mail', kind: 'case.opened' }),
    entry(2, { kind: 'case.analysed', changes: [{ field: 'priority', from: 'medium', to: base.priority }] }),
    entry(3, {
      at: later,
      changes: [{ field: 'priority', from: 'high', to: base.priority }],
      reason: 'Rule “Water near electrics”',
    }),
    entry(4, {
      at: later,
      actor: { id: 'sofia', name: 'Sofia Marin' },
      surface: 'tab',
      changes: [{ field: 'assignee', from: null, to: base.assignee }],
    }),
  ];
}
