import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { Speed } from '../../../backend/contracts/speed.ts';
import { describeQuery } from '../../../backend/http/slow-requests.ts';
import type { ReadModelState } from '../../../backend/ports/read-model-state.ts';
import { aCase } from '../../builders/case.ts';
import { type Harness, startHarness } from './harness.ts';

describe('How the process is doing', () => {
  let harness: Harness;
  const lists: ReadModelState = {
    cases: 3,
    positions: [4, 2],
    heads: [4, 5],
    snapshot: { savedAtMs: Date.parse('2026-11-24T13:00:00.000Z'), changesSince: 7 },
    text: { indexed: null, waiting: 2 },
  };
  const speed = async () => Speed.parse((await harness.call('GET', '/api/operations/speed', { as: 'manager' })).json);

  before(async () => {
    const feed = { follow: () => () => {} };
    const readModel = { feed, changes: () => 0, gauges: () => ({}), state: async () => lists };
    const rowCache = () => ({ hits: 3, misses: 1, bytes: 500, mostBytes: 16_000_000 });
    harness = await startHarness({ readModel, rowCache });
  });
  after(() => harness.close());

  it('is told to managers and kept from agents', async () => {
    assert.equal((await harness.call('GET', '/api/operations/speed')).status, 403);
    const { process: here, analyst, queues } = await speed();
    assert.ok(here.memoryBytes > here.heapBytes && here.heapBytes > 1_000_000);
    assert.ok(here.eventLoop.p99Ms >= here.eventLoop.p50Ms);
    assert.equal(analyst.engine, 'local');
    assert.deepEqual(
      { ...queues, mostCounted: 0 },
      { mails: 0, outbox: 0, unanalysed: 0, unfinished: 0, mostCounted: 0 },
    );
  });

  it('counts what was found in the caches, and what was not', async () => {
    const answers = async () => (await speed()).caches.find(({ name }) => name === 'answers');
    harness.app.put(aCase({}));
    const before = await answers();
    // What is asked for once is not worth keeping.
    for (let n = 0; n < 3; n++) await harness.call('GET', '/api/cases?limit=3');
    const after = await answers();
    assert.equal((after?.misses ?? 0) - (before?.misses ?? 0), 2);
    assert.equal((after?.hits ?? 0) - (before?.hits ?? 0), 1);
    assert.ok((after?.bytes ?? 0) > 100);
    const rows = (await speed()).caches.find(({ name }) => name === 'rows');
    assert.deepEqual(rows, { name: 'rows', hits: 3, misses: 1, bytes: 500, mostBytes: 16_000_000 });
  });

  it('says how far lists are behind the log, and the text behind the lists', async () => {
    const { readModel } = await speed();
    assert.deepEqual(readModel, {
      cases: 3,
      events: 9,
      behind: 3,
      shards: [
        { at: 4, head: 4 },
        { at: 2, head: 5 },
      ],
      snapshot: { savedAt: '2026-11-24T13:00:00.000Z', changesSince: 7 },
      text: { state: 'behind', indexed: null, waiting: 2 },
    });
  });

  it('keeps what took long, without the words and names that were asked for', async () => {
    const list = harness.app.listCases;
    harness.app.findCases = async (...asked) => {
      await sleep(270);
      const { items, ...rest } = await list(...asked);
      return { ...rest, cases: items.map(({ value }) => ({ id: value.id })) };
    };
    await harness.call('GET', '/api/cases?status=new&q=Nadia%20Haddad&customer=nadia@example.com');
    const { requests } = await speed();
    const [slowest] = requests.slowest;
    assert.equal(slowest?.route, 'GET /api/cases');
    assert.equal(slowest?.asked, 'status: new · q: 2 words · customer: 1 value');
    assert.ok((slowest?.tookMs ?? 0) >= 260);
    assert.ok(requests.slow >= 1 && requests.count > requests.slow);
    assert.doesNotMatch(JSON.stringify(requests), /nadia|haddad/i);
    const route = requests.routes.find((each) => each.route === 'GET /api/cases');
    assert.ok((route?.count ?? 0) >= 3 && route?.slow === 1 && route.failed === 0);
  });

  it('repeats no value that only stands where a word should', () => {
    assert.equal(describeQuery('status=a%20b@example.com&sort=-created'), 'status: another value · sort: -created');
    assert.equal(describeQuery('my%20name=1'), 'another parameter');
    assert.equal(describeQuery(''), '');
  });
});
