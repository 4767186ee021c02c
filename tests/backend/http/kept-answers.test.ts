import assert from 'node:assert/strict';
import { roles } from '../../../backend/domain/vocabulary.ts';
import { believedTokens } from '../../../backend/http/believed-tokens.ts';
import { RenderedCases } from '../../../backend/http/rendered-cases.ts';
import type { CaseBytes, ShownCase } from '../../../backend/ports/case-bytes.ts';
import type { Change, ChangeFeed } from '../../../backend/ports/change-feed.ts';
import { presentCase, type Viewer } from '../../../backend/present/present-case.ts';
import { aCase } from '../../builders/case.ts';
import { TestClock } from '../../fakes/test-clock.ts';
import { authenticate, clock, type Harness, startHarness } from './harness.ts';

const metricsToken = 'a-token-for-the-scraper';

describe('What is kept of answers', () => {
  let harness: Harness;
  let changes = 0;
  let told: (change: Change) => void = () => {};
  const feed: ChangeFeed = {
    follow(listener) {
      told = listener;
      return () => {};
    },
  };
  const figure = async (name: string) => {
    const { text } = await harness.call('GET', '/metrics', { as: metricsToken });
    return Number(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'm').exec(text)?.[1]);
  };
  const subjects = async (query = '', as = 'agent') => {
    const { json } = await harness.call('GET', `/api/cases${query}`, { as });
    return json.items.map((item: { subject: string }) => item.subject);
  };

  before(async () => {
    const readModel = { feed, changes: () => changes, gauges: () => ({ handyconnect_cases: 42 }) };
    harness = await startHarness({ readModel, metricsToken });
  });
  after(() => harness.close());

  it('is given again while nothing changes, and no longer', async () => {
    const value = aCase({ subject: 'before' });
    harness.app.put(value);
    assert.deepEqual(await subjects(), ['before']);
    const hits = await figure('handyconnect_answer_cache_hits_total');
    assert.deepEqual(await subjects(), ['before']);
    assert.equal(await figure('handyconnect_answer_cache_hits_total'), hits + 1);
    const changed = harness.app.put({ ...value, subject: 'after' });
    changes += 1;
    told({ event: { caseId: value.id }, case: changed } as Change);
    assert.deepEqual(await subjects(), ['after']);
    assert.equal((await harness.call('GET', `/api/cases/${value.id}`)).json.subject, 'after');
  });

  it('is not shared between roles, nor between people who ask for their own', async () => {
    await subjects('?assignee=me', 'agent');
    await subjects('?assignee=me', 'manager');
    assert.deepEqual(harness.app.listed?.filter.assignee, ['manager-id']);
    const [{ actions: agents }] = (await harness.call('GET', '/api/cases')).json.items;
    assert.ok(agents.length > 0);
  });

  it('grows old with the clocks of a case', async () => {
    const state = async () => {
      const { json } = await harness.call('GET', '/api/cases');
      return json.items[0].sla.resolution.state;
    };
    assert.equal(await state(), 'ok');
    clock.advance(20 * 60 * 60_000);
    assert.equal(await state(), 'at_risk');
    clock.advance(6 * 60 * 60_000);
    assert.equal(await state(), 'breached');
  });
});

describe('A rendered case', () => {
  const viewer: Viewer = { role: 'agent', nowMs: clock.nowMs(), agentName: () => undefined };
  const subjectOf = (bytes: Uint8Array | undefined) => JSON.parse(Buffer.from(bytes ?? []).toString()).subject;

  it('that changed while it was being read never gets into lists', async () => {
    const before = { value: aCase({ subject: 'before' }), etag: '1' };
    const after = { value: { ...before.value, subject: 'after' }, etag: '2' };
    let tell: (change: Change) => void = () => {};
    let stored = before;
    let reads = 0;
    const follow = (listener: (change: Change) => void) => {
      tell = listener;
      return () => {};
    };
    const read = async () => {
      reads += 1;
      const value = stored;
      await new Promise(setImmediate);
      return value;
    };
    const change = () => {
      stored = after;
      tell({ event: { caseId: before.value.id }, case: after } as Change);
    };
    const cases = new RenderedCases(read, { feed: { follow } });
    const listed = async () => subjectOf((await cases.many([{ id: before.value.id }], viewer))[0]);
    const reading = listed();
    change();
    assert.equal(await reading, 'before');
    assert.equal(subjectOf(cases.of(before, viewer)), 'before');
    assert.equal(await listed(), 'after');
    assert.equal(subjectOf(cases.of(before, viewer)), 'before');
    assert.equal(await listed(), 'after');
    assert.equal(reads, 2);
  });
});

describe('A case that lies beside memory', () => {
  const viewer: Viewer = { role: 'agent', nowMs: clock.nowMs(), agentName: () => undefined };

  it('is shown without reading it, until it changes', async () => {
    let tell: (change: Change) => void = () => {};
    let stored = { value: aCase({ number: 'HC-1005', subject: 'before' }), etag: '1-1' };
    let reads = 0;
    const kept = new Map<number, ShownCase>();
    const beside: CaseBytes = {
      get: (row) => kept.get(row),
      has: (row) => kept.has(row),
      put: (row, shown) => void kept.set(row, shown),
      forget: (row) => void kept.delete(row),
      clear: () => kept.clear(),
      close: () => {},
    };
    const feed: ChangeFeed = {
      follow(listener) {
        tell = listener;
        return () => {};
      },
    };
    const read = async () => {
      reads += 1;
      return stored;
    };
    const cases = new RenderedCases(read, { feed, beside, rowOf: (number) => Number(number.slice(3)) });
    const found = { id: stored.value.id, row: 1_005 };
    const subject = async () =>
      JSON.parse(Buffer.from((await cases.one(found, viewer))?.bytes ?? []).toString()).subject;
    assert.equal(await cases.prepare(found, viewer), true);
    assert.equal(await cases.prepare(found, viewer), false);
    assert.deepEqual([await subject(), await subject(), reads], ['before', 'before', 1]);
    stored = { value: { ...stored.value, subject: 'after' }, etag: '1-2' };
    tell({ event: { caseId: found.id }, case: stored } as Change);
    assert.deepEqual([await subject(), reads, kept.get(1_005)?.etag], ['after', 2, '1-2']);
  });

  it('looks the same to every role that may work on cases', () => {
    const value = { value: aCase(), etag: '1-1' };
    const [first, ...others] = roles.map((role) => presentCase(value, { ...viewer, role }));
    for (const other of others) assert.deepEqual(other, first);
  });
});

describe('Metrics', () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness({ metricsToken });
  });
  after(() => harness.close());

  it('are in the text format of Prometheus, with every route that was asked', async () => {
    await harness.call('GET', '/api/me');
    const { status, headers, text } = await harness.call('GET', '/metrics', { as: 'manager' });
    assert.equal(status, 200);
    assert.match(headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/);
    assert.match(text, /^handyconnect_request_seconds_count\{route="me"\} 1$/m);
    assert.match(text, /^handyconnect_request_seconds_bucket\{route="me",le="\+Inf"\} 1$/m);
    for (const line of text.trimEnd().split('\n')) assert.match(line, /^(# (HELP|TYPE) .+|\w+(\{[^}]*\})? [\d.e+-]+)$/);
  });

  it('are for managers and for the scraper, and for nobody else', async () => {
    const status = async (as: string | null) => (await harness.call('GET', '/metrics', { as })).status;
    assert.equal(await status(metricsToken), 200);
    assert.deepEqual([await status('agent'), await status('nobody'), await status(null)], [403, 403, 401]);
    assert.equal(await status(`${metricsToken}x`), 401);
    assert.equal((await harness.call('GET', '/api/cases', { as: metricsToken })).status, 401);
  });
});

describe('A token that was believed', () => {
  it('is checked once in a while, and never believed beyond its end', async () => {
    const time = new TestClock();
    let checks = 0;
    const believe = believedTokens(async (token) => {
      checks += 1;
      return { ...(await authenticate(token)), expiresAtMs: time.nowMs() + 60_000 };
    }, time);
    await believe('agent');
    assert.equal((await believe('agent')).actor.id, 'agent-id');
    assert.equal(checks, 1);
    assert.equal((await believe('manager')).actor.role, 'manager');
    time.advance(60_000);
    await believe('agent');
    assert.equal(checks, 3);
    await assert.rejects(believe('forged'), /not valid/);
    await assert.rejects(believe('forged'), /not valid/);
    assert.equal(checks, 5);
  });
});
