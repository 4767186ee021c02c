import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CaseFile } from '../../../backend/adapters/shown-cases/case-file.ts';
import type { VersionedCase } from '../../../backend/app/app.ts';
import { Failure } from '../../../backend/domain/failure.ts';
import { roles } from '../../../backend/domain/vocabulary.ts';
import { believedTokens } from '../../../backend/http/believed-tokens.ts';
import { JsonWriter } from '../../../backend/http/json-bytes.ts';
import { RenderedCases } from '../../../backend/http/rendered-cases.ts';
import type { Change, ChangeFeed } from '../../../backend/ports/change-feed.ts';
import { presentCase, type Viewer } from '../../../backend/present/present-case.ts';
import { aCase } from '../../builders/case.ts';
import { TestClock } from '../../fakes/test-clock.ts';
import { TestLog } from '../../fakes/test-log.ts';
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
    // What is asked for once is not worth keeping.
    for (let n = 0; n < 2; n++) assert.deepEqual(await subjects(), ['before']);
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

describe('A case as it was shown', () => {
  const viewer: Viewer = { role: 'agent', nowMs: clock.nowMs(), agentName: () => undefined };
  const folder = mkdtempSync(path.join(tmpdir(), 'shown-'));
  const files: CaseFile[] = [];
  after(() => {
    for (const file of files) file.close();
    rmSync(folder, { recursive: true });
  });

  /** Cases that can be changed while they are being read. */
  function world(count = 1) {
    const stored = new Map(
      Array.from({ length: count }, (_, i) => {
        const value = aCase({ number: `HC-${1_001 + i}`, subject: `case ${i}`, assignee: null });
        return [value.id, { value, etag: '1-1' }] as [string, VersionedCase];
      }),
    );
    const seen = { reads: 0 };
    let tell: (change: Change) => void = () => {};
    const feed: ChangeFeed = {
      follow(listener) {
        tell = listener;
        return () => {};
      },
    };
    const read = async (id: string) => {
      seen.reads += 1;
      const found = stored.get(id);
      await new Promise(setImmediate);
      if (found === undefined) throw new Failure('not-found', 'gone');
      return found;
    };
    const beside = new CaseFile(path.join(folder, 'shown'), new TestLog());
    files.push(beside);
    const cases = new RenderedCases(read, { feed, beside, rowOf: (number) => Number(number.slice(3)) });
    const found = [...stored.values()].map(({ value }) => ({ id: value.id, row: Number(value.number.slice(3)) }));
    const change = (at: number, subject: string) => {
      const before = [...stored.values()][at];
      assert.ok(before);
      const changed = { value: { ...before.value, subject }, etag: `1-${subject}` };
      stored.set(before.value.id, changed);
      tell({ event: { caseId: before.value.id }, case: changed } as Change);
    };
    const listed = async (snippets: string[] = []) => {
      const json = new JsonWriter();
      json.text('[');
      await cases.many(
        found.map((one, i) => ({ ...one, ...(snippets[i] !== undefined && { snippet: snippets[i] }) })),
        viewer,
        json,
      );
      json.text(']');
      return JSON.parse(json.end().bytes.toString()) as { subject: string; snippet?: string }[];
    };
    const subjects = async () => (await listed()).map(({ subject }) => subject);
    return { cases, found, stored, seen, change, listed, subjects };
  }

  it('never gets into lists where it changed while it was being read', async () => {
    const { change, subjects, seen } = world();
    const reading = subjects();
    change(0, 'after');
    assert.deepEqual(await reading, ['case 0']);
    assert.deepEqual([await subjects(), await subjects(), seen.reads], [['after'], ['after'], 2]);
  });

  it('is the present one in a list of which another case has to be read', async () => {
    const { cases, found, change, subjects } = world(3);
    for (const one of found.slice(0, 2)) await cases.prepare(one, viewer);
    const listing = subjects();
    change(0, 'after');
    assert.deepEqual(await listing, ['after', 'case 1', 'case 2']);
  });

  it('is shown without reading it, until it changes', async () => {
    const { cases, found, change, seen } = world();
    const one = found[0] ?? { id: '', row: 0 };
    const shown = async () => JSON.parse(Buffer.from((await cases.one(one, viewer))?.bytes ?? []).toString()).subject;
    assert.equal(await cases.prepare(one, viewer), true);
    assert.equal(await cases.prepare(one, viewer), false);
    assert.deepEqual([await shown(), await shown(), seen.reads], ['case 0', 'case 0', 1]);
    change(0, 'after');
    assert.deepEqual([await shown(), await shown(), seen.reads], ['after', 'after', 2]);
    assert.equal((await cases.one(one, viewer))?.etag, '1-after');
  });

  it('begins with its snippet, is left out when it is gone, and is written in order, kept or not', async () => {
    const { found, stored, listed } = world(120);
    stored.delete(found[0]?.id ?? '');
    stored.delete(found[60]?.id ?? '');
    const snippets = found.map((_, i) => (i % 2 === 0 ? '' : `"${i}" Müll 😀 \n`));
    const whole = found.flatMap((_, i) => (i === 0 || i === 60 ? [] : [[`case ${i}`, snippets[i]]]));
    for (let n = 0; n < 2; n++) {
      const shown = await listed(snippets);
      assert.deepEqual(
        shown.map(({ subject, snippet }) => [subject, snippet]),
        whole,
      );
      assert.deepEqual((await listed()).length, 118);
    }
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
