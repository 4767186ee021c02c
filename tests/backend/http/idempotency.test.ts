import assert from 'node:assert/strict';
import { TableGivenAnswers } from '../../../backend/adapters/store/given-answers.ts';
import type { Endpoint } from '../../../backend/contracts/endpoint.ts';
import { endpoints } from '../../../backend/contracts/endpoints.ts';
import { Failure } from '../../../backend/domain/failure.ts';
import type { Handlers } from '../../../backend/http/call.ts';
import { mount } from '../../../backend/http/mount.ts';
import { RequestMetrics } from '../../../backend/http/request-metrics.ts';
import { createRestifyServer } from '../../../backend/http/restify-server.ts';
import { openSites } from '../../../backend/http/static-sites.ts';
import { MemoryTables } from '../../fakes/memory-tables.ts';
import { TestLog } from '../../fakes/test-log.ts';
import { authenticate, clock } from './harness.ts';

const posts = Object.entries<Endpoint>(endpoints).filter(([, { method }]) => method === 'POST');

/** What changes nothing: questions, checks, previews and files. A presence is the same however often it is said. */
const harmless = [
  ...['inspectMail', 'previewTriage', 'checkReply', 'previewTemplate', 'previewRetention', 'previewSla'],
  ...['previewWorkflow', 'dryRunRules', 'draftReply', 'suggestTasks', 'ask', 'summariseThread', 'translateMessage'],
  ...['checkImport', 'bePresent', 'askReport', 'reportFile', 'previewSettingsImport'],
];
/** Whose use case knows a repeat by what it made; their own tests show it. */
const made = ['createCase', 'replyToCase', 'addNote', 'splitCase', 'createTask'];

const file = { format: 'handyconnect-settings', release: 1, documents: {} };
const report = { measures: ['created'], by: 'status', period: '7d' };
const mail = { mailbox: 'support@contoso.example' };
/** Two different bodies for each route that takes one. */
const bodies: Record<string, [unknown, unknown]> = {
  caseFromMail: [
    { ...mail, internetMessageId: '<a@x.example>' },
    { ...mail, internetMessageId: '<b@x.example>' },
  ],
  handOver: [{ to: null }, { to: 'ana' }],
  createArticle: [
    { title: 'One', text: 'One' },
    { title: 'Two', text: 'Two' },
  ],
  watchCase: [{}, { agent: 'ana' }],
  unwatchCase: [{}, { agent: 'ana' }],
  mergeCase: [{ into: 'HC-1' }, { into: 'HC-2' }],
  moveMessages: [
    { messageIds: ['m'], to: 'HC-1' },
    { messageIds: ['m'], to: 'HC-2' },
  ],
  linkCase: [{ to: 'HC-1' }, { to: 'HC-2' }],
  unlinkCase: [{ to: 'HC-1' }, { to: 'HC-2' }],
  bulkTasks: [
    { ids: ['t'], action: 'delete' },
    { ids: ['u'], action: 'delete' },
  ],
  bulkCases: [
    { ids: ['a'], action: 'close' },
    { ids: ['b'], action: 'close' },
  ],
  readImport: [
    { name: 'a.csv', content: 'QUJDRA==' },
    { name: 'b.csv', content: 'QUJDRA==' },
  ],
  restoreSettings: [
    { documents: [{ name: 'teams', version: '1', replaces: '2' }] },
    { documents: [{ name: 'teams', version: '1', replaces: '3' }] },
  ],
  importSettings: [
    { file, replaces: { teams: '1' } },
    { file, replaces: { teams: '2' } },
  ],
  createView: [
    { name: 'One', query: '' },
    { name: 'Two', query: '' },
  ],
  createSchedule: [
    { every: 'day', time: '08:00', to: ['a@contoso.example'] },
    { every: 'day', time: '09:00', to: ['a@contoso.example'] },
  ],
  markSetup: [{ done: true }, { done: false }],
  createReport: [
    { name: 'One', question: report },
    { name: 'Two', question: report },
  ],
};

describe('An Idempotency-Key', () => {
  const carriedOut: string[] = [];
  /** What the next request meets. */
  let refusal: Failure | null = null;
  const given = new TableGivenAnswers(new MemoryTables());
  let url = '';
  let close: () => void;

  before(async () => {
    const log = new TestLog();
    const server = createRestifyServer({ sites: await openSites([], log), publicUrl: '', docsUrl: '', log });
    const handlers = Object.fromEntries(
      Object.keys(endpoints).map((name) => [
        name,
        async () => {
          await new Promise((resolve) => setImmediate(resolve));
          const failure = refusal;
          refusal = null;
          if (failure !== null) throw failure;
          carriedOut.push(name);
          return { body: { n: carriedOut.length }, etag: `v${carriedOut.length}` };
        },
      ]),
    );
    const deps = { authenticate, clock, agentName: () => undefined, log, docsUrl: '', given };
    mount(server, endpoints, handlers as unknown as Handlers<typeof endpoints>, {
      ...deps,
      requests: new RequestMetrics(log),
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    url = `http://127.0.0.1:${server.address().port}`;
    close = () => server.server.close();
  });
  after(() => close());

  async function ask({ path }: Endpoint, key: string, body: unknown, { id = 'a', as = 'admin' } = {}) {
    const headers = { authorization: `Bearer ${as}`, 'idempotency-key': key, 'content-type': 'application/json' };
    const to = url + path.replace('{email}', `${id}@example.com`).replace(/\{\w+\}/g, id);
    const answer = await fetch(to, {
      method: 'POST',
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, etag: answer.headers.get('etag'), text: await answer.text() };
  }

  it('is taken by everything that makes or does something', () => {
    const without = posts.filter(([, { idempotencyKey }]) => idempotencyKey === undefined).map(([name]) => name);
    assert.deepEqual(without.sort(), [...harmless].sort());
    const known = posts.filter(([, { idempotencyKey }]) => idempotencyKey === 'made').map(([name]) => name);
    assert.deepEqual(known.sort(), [...made].sort());
  });

  for (const [name, endpoint] of posts.filter(([, { idempotencyKey }]) => idempotencyKey === 'answer')) {
    it(`carries ${endpoint.path} out once, at once and again, with one answer, and refuses it for another request`, async () => {
      const [body, other] = bodies[name] ?? [undefined, undefined];
      assert.equal(body === undefined, endpoint.body === undefined, 'needs a body');
      carriedOut.length = 0;
      const key = `key of ${name}`;
      const answers = await Promise.all([ask(endpoint, key, body), ask(endpoint, key, body), ask(endpoint, key, body)]);
      answers.push(await ask(endpoint, key, body));
      assert.deepEqual(carriedOut, [name]);
      assert.equal(answers[0]?.status, endpoint.success);
      for (const answer of answers) assert.deepEqual(answer, answers[0]);
      const { status } = await (other === undefined
        ? ask(endpoint, key, undefined, { id: 'b' })
        : ask(endpoint, key, other));
      // What is named by nothing but its address has no other request.
      assert.equal(status, other === undefined && !endpoint.path.includes('{') ? endpoint.success : 409);
      assert.deepEqual(carriedOut, [name]);
    });
  }

  it('belongs to one person', async () => {
    carriedOut.length = 0;
    const [body] = bodies.createView ?? [];
    for (const as of ['admin', 'manager']) await ask(endpoints.createView, 'shared', body, { as });
    assert.equal(carriedOut.length, 2);
  });

  it('can be used again for what was refused', async () => {
    const [body] = bodies.createView ?? [];
    refusal = new Failure('conflict', 'Not now.');
    assert.equal((await ask(endpoints.createView, 'refused', body)).status, 409);
    assert.equal((await ask(endpoints.createView, 'refused', body)).status, 201);
  });

  it('is taken over from a process that died, after a minute, and forgotten after a day', async () => {
    const claim = { requestHash: 'h', owner: 'dead', atMs: 1_000, answer: null };
    const mine = { ...claim, owner: 'me', atMs: 70_000 };
    await given.claim('k', claim, 0);
    assert.equal((await given.claim('k', mine, 999)).owner, 'dead');
    assert.equal((await given.claim('k', mine, 1_001)).owner, 'me');
    await given.forgetBefore(70_000);
    assert.equal((await given.get('k'))?.owner, 'me');
    await given.forgetBefore(70_001);
    assert.equal(await given.get('k'), undefined);
  });
});
