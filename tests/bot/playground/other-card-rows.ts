import type { CardRow } from './card-rows.ts';
import { ana, hoursAround, jonas, type Shown, type Stage, writeAgents } from './stage.ts';

const list = /Open cases/;
const dashboard = { 'Open dashboard': 'page' } as const;
const open = { Open: 'page' } as const;
const guide = { 'Open cases': list, 'My cases': list, 'At risk': list, ...dashboard };

const figureRows: Record<string, CardRow> = {
  stats: {
    async show(stage) {
      await stage.taken();
      stage.product.clock.advance(50 * 60_000);
      return stage.say('stats this week');
    },
    says: /Figures of this week.*Most delayed/,
    buttons: {
      'Show HC-1': /Back to the list/,
      'Show overdue': /Open cases: overdue/,
      'This week': /Figures of this week/,
      Settings: /What you are told of/,
      ...dashboard,
    },
  },
  sla: {
    show: async (stage) => stage.say(`sla ${(await stage.taken()).number}`),
    says: /Clocks of HC-\d+/,
    buttons: { 'Open ledger': 'page', 'Extend…': /Extend: First reply/, 'Show HC-1': /Jonas Weber has it/ },
  },
  'who is on': {
    show: (stage) => stage.say('who is on'),
    says: /can take cases now/,
    buttons: { Queue: /unassigned/, 'At risk': list, ...dashboard },
  },
  answer: {
    async show(stage) {
      await stage.opened();
      return stage.say('ask how many urgent cases are open by person');
    },
    says: /Open: \d+.*The next due of \d+ cases behind it/,
    buttons: { 'Show HC-1': /Back to the list/, Stats: /Figures of today/, Help: /I bring the cases/, ...open },
  },
};

const reportRows: Record<string, CardRow> = {
  report: {
    async show(stage) {
      const { id } = await stage.opened();
      await stage.opened();
      await stage.product.app.assignCase(jonas, id, { assignee: null, team: 'product' });
      stage.product.clock.advance(60_000);
      return stage.say('report weekly');
    },
    says: /Weekly by team.*Created.*"type":"Image".*Product.*Property/,
    buttons: {
      'Open with files': 'page',
      'Other reports': /Which report shall I run\? There are Overdue now, Weekly by team/,
      'This week': /Figures of this week/,
    },
  },
  'which report': {
    show: (stage) => stage.say('report nonsense'),
    says: /I know no report nonsense/,
    buttons: { 'Report Overdue now': /Overdue now.*Overdue/, 'Report Weekly by team': /Weekly by team/, ...dashboard },
  },
};

const guideRows: Record<string, CardRow> = {
  'asks back': {
    async show(stage) {
      const [one, other] = [await stage.opened(), await stage.opened()];
      return stage.say(`merge ${one.number} and ${other.number}`);
    },
    says: /Which of the two shall remain/,
    buttons: { 'Merge HC-1 into HC-1': /It is part of HC-\d+ now/, ...dashboard },
  },
  help: { show: (stage) => stage.say('Hello!'), says: /I bring the cases/, buttons: guide },
  command: {
    show: (stage) => stage.say('help assign'),
    says: /Gives the case to somebody/,
    buttons: { 'All commands': /I bring the cases/, 'Open cases': list, ...dashboard },
  },
  welcome: {
    async show({ person }) {
      const on = person.shown[0];
      if (on === undefined) throw new Error('nobody was greeted');
      return { on, card: on.message.attachments[0]?.content } as Shown;
    },
    says: /Every new case gets one card in this channel/,
    buttons: guide,
  },
  'not understood': {
    show: (stage) => stage.say('brew [coffee](http://evil.example)'),
    says: /I do not know that command/,
    buttons: guide,
  },
  error: {
    show: (stage) => stage.say('case HC-99999'),
    says: /There is no case HC-99999/,
    buttons: { 'Open cases': list, Help: /I bring the cases/, ...dashboard },
  },
  'mailbox silent': {
    async show(stage) {
      const since = stage.product.clock.now();
      const silence = { mailbox: 'support@contoso.example', since, why: 'Usually 12 an hour.', toldAt: null };
      await stage.world.bot.silenceTeller.fellSilent(silence);
      return stage.posted('channel');
    },
    says: /Nothing has been heard of support@contoso\.example/,
    buttons: { 'Open mail fates': 'page' },
  },
  'mail loop': {
    async show(stage) {
      const since = stage.product.clock.now();
      const loop = { mailbox: 'support@contoso.example', since, held: 12, toldAt: null };
      await stage.world.bot.silenceTeller.goesInCircle(loop);
      return stage.posted('channel');
    },
    says: /goes round in a circle\. 12 mails held back/,
    buttons: { 'See the mails': 'page' },
  },
  'hand-over': {
    async show(stage) {
      const about = await stage.product.app.getCase((await stage.opened()).id);
      const target = { kind: 'people' as const, ids: [jonas.id] };
      const key = `rule-${about.value.id}`;
      await stage.world.bot.notifier.notify({ key, of: 'rule', text: 'Nadia has written again.', target, about });
      await stage.world.delivered();
      return stage.posted('personal');
    },
    says: /Nadia has written again/,
    buttons: { 'Take it': /Jonas Weber has it/, ...open },
  },
};

const placeRows: Record<string, CardRow> = {
  subscription: {
    show: (stage) => stage.say('subscribe', 'channel'),
    says: /Cards and alerts of all cases come here/,
    buttons: { 'Bring nothing': /No cards and alerts come here/, 'Open cases': list, ...dashboard },
  },
  'no subscription': {
    show: (stage) => stage.say('unsubscribe', 'group'),
    says: /No cards and alerts come here any more/,
    buttons: { 'Bring all': /Cards and alerts of all cases come here/, 'Open cases': list, ...dashboard },
  },
  'digest chosen': {
    show: (stage) => stage.say('digest weekly'),
    says: /on Mondays at 8/,
    buttons: { 'Figures now': /Figures of today/, 'No digests': /No digests come here any more/, ...dashboard },
  },
  settings: {
    show: (stage) => stage.say('settings'),
    says: /A case becomes yours/,
    buttons: {
      Save: { inputs: { at_risk: 'email' }, says: /Saved\..*"id":"at_risk"[^}]*"value":"email"/ },
      'My cases': list,
      ...dashboard,
    },
  },
};

const form = async (stage: Stage, button: string, number: Promise<string> = taken(stage)) =>
  stage.press(await stage.say(await number), button);
const taken = async (stage: Stage) => (await stage.taken()).number;

const handOverRows: Record<string, CardRow> = {
  'hand-over with ticks': {
    async show(stage) {
      await stage.taken('Heating cold');
      await writeAgents(stage.product, hoursAround(stage.product.clock.nowMs()));
      const shown = await stage.say('before I go');
      await writeAgents(stage.product);
      return shown;
    },
    says: /Hand over before you go.*On next: Ana Ruiz.*Input\.Toggle/,
    buttons: {
      'Give to Ana Ruiz': /✓ HC-\d+ .*Ana Ruiz has it now/,
      'Give to Tom Okafor': /✓ HC-\d+ .*Tom Okafor has it now/,
      'I stay on': list,
    },
  },
};

const formRows: Record<string, CardRow> = {
  'new case form': {
    show: (stage) => stage.say('new case Lift stuck'),
    says: /"value":"Lift stuck"/,
    buttons: {
      'Create case': { inputs: { subject: 'Lift stuck', customerEmail: 'tom@example.com' }, says: /The case is open/ },
    },
  },
  'reply form': {
    show: (stage) => form(stage, 'Reply…'),
    says: /To Nadia Haddad/,
    buttons: { Send: { inputs: { text: 'We are on our way.', thenStatus: '-' }, says: /leaves in a moment/ } },
  },
  'reply, to be written': {
    show: async (stage) => stage.say(`reply ${await taken(stage)} We are on our way.`),
    says: /Press Write to see the draft/,
    buttons: { 'Write…': /Reply.*We are on our way/, ...open },
  },
  'assign form': {
    show: async (stage) =>
      form(
        stage,
        'Assign…',
        stage.opened().then(({ number }) => number),
      ),
    says: /Who takes it/,
    buttons: { Assign: { inputs: { assignee: ana.id, note: 'Key is here' }, says: /Ana Ruiz has it now/ } },
  },
  'extend form': {
    show: async (stage) => stage.press(await stage.say(`sla ${await taken(stage)}`), 'Extend…'),
    says: /working time of the case’s calendar/,
    buttons: { Extend: { inputs: { minutes: '60', reason: 'Fitter is late' }, says: /First reply is extended/ } },
  },
  'decide form': {
    async show(stage) {
      const { id } = await stage.opened();
      await stage.product.app.changeStatus(ana, id, { status: 'awaiting_approval' });
      await stage.announce((await stage.product.app.getCase(id)).value);
      return stage.press(await stage.posted('personal'), 'Reject…');
    },
    says: /Reject HC-\d+/,
    buttons: { Reject: { inputs: { reason: 'Too dear' }, says: /Rejected/ } },
  },
};

export const otherRows = { ...figureRows, ...reportRows, ...guideRows, ...placeRows, ...formRows, ...handOverRows };
