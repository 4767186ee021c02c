import { sandboxAgents } from '../../backend/sandbox/agents.ts';
import { allSamples, toGraphMessage } from '../../backend/sandbox/sample-mailbox/sample-mailbox.ts';
import { createDice, type Dice } from '../../backend/seed/dice.ts';
import type { TestApi } from '../support/api.ts';
import type { Load } from './load.ts';

export type NamedLoad = Pick<Load, 'connections' | 'request'> & { name: string };

const mailbox = 'support@contoso.example';
const samples = allSamples();
const openStatuses = 'new,in_progress,awaiting_customer,awaiting_vendor,awaiting_approval';
const sorts = ['created', 'updated', 'due', 'priority', 'number', 'customer'];
const words =
  'heating the flat invoice 512 leak "between floors" stat facture Klingel export row boiler meter Haddad Schmidt "depuis" contract 733 müll build insp'.split(
    / (?![a-z]*")/,
  );

/** What is asked of a store of made-up cases: every parameter is drawn anew for each request. */
export async function caseLoads(api: TestApi, cases: number): Promise<NamedLoad[]> {
  const dice = createDice(cases);
  const world = await lookAround(api);
  const get = (path: () => string) => () => ({ method: 'GET' as const, path: path() });
  const anyNumber = () => `HC-${1_001 + dice.below(cases)}`;
  return [
    { name: 'get one', connections: 8, request: get(() => `/api/cases/${anyNumber()}`) },
    { name: 'mail lookup', connections: 8, request: get(() => lookupOf(dice, world, anyNumber())) },
    { name: 'list 50, views', connections: 8, request: get(() => `/api/cases?${viewOf(dice, world)}`) },
    { name: 'list 50, any filter and sort', connections: 1, request: get(() => `/api/cases?${anyList(dice, world)}`) },
    {
      name: 'list 50, the same again',
      connections: 8,
      request: get(() => `/api/cases?status=${openStatuses}&sort=due`),
    },
    { name: 'search, top 20', connections: 1, request: get(() => `/api/cases?limit=20&q=${searchOf(dice, world)}`) },
    {
      name: 'dashboard, any filter',
      connections: 1,
      request: get(() => `/api/analytics/dashboard?${filterOf(dice, world)}&from=${someDay(dice)}`),
    },
    { name: 'inspect mail', connections: 4, request: inspections },
    { name: 'triage preview', connections: 1, request: previews(dice) },
    { name: 'bot invoke, 8', connections: 8, request: invokes(dice, anyNumber) },
    { name: 'status change, durable', connections: 32, request: statusChanges(world.movable) },
    { name: 'create case, durable', connections: 8, request: creations },
  ];
}

const openings = ['Hello,', 'Guten Tag,', 'Dear support team, I hope you are well.', 'Bonjour,', 'Hi'] as const;
const troubles = [
  'the boiler in flat {n} has been cold since Monday and we have a baby.',
  'invoice {n} was charged twice, please refund 49.90.',
  'ich komme nicht mehr in mein Konto, das Passwort wird abgelehnt (Kunde {n}).',
  'would you add a dark mode? I look at ticket {n} all night.',
  'la commande {n} n’est toujours pas arrivée, c’est inadmissible!',
  'where can I read about opening hours, reference {n}?',
] as const;

/** Mails of four words up to some thousand, none twice, so that no answer is remembered. */
function previews(dice: Dice): Load['request'] {
  return () => {
    const n = dice.below(1_000_000);
    const trouble = () => dice.pick(troubles).replace('{n}', String(n));
    const sentences = Array.from({ length: 1 + dice.below(dice.chance(0.1) ? 120 : 12) }, trouble);
    const body = {
      subject: `Case ${n}`,
      body: `${dice.pick(openings)}\n\n${sentences.join(' ')}`,
      contentType: 'text',
    };
    return { method: 'POST', path: '/api/triage/preview', body: JSON.stringify(body) };
  };
}

/** The heaviest questions, to see whether others wait behind them. */
export async function heavyLoad(api: TestApi, cases: number): Promise<NamedLoad> {
  const dice = createDice(cases + 1);
  const world = await lookAround(api);
  const questions = [
    () => `/api/analytics/dashboard?from=2020-01-01T00:00:00Z&createdFrom=${someDay(dice)}`,
    () => `/api/analytics/performance?by=${dice.pick(['assignee', 'category', 'priority'])}&from=${someDay(dice)}`,
    () => `/api/cases?q=${dice.pick(['the', 'flat', 'a'])}&sort=-updated&tag=leak,key&createdFrom=${someDay(dice)}`,
    () => `/api/cases?${anyList(dice, world)}`,
  ];
  const request = () => ({ method: 'GET' as const, path: (questions[dice.below(questions.length)] as () => string)() });
  return { name: 'heavy', connections: 2, request };
}

/** What Teams sends when somebody presses a button: a case, a page of a list, figures, and taking a case. */
function invokes(dice: Dice, anyNumber: () => string): Load['request'] {
  const presses = [
    () => ({ verb: 'case.show', data: { ref: anyNumber() } }),
    () => ({ verb: 'case.assign-to-me', data: { ref: anyNumber() } }),
    () => ({ verb: 'cases.page', data: { words: dice.pick(['', 'mine', 'urgent', 'overdue billing', 'property']) } }),
    () => ({
      verb: 'say',
      data: { text: dice.pick(['stats this week', 'at risk', 'who is on', `sla ${anyNumber()}`]) },
    }),
  ];
  const { id, name } = sandboxAgents[0] as (typeof sandboxAgents)[number];
  return (n) => ({
    method: 'POST',
    path: '/api/messages',
    body: JSON.stringify({
      type: 'invoke',
      name: 'adaptiveCard/action',
      id: `press-${n}`,
      channelId: 'msteams',
      // Nobody listens there: what takes long is written to the card later, and no card is named here.
      serviceUrl: 'http://127.0.0.1:9',
      from: { id: `29:${id}`, name, aadObjectId: id },
      recipient: { id: 'bot', name: 'HandyConnect' },
      conversation: { id: `chat-${id}`, conversationType: 'personal' },
      value: { action: { type: 'Action.Execute', ...some(dice, presses)() }, trigger: 'manual' },
    }),
  });
}

interface World {
  agents: string[];
  customers: string[];
  /** Ids of cases that may wait for a vendor and go on. */
  movable: string[];
}

async function lookAround(api: TestApi): Promise<World> {
  const newest = await api.call('listCases', { query: { limit: 200, sort: '-number' } });
  const customers: string[] = [];
  for (let daysAgo = 1; daysAgo < 180; daysAgo += 18) {
    const createdTo = new Date(Date.now() - daysAgo * 86_400_000).toISOString();
    const page = await api.call('listCases', { query: { limit: 200, sort: '-created', createdTo } });
    customers.push(...page.items.map((one) => one.customer.email));
  }
  const movable: string[] = [];
  for (let after: string | undefined; movable.length < 2_000; ) {
    const query = { status: 'in_progress', sort: 'number', limit: 200, ...(after && { after }) } as const;
    const page = await api.call('listCases', { query });
    movable.push(...page.items.map((one) => one.id));
    after = page.next;
    if (after === undefined) break;
  }
  return { agents: [...new Set(newest.items.map((one) => one.assignee ?? 'none'))], customers, movable };
}

function some<T>(dice: Dice, from: readonly T[]): T {
  return from[dice.below(from.length)] as T;
}

function someDay(dice: Dice): string {
  return new Date(Date.now() - dice.below(170 * 1_440) * 60_000).toISOString();
}

/** What the pane sends for an opened mail: its id, or its sender, or both. */
function lookupOf(dice: Dice, { customers }: World, number: string): string {
  const id = `internetMessageId=${encodeURIComponent(`<${number.toLowerCase()}.0@made-up.example>`)}`;
  const sender = `sender=${encodeURIComponent(some(dice, customers))}`;
  return `/api/mail/lookup?${dice.pick([id, sender, `${id}&${sender}`])}`;
}

/** The workspace's views: open by due, mine, unassigned, by status, by priority, by team, newest. */
function viewOf(dice: Dice, { agents }: World): string {
  const open = `status=${openStatuses}&sort=due`;
  const statuses = [...openStatuses.split(','), 'resolved', 'closed'];
  return some(dice, [
    `${open}&dueBefore=${2_027 + dice.below(900)}-01-01T00:00:00Z`,
    `${open}&assignee=${some(dice, agents)}`,
    `${open}&assignee=none`,
    `status=${some(dice, statuses)}&sort=-updated`,
    `${open}&priority=${some(dice, ['critical', 'urgent', 'high', 'medium', 'low'])}`,
    `${open}&team=${some(dice, ['property', 'product'])}`,
    `sort=-created&createdTo=${new Date(Date.now() - dice.below(600) * 1_000).toISOString()}`,
  ]);
}

function filterOf(dice: Dice, { agents, customers }: World): string {
  return [
    `status=${some(dice, ['new', 'closed', 'resolved,closed', 'in_progress'])}`,
    `priority=${some(dice, ['critical', 'low,medium', 'high'])}`,
    `category=${some(dice, ['technical', 'billing', 'general'])}`,
    `sentiment=${some(dice, ['negative', 'neutral'])}`,
    `assignee=${some(dice, agents)}`,
    `sla=${some(dice, ['breached', 'ok', 'paused', 'none'])}`,
    `tag=${some(dice, ['leak', 'invoice,key', 'heating'])}`,
    `customer=${encodeURIComponent(some(dice, customers))}`,
    `createdFrom=${someDay(dice)}`,
    `updatedTo=${someDay(dice)}`,
  ]
    .filter(() => dice.chance(0.2))
    .join('&');
}

function anyList(dice: Dice, world: World): string {
  return `${filterOf(dice, world)}&sort=${dice.chance(0.5) ? '-' : ''}${some(dice, sorts)}`;
}

function searchOf(dice: Dice, { customers }: World): string {
  const number = () => String(100 + dice.below(900));
  const q = dice.pick([
    () => some(dice, words),
    () => `${some(dice, words)} ${some(dice, words)}`,
    () => `${some(dice, words)} ${number()}`,
    () => some(dice, customers).split('@')[0] ?? '',
  ])();
  return encodeURIComponent(q);
}

/** Back and forth over all of them: a case that is there already is answered without a write. */
function statusChanges(ids: string[]): Load['request'] {
  return (n) => ({
    method: 'PATCH',
    path: `/api/cases/${ids[n % ids.length]}/status`,
    body: JSON.stringify({ status: Math.floor(n / ids.length) % 2 === 0 ? 'awaiting_vendor' : 'in_progress' }),
  });
}

function creations(n: number): ReturnType<Load['request']> {
  const customer = { email: `c${n}@example.com`, name: `Customer ${n}` };
  return { method: 'POST', path: '/api/cases', body: JSON.stringify({ subject: `Measured ${n}`, customer }) };
}

/** A mail of the sandbox's mailbox as Graph would give it. */
function inspections(n: number): ReturnType<Load['request']> {
  const sample = samples[n % samples.length];
  const message = sample && toGraphMessage(sample, { mailbox, receivedAt: '2026-11-24T13:06:00.000Z' });
  return { method: 'POST', path: '/api/mail/inspect', body: JSON.stringify({ message }) };
}
