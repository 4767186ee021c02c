import assert from 'node:assert/strict';
import { createOpenAiModel } from '../../../../backend/adapters/openai/openai-model.ts';
import { TableAiSpending } from '../../../../backend/adapters/store/ai-spending.ts';
import { TableSettingsStore } from '../../../../backend/adapters/store/settings-store.ts';
import { bindAsk } from '../../../../backend/app/ask/ask-use-cases.ts';
import { PaidQuestions } from '../../../../backend/app/triage/paid-question.ts';
import { TriageSettingsReader } from '../../../../backend/app/triage/triage-settings.ts';
import { AskQuery } from '../../../../backend/contracts/ask.ts';
import { defaultSettings } from '../../../../backend/default-settings.ts';
import type { Actor } from '../../../../backend/domain/access/actor.ts';
import type { SupportCase } from '../../../../backend/domain/case/case.ts';
import { MemoryCaseIndex } from '../../../../backend/readmodel/case-index.ts';
import { aCase } from '../../../builders/case.ts';
import { MemoryTables } from '../../../fakes/memory-tables.ts';
import { TestClock } from '../../../fakes/test-clock.ts';
import { TestLog } from '../../../fakes/test-log.ts';
import { FakeModel, refuses, says } from '../../adapters/openai/fake-model.ts';

const clock = new TestClock('2026-11-25T12:00:00.000Z');
const agents = [
  { id: 'ana', name: 'Ana Silva', email: 'ana@contoso.example', role: 'agent' as const, team: 'north' },
  { id: 'zoe', name: 'Zoë Müller', email: 'zoe@contoso.example', role: 'agent' as const, team: null },
  { id: 'ben', name: 'Ben Ortiz', email: 'ben@contoso.example', role: 'agent' as const, team: 'south' },
];
const manager: Actor = { id: 'mia', name: 'Mia', role: 'manager', surface: 'tab' };
const agent: Actor = { id: 'ana', name: 'Ana Silva', role: 'agent', surface: 'tab' };
const server = new FakeModel();

const resolved = (at: string, more: Partial<SupportCase> = {}) =>
  aCase({ status: 'resolved', createdAt: '2026-11-24T08:00:00.000Z', resolvedAt: at, ...more });
const cases = [
  aCase({ assignee: 'ana', category: 'billing', priority: 'urgent', createdAt: '2026-11-24T09:00:00.000Z' }),
  aCase({ assignee: 'ana', category: 'technical', complaint: true, createdAt: '2026-11-10T09:00:00.000Z' }),
  aCase({ assignee: 'ben', category: 'billing', createdAt: '2026-11-25T09:00:00.000Z', language: 'fr' }),
  aCase({ assignee: null, category: 'general', createdAt: '2026-11-25T10:00:00.000Z', tags: ['vip'] }),
  resolved('2026-11-24T10:00:00.000Z', { assignee: 'ben', firstResponseAt: '2026-11-24T08:30:00.000Z' }),
  resolved('2026-11-25T08:00:00.000Z', { assignee: 'ana', firstResponseAt: '2026-11-24T09:30:00.000Z' }),
  resolved('2026-10-02T08:00:00.000Z', { assignee: 'ana', createdAt: '2026-10-01T08:00:00.000Z' }),
];

function world(withModel = false) {
  const tables = new MemoryTables();
  const log = new TestLog();
  const index = new MemoryCaseIndex(clock);
  for (const value of cases) index.put({ value, etag: '1' });
  const settings = new TableSettingsStore(tables, defaultSettings(agents, [{ id: 'north', name: 'North' }]));
  const model = createOpenAiModel({ apiKey: 'k', baseURL: server.url, model: 'small', timeoutMs: 5_000 });
  const spending = new TableAiSpending(tables);
  const app = bindAsk({
    clock,
    index,
    figures: index,
    settings,
    directory: { agents: async () => agents, agent: async (id) => agents.find((one) => one.id === id) },
    triageSettings: new TriageSettingsReader(settings, clock),
    questions: withModel ? new PaidQuestions({ model, spending, dailyTokenLimit: 1_000_000, clock, log }) : null,
    analysisDeadlineMs: 2_000,
    validQuery: (value) => AskQuery.safeParse(value).data ?? null,
  });
  return { app, index };
}

async function figure(question: string, actor = manager) {
  const { answer, unclear } = await world().app.ask(actor, { question, zone: 'UTC' });
  assert.ok(answer !== null, unclear ?? '');
  return answer;
}

describe('A question about cases', () => {
  const counted: [string, number][] = [
    ['open cases', 4],
    ['unassigned cases', 1],
    ['new cases', 4],
    ['open billing cases', 2],
    ['urgent cases of Ana', 1],
    ['created this week', 5],
    ['created today', 2],
    ['resolved this week', 2],
    ['resolved in October', 1],
    ['resolved by Ana this week', 1],
    ['open complaints', 1],
    ['open French cases', 1],
    ['open cases tagged vip', 1],
    ['Wie viele Fälle sind diese Woche eingegangen?', 5],
    ['heute eingegangene Fälle zur Abrechnung', 1],
  ];
  for (const [question, wanted] of counted) {
    it(`counts, and shows as many cases: ${question}`, async () => {
      const { figure: told, total } = await figure(question);
      assert.equal(told.value, wanted);
      assert.equal(total, wanted);
    });
  }

  it('measures minutes over the cases that it lists', async () => {
    const told = await figure('median first response time this week');
    assert.deepEqual([told.figure.value, told.figure.n, told.total], [60, 2, 2]);
    const slow = await figure('p90 first response time this week');
    assert.equal(slow.figure.value, 84);
    assert.equal((await figure('resolution time this week')).figure.value, 780);
  });

  it('says a figure for each person, the most first, and cuts after the top', async () => {
    const { groups, value } = (await figure('open cases by agent')).figure;
    assert.equal(value, 4);
    assert.deepEqual(groups?.map(({ key, value: of }) => [key, of])[0], ['ana', 2]);
    assert.equal((await figure('top 1 agents by open cases')).figure.groups?.length, 1);
  });

  it('says a figure for each day', async () => {
    const { points } = (await figure('created by day this week')).figure;
    assert.deepEqual(
      points?.map(({ value }) => value),
      [0, 3, 2].slice(0, points?.length),
    );
  });

  it('measures minutes for each day by itself', async () => {
    const { points } = (await figure('response time by day this week')).figure;
    assert.deepEqual(
      points?.map(({ value }) => value),
      [null, 60, null],
    );
  });

  it('shows how it read the question, in the question’s language', async () => {
    assert.equal(
      (await figure('urgent billing cases of Ana')).reading,
      'Open · urgent · category Billing · agent Ana Silva',
    );
    assert.match((await figure('offene Fälle nach Bearbeiter')).reading, /^Offen · nach Bearbeiter$/);
  });

  it('gives agents their own figures only, and says so', async () => {
    const own = await figure('open cases', agent);
    assert.equal(own.figure.value, 2);
    assert.equal(own.total, 2);
    assert.match(own.notes.join(' '), /own cases/);
    const forbidden = { code: 'forbidden' };
    await assert.rejects(figure('open cases of Ben', agent), forbidden);
    await assert.rejects(figure('open cases by agent', agent), forbidden);
    const query = { metric: 'open' as const, statistic: 'median' as const, filter: { assignee: ['ben'] } };
    await assert.rejects(world().app.ask(agent, { query, zone: 'UTC' }), forbidden);
  });

  it('answers a query that was changed by hand, and refuses names that are not there', async () => {
    const query = { metric: 'created' as const, statistic: 'median' as const, filter: { category: ['billing'] } };
    const { answer } = await world().app.ask(manager, { query, zone: 'UTC' });
    assert.equal(answer?.figure.value, 2);
    const unknown = { ...query, filter: { team: ['nowhere'] } };
    await assert.rejects(world().app.ask(manager, { query: unknown, zone: 'UTC' }), { code: 'invalid' });
  });

  it('lists nothing where no case can fit', async () => {
    const query = { metric: 'open' as const, statistic: 'median' as const, filter: { status: ['resolved' as const] } };
    const { answer } = await world().app.ask(manager, { query, zone: 'UTC' });
    assert.deepEqual([answer?.figure.value, answer?.total, answer?.cases.length], [0, 0, 0]);
  });

  it('asks back rather than guess, with no figure', async () => {
    const { answer, unclear, suggestions } = await world().app.ask(manager, { question: 'sales of Kim', zone: 'UTC' });
    assert.equal(answer, null);
    assert.match(unclear ?? '', /sales/);
    assert.ok(suggestions.length > 0);
  });
});

describe('A question that the grammar does not know', () => {
  const asked = 'What has piled up on Ana’s desk concerning money?';
  const good = {
    understood: true,
    metric: 'open',
    statistic: 'median',
    by: 'none',
    interval: 'none',
    order: 'none',
    top: 0,
    from: '',
    to: '',
    status: [],
    priority: [],
    sentiment: [],
    category: ['billing'],
    source: [],
    sla: [],
    people: ['Ana'],
    teams: [],
    complaints_only: false,
  };
  before(() => server.start());
  after(() => server.stop());
  beforeEach(() => {
    server.requests.length = 0;
  });

  it('is read by a language model where there is one, and answered by our own figures', async () => {
    server.behave = says(JSON.stringify(good));
    const { answer, engine } = await world(true).app.ask(manager, { question: asked, zone: 'UTC' });
    assert.equal(engine, 'openai');
    assert.equal(answer?.figure.value, 1);
    assert.equal(answer?.reading, 'Open · category Billing · agent Ana Silva');
    assert.doesNotMatch(JSON.stringify(server.requests), /Ben Ortiz|contoso/, 'nobody else is named to the model');
    server.behave = says(JSON.stringify({ ...good, people: ['Zoe Muller'] }));
    const zoe = await world(true).app.ask(manager, { question: asked, zone: 'UTC' });
    assert.match(zoe.answer?.reading ?? '', /Zoë Müller/);
  });

  it('never reaches the model where the grammar does', async () => {
    await world(true).app.ask(manager, { question: 'open cases', zone: 'UTC' });
    assert.equal(server.requests.length, 0);
  });

  const refused: [string, unknown][] = [
    ['a metric that is not there', { ...good, metric: 'revenue' }],
    ['a person who is not there', { ...good, people: ['Kim'] }],
    ['a category that is not there', { ...good, category: ['money'] }],
    ['a field too many', { ...good, sql: 'drop table' }],
    ['a period that ends before it begins', { ...good, from: '2026-11-20', to: '2026-11-01' }],
    ['no day', { ...good, from: 'yesterday' }],
    ['that it did not understand', { ...good, understood: false }],
    ['no object', 'open'],
  ];
  for (const [what, value] of refused) {
    it(`is asked back about where the model says ${what}`, async () => {
      server.behave = says(JSON.stringify(value));
      const said = await world(true).app.ask(manager, { question: asked, zone: 'UTC' });
      assert.equal(said.answer, null);
      assert.equal(said.engine, 'local');
      assert.notEqual(said.engineReason, undefined);
    });
  }

  it('is asked back about where the model fails, and agents see no more through it', async () => {
    server.behave = refuses(500);
    assert.match((await world(true).app.ask(manager, { question: asked, zone: 'UTC' })).engineReason ?? '', /failed/);
    server.behave = says(JSON.stringify({ ...good, people: ['Ben'] }));
    await assert.rejects(world(true).app.ask(agent, { question: asked, zone: 'UTC' }), { code: 'forbidden' });
  });
});
