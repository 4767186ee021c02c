import type { SupportCase } from '../../../backend/domain/case/case.ts';
import { ana, jonas, type Shown, type Stage } from './stage.ts';

/** What a button is answered with: what the card says then, or `page` where it opens one. */
export type Answered = 'page' | RegExp | { inputs?: Record<string, unknown>; says: RegExp };

export interface CardRow {
  /** Brings the card into the playground in that state. */
  show(stage: Stage): Promise<Shown>;
  says: RegExp;
  /** Every button by its title, `HC-1` for any number. */
  buttons: Record<string, Answered>;
}

const minute = 60_000;
const later = ({ product }: Stage, minutes: number) => product.clock.advance(minutes * minute);
const see = async (stage: Stage, value: Promise<SupportCase>) => stage.say((await value).number);
const moved = async (stage: Stage, value: Promise<SupportCase>, status: SupportCase['status']) => {
  const { id, number } = await value;
  await stage.product.app.changeStatus(jonas, id, { status });
  return stage.say(number);
};

const reply = /Reply.*"id":"text"/;
const open = { Open: 'page' } as const;
const dashboard = { 'Open dashboard': 'page' } as const;
const list = /Open cases/;

/** The card of a case, as it is and after something was done. */
const caseRows: Record<string, CardRow> = {
  'new case': {
    show: (stage) => see(stage, stage.opened()),
    says: /New case/,
    buttons: { 'Take it': /Jonas Weber has it/, 'Assign…': /Assign HC-\d+.*Ana Ruiz/, 'Reply…': reply, ...open },
  },
  'case in progress': {
    show: (stage) => see(stage, stage.taken()),
    says: /In progress.*Jonas Weber has it/,
    buttons: { Resolve: /Resolved/, 'Reply…': reply, 'Await customer': /Awaiting customer/, ...open },
  },
  'case of somebody else, after a deed': {
    async show(stage) {
      const value = await stage.opened();
      const shown = await stage.say(value.number);
      await stage.product.app.assignCase(ana, value.id, { assignee: 'me' });
      return stage.press(shown, 'Take it');
    },
    says: /Nothing was changed\. Meanwhile Ana Ruiz has it\. This is how it stands\./,
    buttons: {
      Resolve: /Resolved/,
      'Reply…': reply,
      'Take over': /Jonas Weber has it/,
      ...open,
    },
  },
  'case awaiting customer': {
    show: (stage) => moved(stage, stage.taken(), 'awaiting_customer'),
    says: /Awaiting customer.*clock paused/,
    buttons: { 'In progress': /In progress/, 'Reply…': reply, Resolve: /Resolved/, ...open },
  },
  'case overdue': {
    async show(stage) {
      const value = await stage.taken();
      later(stage, 46);
      return stage.say(value.number);
    },
    says: /First reply overdue.*since \{\{TIME/,
    buttons: { Resolve: /Resolved/, 'Reply…': reply, 'Await customer': /Awaiting customer/, ...open },
  },
  'case resolved': {
    show: async (stage) => stage.say(`resolve ${(await stage.taken()).number}: valve replaced`),
    says: /It is resolved now/,
    buttons: { Reopen: /In progress/, Close: /Closed/, Undo: /Taken back/, ...open },
  },
  'case closed': {
    async show(stage) {
      const value = await stage.taken();
      await stage.product.app.changeStatus(jonas, value.id, { status: 'resolved' });
      await stage.product.app.changeStatus(jonas, value.id, { status: 'closed' });
      return stage.say(value.number);
    },
    says: /Closed/,
    buttons: { Reopen: /In progress/, ...open },
  },
};

/** The alert of a first reply, in the channel. */
async function alert(stage: Stage, value: SupportCase): Promise<Shown> {
  await stage.world.bot.notifier.notify({
    key: `alert-${value.id}`,
    of: 'at_risk',
    text: 'x',
    clock: 'firstResponse',
    target: { kind: 'channel', team: null },
    about: await stage.product.app.getCase(value.id),
  });
  await stage.world.delivered();
  return stage.posted('channel', value);
}
async function atRisk(stage: Stage, value: Promise<SupportCase>): Promise<Shown & { value: SupportCase }> {
  const found = await value;
  later(stage, 37);
  return { ...(await alert(stage, found)), value: found };
}
/** The same card after the case moved on. */
async function after(stage: Stage, deed: (id: string) => Promise<unknown>): Promise<Shown> {
  const { value } = await atRisk(stage, stage.taken());
  await deed(value.id);
  await stage.announce(value);
  return stage.posted('channel', value, 'updateMessage');
}
const answer = (stage: Stage) => (id: string) =>
  stage.product.app.replyToCase(jonas, id, { text: 'We are on our way.', acceptRecipientChanges: true });
const sentReply = async (stage: Stage, id: string) => {
  await answer(stage)(id);
  await stage.product.settle();
};
const extend = /Extend: First reply.*"id":"reason"/;

const alertRows: Record<string, CardRow> = {
  'alert at risk': {
    show: (stage) => atRisk(stage, stage.opened()),
    says: /First reply at risk.*Why now/,
    buttons: {
      'Take it': /You have it now/,
      'Extend…': extend,
      'Snooze 30 min': /Jonas Weber is reminded at/,
      ...open,
    },
  },
  'alert at risk, somebody is on it': {
    show: async (stage) => stage.press(await atRisk(stage, stage.taken()), "I'm on it"),
    says: /Jonas Weber is on it since/,
    buttons: { 'Reply…': reply, 'Extend…': extend, 'Snooze 30 min': /Jonas Weber is reminded at/, ...open },
  },
  'alert snoozed': {
    show: async (stage) => stage.press(await atRisk(stage, stage.taken()), 'Snooze 30 min'),
    says: /Jonas Weber is reminded at/,
    buttons: { "I'm on it": /Jonas Weber is on it/, 'Extend…': extend, ...open },
  },
  'alert overdue, extended once': {
    async show(stage) {
      const value = await stage.taken();
      const fields = { clock: 'firstResponse', minutes: 30, reason: 'Waiting for the fitter' } as const;
      await stage.product.app.extendClock(jonas, value.id, fields);
      later(stage, 80);
      return alert(stage, value);
    },
    says: /First reply overdue.*Extended by 30 min: Waiting for the fitter/,
    buttons: {
      'Take over': /You have it already/,
      'Extend…': extend,
      'Snooze 30 min': /Jonas Weber is reminded at/,
      ...open,
    },
  },
  'alert paused': {
    show: (stage) => after(stage, (id) => stage.product.app.changeStatus(jonas, id, { status: 'awaiting_customer' })),
    says: /First reply stands still/,
    buttons: open,
  },
  'alert answered in time': {
    show: (stage) => after(stage, (id) => sentReply(stage, id)),
    says: /Answered in time.*to spare/,
    buttons: open,
  },
  'alert answered late': {
    show: (stage) =>
      after(stage, (id) => {
        later(stage, 20);
        return sentReply(stage, id);
      }),
    says: /Answered late/,
    buttons: open,
  },
  'alert in time again': {
    show: (stage) =>
      after(stage, (id) =>
        stage.product.app.extendClock(jonas, id, { clock: 'firstResponse', minutes: 240, reason: 'Agreed' }),
      ),
    says: /First reply in time again/,
    buttons: open,
  },
};

let gutters = 0;

/** More cases than a page holds; answers a word that only they have. */
async function many(stage: Stage): Promise<string> {
  gutters += 1;
  for (let i = 0; i < 9; i++) await stage.opened(`Gutter${gutters} leaks`);
  return `gutter${gutters}`;
}

const listRows: Record<string, CardRow> = {
  list: {
    async show(stage) {
      await many(stage);
      return stage.say('queue');
    },
    says: /7 of \d+, the next due first/,
    buttons: { 'Show HC-1': /Back to the list/, More: /more of \d+.*First page/, ...open },
  },
  'list, further on': {
    async show(stage) {
      return stage.press(await stage.say(`search ${await many(stage)}`), 'More');
    },
    says: /Cases with “gutter\d+”.*2 more of 9/,
    buttons: { 'Show HC-1': /Back to the list/, 'First page': /Cases with “gutter\d+”.*what fits best first/, ...open },
  },
  'case from a list': {
    show: async (stage) => {
      await stage.opened();
      return stage.press(await stage.say('queue'), 'Show HC-1');
    },
    says: /HC-\d+/,
    buttons: { 'Take it': /Jonas Weber has it/, 'Assign…': /Assign HC-\d+/, 'Back to the list': list, ...open },
  },
  'empty list': {
    show: (stage) => stage.say('cases billing critical'),
    says: /Nothing is due here/,
    buttons: { 'All open cases': list, ...open },
  },
  task: {
    show: async (stage) => stage.say(`task ${(await stage.taken()).number} Call the plumber`),
    says: /Call the plumber/,
    buttons: { Done: /Task done.*Done\./, 'Show HC-1': /Jonas Weber has it/, ...open },
  },
  'task done': {
    show: async (stage) =>
      stage.press(await stage.say(`task ${(await stage.taken()).number} Call the plumber`), 'Done'),
    says: /Task done/,
    buttons: { 'Show HC-1': /Jonas Weber has it/, ...open },
  },
  tasks: {
    async show(stage) {
      const { number } = await stage.taken();
      await stage.say(`task ${number} Order a valve`);
      return stage.say(`tasks ${number}`);
    },
    says: /Order a valve/,
    buttons: { Done: /Task done/, 'My cases': list, ...dashboard },
  },
};

async function approval(stage: Stage): Promise<Shown & { value: SupportCase }> {
  const value = await stage.opened('New boiler for 4,200 €');
  await stage.product.app.changeStatus(ana, value.id, { status: 'awaiting_approval', reason: 'It is cold.' });
  await stage.announce(value);
  return { ...(await stage.posted('personal', value)), value };
}

const approvalRows: Record<string, CardRow> = {
  'approval wanted': {
    show: approval,
    says: /Ana Ruiz asks: It is cold/,
    buttons: { 'Approve…': /Approve HC-\d+.*"id":"reason"/, 'Reject…': /Reject HC-\d+.*"id":"reason"/, ...open },
  },
  'approval decided': {
    async show(stage) {
      const { value } = await approval(stage);
      await stage.product.app.decideApproval(jonas, value.id, { decision: 'approved', reason: 'Go ahead.' });
      await stage.announce(value);
      return stage.posted('personal', value, 'updateMessage');
    },
    says: /Approved: Go ahead\..*Jonas Weber/,
    buttons: open,
  },
};

export const workRows = { ...caseRows, ...alertRows, ...listRows, ...approvalRows };
