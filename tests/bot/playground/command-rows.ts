import type { SupportCase } from '../../../backend/domain/case/case.ts';
import { ana, jonas, type Scope, type Stage } from './stage.ts';

/** The two cases that examples name. */
export interface Cast {
  /** Stands for HC-1042; a case that Jonas has, where a row arranges nothing else. */
  one: SupportCase;
  /** Stands for HC-1001. */
  other: SupportCase;
}

export interface CommandRow {
  /** How the first case stands before. */
  before?: (stage: Stage, id: string) => Promise<unknown>;
  /** What the card that answers says. */
  answers: RegExp;
  /** The same where it is asked for in another scope, and is another answer there. */
  elsewhere?: Partial<Record<Scope, RegExp>>;
  /** What is true of the first case afterwards. */
  leaves?: (value: SupportCase, cast: Cast, stage: Stage) => boolean | Promise<boolean>;
}

const app = ({ product }: Stage) => product.app;
const free = (stage: Stage, id: string) => app(stage).assignCase(jonas, id, { assignee: null });
const status = (to: SupportCase['status']) => (stage: Stage, id: string) =>
  app(stage).changeStatus(jonas, id, { status: to });

/** Every command by its name, as its own example is answered; a command without a row fails the suite. */
export const commandRows: Record<string, CommandRow> = {
  'my cases': { answers: /Open cases: yours.*HC-\d+/ },
  queue: { before: free, answers: /Open cases: unassigned, team Property.*nobody yet/ },
  cases: { answers: /Open cases: urgent, billing.*Nothing is due here/ },
  overdue: { answers: /Open cases: overdue/ },
  'at risk': { answers: /Open cases: at risk, overdue/ },
  case: { answers: /Jonas Weber has it/ },
  search: { answers: /Cases with “boiler Linden Court”.*Boiler cold at Linden Court/ },
  tasks: {
    before: (stage, id) => app(stage).createTask(jonas, { case: id, title: 'Ring the caretaker', owner: 'me' }),
    answers: /Tasks of HC-\d+.*Ring the caretaker/,
  },
  'before I go': { answers: /Nothing of yours comes due before you are back/ },
  'new case': { answers: /New case.*"value":"Lift stuck at Harbour View"/ },
  assign: { before: free, answers: /Jonas Weber has it now/, leaves: ({ assignee }) => assignee === jonas.id },
  take: { before: free, answers: /Jonas Weber has it now/, leaves: ({ assignee }) => assignee === jonas.id },
  unassign: { answers: /in the queue again/, leaves: ({ assignee }) => assignee === null },
  resolve: { answers: /It is resolved now/, leaves: (now) => now.status === 'resolved' && now.resolution !== '' },
  close: { before: status('resolved'), answers: /It is closed now/, leaves: (now) => now.status === 'closed' },
  reopen: {
    before: status('resolved'),
    answers: /It is in progress now/,
    leaves: (now) => now.status === 'in_progress',
  },
  status: { answers: /It is awaiting customer now/, leaves: (now) => now.status === 'awaiting_customer' },
  priority: { answers: /Its priority is high now/, leaves: ({ priority }) => priority === 'high' },
  set: {
    before: (stage, id) => app(stage).editCase(jonas, id, { priority: 'low' }),
    answers: /Its priority is urgent now/,
    leaves: ({ priority }) => priority === 'urgent',
  },
  note: { answers: /The note is on the case\. It is never sent/, leaves: ({ messageCount }) => messageCount === 2 },
  reply: { answers: /Press Write to see the draft/, leaves: ({ messageCount }) => messageCount === 1 },
  task: {
    answers: /The task is yours/,
    leaves: async ({ id }, _, stage) => (await app(stage).tasksOfCase(id)).length === 1,
  },
  merge: { answers: /It is part of HC-\d+ now/, leaves: ({ mergedInto }, { other }) => mergedInto === other.id },
  watch: { answers: /You are told of what happens here/, leaves: ({ watchers }) => watchers.includes(jonas.id) },
  unwatch: {
    before: (stage, id) => app(stage).watchCase(jonas, id, { agent: 'me', watching: true }),
    answers: /You are told no longer/,
    leaves: ({ watchers }) => !watchers.includes(jonas.id),
  },
  undo: {
    before: (stage, id) => app(stage).assignCase(jonas, id, { assignee: ana.id }),
    answers: /Taken back/,
    leaves: ({ assignee }) => assignee === jonas.id,
  },
  sla: { answers: /Clocks of HC-\d+.*First reply.*Target 45 min/ },
  stats: { answers: /Figures of last week.*Created.*SLA met.*Unassigned/ },
  report: { answers: /Weekly by team.*Created.*Property/ },
  ask: { answers: /At risk: 0.*urgent.*Billing/ },
  'who is on': { answers: /Who is on.*Ana Ruiz/ },
  subscribe: {
    answers: /Cards and alerts of cases that are Property, and urgent come here/,
    elsewhere: { personal: /Channels and group chats subscribe/ },
  },
  unsubscribe: {
    answers: /No cards and alerts come here any more/,
    elsewhere: { personal: /Channels and group chats subscribe/ },
  },
  digest: {
    answers: /Digests come to people/,
    elsewhere: { personal: /Figures of the day before come here every working morning at 8/ },
  },
  settings: {
    answers: /No cards and alerts come here any more/,
    elsewhere: { personal: /Choose what you are told of.*A case becomes yours/ },
  },
  help: { answers: /I bring the cases of your support mailbox here/ },
};
