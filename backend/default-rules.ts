import type { Macro, Rules } from './domain/workflow/rule.ts';

/** Rules of the first day: they tell people, tag and tidy up, and change nothing that a person would miss. */
export const defaultRules: Rules = {
  timezone: 'UTC',
  rules: [
    {
      id: 'complaint-to-managers',
      name: 'Complaint to the managers',
      enabled: true,
      when: [{ kind: 'case_created' }],
      if: { field: 'complaint', op: 'is', value: true },
      do: [
        { kind: 'add_tags', tags: ['complaint'] },
        { kind: 'notify', whom: { kind: 'managers' }, text: '{{customer.name}} complains: {{summary}}' },
      ],
      stop: false,
    },
    {
      id: 'pressing-and-untaken',
      name: 'Pressing and nobody has it',
      enabled: true,
      when: [{ kind: 'time_since', since: 'created', amount: 15, unit: 'minute' }],
      if: {
        all: [
          { field: 'assignee', op: 'is not set' },
          { field: 'priority', op: 'is any of', value: ['critical', 'urgent'] },
          { field: 'status', op: 'is', value: 'new' },
        ],
      },
      do: [
        {
          kind: 'notify',
          whom: { kind: 'managers' },
          text: 'Nobody has taken {{number}} yet, which is {{priority}}: {{subject}}',
        },
      ],
      stop: false,
    },
    {
      id: 'overdue-to-managers',
      name: 'Overdue: tell the managers',
      enabled: true,
      when: [{ kind: 'sla', level: 'breached' }],
      if: null,
      do: [
        { kind: 'add_tags', tags: ['overdue'] },
        { kind: 'notify', whom: { kind: 'managers' }, text: '{{number}} is overdue: {{subject}}' },
      ],
      stop: false,
    },
    {
      id: 'close-after-quiet-days',
      name: 'Close after 5 quiet days',
      enabled: true,
      when: [{ kind: 'time_since', since: 'status_changed', amount: 5, unit: 'day' }],
      if: { field: 'status', op: 'is', value: 'resolved' },
      do: [{ kind: 'close', reason: 'resolved, and quiet for 5 days' }],
      stop: false,
    },
    {
      id: 'reopened-to-assignee',
      name: 'Reopened: tell whoever had it',
      enabled: true,
      when: [{ kind: 'mail_arrived' }],
      if: {
        all: [
          { field: 'status', op: 'has changed from', value: ['resolved', 'closed'] },
          { field: 'assignee', op: 'is set' },
        ],
      },
      do: [{ kind: 'notify', whom: { kind: 'assignee' }, text: '{{customer.name}} has written again: {{subject}}' }],
      stop: false,
    },
  ],
};

export const defaultMacros: Macro[] = [
  {
    id: 'awaits-vendor',
    name: 'Waits for a vendor',
    do: [
      { kind: 'set', field: 'status', value: 'awaiting_vendor' },
      { kind: 'add_tags', tags: ['vendor'] },
    ],
  },
  {
    id: 'not-for-us',
    name: 'Not for us',
    do: [
      { kind: 'add_tags', tags: ['not for us'] },
      { kind: 'close', reason: 'not a matter for support' },
    ],
  },
  {
    id: 'needs-a-manager',
    name: 'Needs a manager',
    do: [{ kind: 'escalate', text: '{{number}} needs a manager: {{subject}}' }],
  },
];
