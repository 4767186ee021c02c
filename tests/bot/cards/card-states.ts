import type { Case } from '../../../backend/contracts/case.ts';
import type { Task } from '../../../backend/contracts/task.ts';
import { type AlertView, alertCard } from '../../../bot/cards/alert-card.ts';
import { approvalCard } from '../../../bot/cards/approval-card.ts';
import { caseCard } from '../../../bot/cards/case-card.ts';
import { choiceCard } from '../../../bot/cards/choice-card.ts';
import type { AdaptiveCard } from '../../../bot/cards/elements.ts';
import { answerCard, rosterCard, slaCard, statsCard } from '../../../bot/cards/figure-cards.ts';
import { assignForm, decideForm, extendForm, newCaseForm, replyForm } from '../../../bot/cards/form-cards.ts';
import { errorCard, helpCard, unknownCard, welcomeCard } from '../../../bot/cards/guide-cards.ts';
import { handOverCard } from '../../../bot/cards/hand-over-card.ts';
import { listCard } from '../../../bot/cards/list-card.ts';
import { loopCard } from '../../../bot/cards/loop-card.ts';
import { noticeCard } from '../../../bot/cards/notice-card.ts';
import { settingsCard, subscriptionCard } from '../../../bot/cards/place-cards.ts';
import { reportCard } from '../../../bot/cards/report-card.ts';
import { silenceCard } from '../../../bot/cards/silence-card.ts';
import { taskCard, taskListCard } from '../../../bot/cards/task-cards.ts';
import { barPicture } from '../../../bot/chart-picture.ts';
import { commandTable } from '../../../bot/commands/table.ts';
import { guideOf } from '../../../bot/guide-answers.ts';
import { ana, jonas } from '../../fakes/fixed-directory.ts';
import { aCardCase, analysed } from './a-card-case.ts';

const openUrl = 'https://desk.example/tab/?case=HC-1042';
const guide = guideOf({ publicUrl: 'https://desk.example' }, commandTable);
const held: Case = aCardCase({ ...analysed, status: 'in_progress', assignee: jonas.id, priority: 'urgent' });
const task: Task = {
  id: 't1',
  caseId: held.id,
  caseNumber: held.number,
  title: 'Call the plumber',
  description: 'He has the key of the cellar.',
  status: 'new',
  priority: 'high',
  category: 'technical',
  owner: jonas.id,
  ownerName: 'Jonas Weber',
  dueAt: '2026-11-24T16:00:00.000Z',
  checklist: [
    { text: 'Ring', done: true },
    { text: 'Write', done: false },
  ],
  blockedBy: [],
  blocked: false,
  createdAt: held.createdAt,
  updatedAt: held.updatedAt,
  etag: '1',
};

function alert(fields: Partial<AlertView>): AdaptiveCard {
  return alertCard({
    case: held,
    clock: 'firstResponse',
    since: '2026-11-24T13:06:00.000Z',
    state: { kind: 'at_risk', due: '2026-11-24T13:51:00.000Z' },
    targetMinutes: 45,
    usedMinutes: 36,
    extensions: [],
    acknowledged: null,
    snoozed: null,
    nextStepAt: null,
    mayExtend: true,
    openUrl,
    ...fields,
  });
}

const due = '2026-11-24T13:51:00.000Z';
const onCase = { door: 'chat' as const, case: held };

/** Every card in every state, by name, with the sample of one moment. */
export const cardStates: Record<string, AdaptiveCard> = {
  'new case': caseCard({ case: aCardCase(analysed), openUrl }),
  'case in progress': caseCard({ case: held, openUrl, viewer: jonas.id }),
  'case of somebody else, after a deed': caseCard({
    case: { ...held, assignee: ana.id, assigneeName: 'Ana Ruiz' },
    openUrl,
    viewer: jonas.id,
    notice: 'Nothing was changed. Meanwhile Ana Ruiz has it. This is how it stands.',
  }),
  'case awaiting customer': caseCard({ case: aCardCase({ status: 'awaiting_customer', assignee: jonas.id }), openUrl }),
  'case overdue': caseCard({
    case: aCardCase(
      { priority: 'urgent', assignee: jonas.id, status: 'in_progress' },
      { at: '2026-11-24T18:00:00.000Z' },
    ),
    openUrl,
  }),
  'case resolved': caseCard({
    case: aCardCase({ status: 'resolved', resolvedAt: '2026-11-24T15:53:00.000Z', priority: 'urgent' }),
    openUrl,
    undo: true,
  }),
  'case closed': caseCard({ case: aCardCase({ status: 'closed' }), openUrl }),
  'alert at risk': alert({ case: { ...held, assignee: null, assigneeName: null } }),
  'alert at risk, somebody is on it': alert({
    acknowledged: { name: 'Jonas Weber', at: '2026-11-24T13:44:00.000Z', byViewer: true },
    viewer: jonas.id,
  }),
  'alert snoozed': alert({ snoozed: { until: '2026-11-24T14:16:00.000Z', name: 'Jonas Weber' } }),
  'alert overdue, extended once': alert({
    state: { kind: 'overdue', due },
    extensions: [{ minutes: 60, reason: 'Waiting for the fitter' }],
    nextStepAt: '2026-11-24T14:51:00.000Z',
    viewer: ana.id,
  }),
  'alert paused': alert({ state: { kind: 'paused', status: 'awaiting customer' } }),
  'alert answered in time': alert({ state: { kind: 'settled', at: '2026-11-24T13:38:00.000Z', due } }),
  'alert answered late': alert({ state: { kind: 'settled', at: '2026-11-24T14:10:00.000Z', due } }),
  'alert in time again': alert({ state: { kind: 'eased', due: '2026-11-24T16:00:00.000Z' } }),
  list: listCard({
    heading: 'Open cases: urgent',
    items: [
      held,
      aCardCase({ number: 'HC-1043', priority: 'low' }),
      aCardCase({ number: 'HC-1044', priority: 'critical' }, { at: '2026-11-24T18:00:00.000Z' }),
    ],
    total: 30,
    place: { words: 'urgent' },
    next: 'c2',
    openUrl,
  }),
  'empty list': listCard({ heading: 'Open cases: overdue', items: [], total: 0, place: { words: 'overdue' }, openUrl }),
  task: taskCard({ task, openUrl }),
  'task done': taskCard({ task: { ...task, status: 'resolved' }, notice: 'Done.', openUrl }),
  tasks: taskListCard({
    heading: 'Your tasks',
    tasks: [task, { ...task, id: 't2', title: 'Order a valve' }],
    total: 2,
    openUrl,
  }),
  'approval wanted': approvalCard({
    case: held,
    asked: 'New boiler for 4,200 €?',
    askedBy: 'Jonas Weber',
    since: '2026-11-24T13:00:00.000Z',
    decision: null,
    openUrl,
  }),
  'approval decided': approvalCard({
    case: held,
    asked: 'New boiler for 4,200 €?',
    askedBy: 'Jonas Weber',
    since: '2026-11-24T13:00:00.000Z',
    decision: { words: 'Approved: go ahead.', by: 'Sofia Marin', at: '2026-11-24T13:20:00.000Z' },
    openUrl,
  }),
  'hand-over': noticeCard({
    ...held,
    text: 'Offered to the next shift: Tom Okafor leaves at Tue 15:00, back Wed 09:00, and it is at risk from Tue 15:03; next on: Lena Fischer, Ana Ruiz.',
    openUrl,
  }),
  'hand-over with ticks': handOverCard({
    endsAt: '2026-11-24T14:00:00.000Z',
    cases: [
      { id: 'c1', number: 'HC-1039', subject: 'Lift stuck, Harbour View', dueAt: '2026-11-24T14:03:00.000Z' },
      { id: 'c2', number: 'HC-1031', subject: 'No heating, Linden Court', dueAt: '2026-11-24T12:54:00.000Z' },
    ],
    relief: [
      { id: 'lena', name: 'Lena Fischer', until: '2026-11-24T16:30:00.000Z' },
      { id: 'ana', name: 'Ana Ruiz', until: null },
    ],
    outcomes: ['✓ HC-1040 Bulk import stops: Lena Fischer has it now.'],
    now: '2026-11-24T13:30:00.000Z',
    openUrl: 'https://desk.example/tab/?page=dashboard',
  }),
  stats: statsCard({
    heading: 'Figures of this week',
    scope: 'All cases',
    figures: [
      { name: 'created', value: '74', change: '+16 to before' },
      { name: 'resolved', value: '60', change: '+8 to before' },
      { name: 'slaMetPercent', value: '93.8 %', change: '−0.4 pt' },
      { name: 'open', value: '150', change: '' },
      { name: 'atRisk', value: '12', change: '' },
      { name: 'breached', value: '2', change: '' },
    ],
    chart: {
      picture: {
        type: 'Image',
        url: barPicture([
          [40, 38],
          [36, 32],
          [30, 40],
          [8, 2],
          [6, 1],
          [74, 60],
        ]),
        altText: 'Bars by day: created and resolved.',
        size: 'stretch',
      },
      rows: [{ title: 'Mon 23 Nov', value: '74 created, 60 resolved' }],
    },
    delayed: [
      aCardCase({ number: 'HC-0979', subject: 'Invoice address in Vienna' }, { at: '2026-11-26T18:00:00.000Z' }),
    ],
    openUrl,
  }),
  sla: slaCard({
    case: held,
    policy: 'Standard',
    calendar: 'Office hours',
    clocks: [
      {
        name: 'firstResponse',
        says: 'Due {{TIME(2026-11-24T13:51:00Z)}}. Target 45 min, 20 min used.',
        lines: [{ title: '{{TIME(2026-11-24T13:06:00Z)}}', value: 'counted · 20 min' }],
      },
    ],
    openUrl,
  }),
  'who is on': rosterCard({
    heading: 'Who is on',
    people: [
      { name: 'Ana Ruiz', load: 3, capacity: 10, away: null },
      { name: 'Tom Okafor', load: 7, capacity: null, away: 'shift ended' },
    ],
    openUrl,
  }),
  answer: answerCard({
    heading: 'Open: 12',
    text: 'Open cases that are urgent, by person',
    understood: '',
    rows: [
      { title: 'Ana Ruiz', value: '7' },
      { title: 'Jonas Weber', value: '5' },
    ],
    items: [],
    total: 0,
    openUrl,
  }),
  report: reportCard({
    name: 'Weekly by team',
    from: '2026-11-16T00:00:00.000Z',
    to: '2026-11-23T00:00:00.000Z',
    by: 'team',
    figures: [
      { label: 'Created', value: '74', change: '+16 to before' },
      { label: 'SLA met', value: '93.8 %', change: '−0.4 pt' },
    ],
    picture: { type: 'Image', url: barPicture([[50], [24]]), altText: 'Bars of Created.', size: 'stretch' },
    rows: [
      { title: 'Product', value: 'Created 50 · SLA met 95.0 %' },
      { title: 'Property', value: 'Created 24 · SLA met 91.2 %' },
    ],
    more: 3,
    openUrl: 'https://desk.example/tab/?page=reports&report=r1',
  }),
  'asks back': choiceCard({
    question: 'Which of the two shall remain?',
    offers: ['merge HC-1042 into HC-1001', 'merge HC-1001 into HC-1042'],
    openUrl,
  }),
  help: helpCard(guide),
  welcome: welcomeCard({ ...guide, scope: 'channel' }),
  'not understood': unknownCard({ ...guide, written: 'brew coffee' }),
  error: errorCard({
    heading: 'No answer',
    text: 'HandyConnect cannot reach its cases. Look at the case in 30 seconds before you repeat it.',
    openUrl,
  }),
  'mailbox silent': silenceCard({
    mailbox: 'support@contoso.example',
    since: '2026-11-24T08:00:00.000Z',
    why: 'Usually there are 12 mails an hour.',
    until: null,
    link: openUrl,
  }),
  'mail loop': loopCard({
    mailbox: 'support@contoso.example',
    since: '2026-11-24T08:00:00.000Z',
    held: 12,
    over: false,
    link: openUrl,
  }),
  subscription: subscriptionCard({
    text: 'Cards and alerts of cases that are Property, and urgent come here.',
    words: 'x',
    openUrl,
  }),
  settings: settingsCard({
    channels: {
      assigned: 'teams',
      mentioned: 'teams',
      at_risk: 'teams',
      overdue: 'email',
      escalated: 'teams',
      hand_over: 'teams',
      rule: 'off',
      contractor: 'teams',
    },
    quiet: '20:00 to 07:00',
    saved: false,
    openUrl,
  }),
  'new case form': newCaseForm({
    door: 'chat',
    subject: 'Lift stuck',
    description: '',
    categories: [{ title: 'Technical', value: 'technical' }],
    origin: {},
  }),
  'reply form': replyForm({
    ...onCase,
    text: 'Dear Nadia,\n\nour fitter is on the way.',
    to: 'Nadia Haddad (nadia@example.com)',
    sources: ['Her mail of 14:06'],
    warning: 'New here: tom@example.com.',
  }),
  'assign form': assignForm({
    ...onCase,
    people: [
      { title: 'Me', value: 'me' },
      { title: 'Ana Ruiz', value: 'ana' },
    ],
  }),
  'extend form': extendForm({ ...onCase, clock: 'resolution', clockName: 'Resolve' }),
  'decide form': decideForm({ ...onCase, decision: 'rejected', fault: 'A refusal needs a reason.' }),
};
