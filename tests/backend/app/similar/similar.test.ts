import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openCaseStore, type TableCaseStore } from '../../../../backend/adapters/store/case-store.ts';
import { bindSimilar, type SimilarUseCases } from '../../../../backend/app/similar/similar-use-cases.ts';
import { openReadModel, type ReadModel } from '../../../../backend/compose-readmodel.ts';
import { SimilarCases } from '../../../../backend/contracts/similar.ts';
import { system } from '../../../../backend/domain/access/actor.ts';
import type { SupportCase } from '../../../../backend/domain/case/case.ts';
import { isFailure } from '../../../../backend/domain/failure.ts';
import { aCase } from '../../../builders/case.ts';
import { aMessage } from '../../../builders/stored.ts';
import { MemoryBlobs } from '../../../fakes/memory-blobs.ts';
import { MemoryTables } from '../../../fakes/memory-tables.ts';
import { TestClock } from '../../../fakes/test-clock.ts';
import { TestLog } from '../../../fakes/test-log.ts';
import { type Harness, startHarness } from '../../http/harness.ts';

const customer = (name: string) => ({ email: `${name}@example.com`, name });

describe('Similar cases', function () {
  this.timeout(30_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'handyconnect-similar-'));
  let store: TableCaseStore;
  let readModel: ReadModel;
  let app: SimilarUseCases;
  let harness: Harness;
  let counter = 1000;

  async function open(subject: string, text: string, fields: Partial<SupportCase> = {}): Promise<SupportCase> {
    counter += 1;
    const id = counter.toString(16).padStart(24, '0');
    const value = aCase({ id, number: `HC-${counter}`, subject, summary: '', messageCount: 1, ...fields });
    await store.transact(id, `open|${id}`, async (tx) => {
      tx.putCase(value);
      tx.addMessage(aMessage(id, { id, visibleText: text, at: value.createdAt }));
      const event = { kind: 'case.opened' as const, caseId: id, at: value.createdAt, actor: system, changes: [] };
      tx.record({ ...event, messageId: id, mail: null, reason: null });
    });
    return value;
  }

  let boiler: SupportCase;
  let again: SupportCase;
  let other: SupportCase;
  let ordered: SupportCase;
  let gone: SupportCase;

  before(async () => {
    store = await openCaseStore({ backend: new MemoryTables(), blobs: new MemoryBlobs(), shards: 4 });
    readModel = openReadModel({ dataDir: folder, store, clock: new TestClock(), log: new TestLog() });
    await readModel.start();
    app = bindSimilar({ store, index: readModel.index });
    harness = await startHarness();
    harness.app.similarCases = app.similarCases;
    for (let n = 0; n < 60; n++) {
      await open(`Question ${n}`, `Hello, when is the office open in week ${n}? Thank you and best regards.`, {
        customer: customer(`someone${n}`),
        createdAt: '2026-11-01T09:00:00.000Z',
      });
    }
    const text = 'The boiler in the cellar has lost its pressure and the radiators stay cold since Monday night.';
    boiler = await open('Boiler is cold', `${text} My order is R-20931.`, {
      customer: customer('ann'),
      createdAt: '2026-11-20T09:00:00.000Z',
    });
    again = await open('Still no heating', `Hello, ${text} Nobody came.`, {
      customer: customer('ann'),
      createdAt: '2026-11-22T09:00:00.000Z',
    });
    other = await open('Radiators cold', 'Our boiler has no pressure, the radiators are cold.', {
      customer: customer('bob'),
      status: 'resolved',
      resolution: 'Refilled.',
      createdAt: '2026-10-02T09:00:00.000Z',
    });
    ordered = await open('Where is it', 'I wait for my parcel, order R-20931.', {
      customer: customer('cleo'),
      createdAt: '2026-10-02T09:00:00.000Z',
    });
    gone = await open('Merged', text, { customer: customer('ann'), mergedInto: boiler.id });
  });

  after(async () => {
    await harness.close();
    await readModel.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are found by text, number and customer, duplicates first, each with why', async () => {
    const { status, json } = await harness.call('GET', `/api/cases/${boiler.number}/similar?limit=10`);
    assert.equal(status, 200);
    const { items, total } = SimilarCases.parse(json);
    assert.equal(total, items.length);
    assert.deepEqual(
      items.map((one) => [one.case.number, one.duplicate]),
      [
        [again.number, true],
        [ordered.number, false],
        [other.number, false],
      ],
    );
    assert.match(
      items[0]?.why.join(' ') ?? '',
      /^The same customer, 2 days apart\. Much of the text is the same: .*cellar/,
    );
    assert.match(items[2]?.why.join(' ') ?? '', /^Both speak of: .*boiler/);
    assert.deepEqual([items[2]?.case.status, items[2]?.case.resolution], ['resolved', 'Refilled.']);
    assert.match(items[1]?.why.join(' ') ?? '', /Both name R-20931/);
    assert.ok(items.every((one) => one.case.id !== boiler.id && one.case.id !== gone.id));
  });

  it('are none where nothing but everyday words is shared', async () => {
    const greeting = await open('Hi', 'Hello, thank you and best regards.', { customer: customer('dora') });
    assert.deepEqual(await app.similarCases(greeting.id, 5), []);
  });

  it('take whatever was written for plain words', async () => {
    const hostile = `") OR texts MATCH ("x* NEAR/2 boiler pressure \0 \ud800 ${'"'.repeat(50)} 東京都の天気 radiators cellar`;
    const value = await open(hostile, hostile.repeat(20), { customer: customer('eve') });
    const found = await app.similarCases(value.id, 20);
    assert.ok(found.length > 0 && found.every(({ duplicate }) => !duplicate));
  });

  it('are found in scripts that write without spaces', async () => {
    const one = await open('水漏れ', '昨日から台所の天井から水が漏れています。至急修理をお願いします。', {
      customer: customer('kei'),
    });
    const two = await open('天井', '台所の天井から水が漏れています。修理はいつですか。', { customer: customer('rin') });
    const found = await app.similarCases(one.id, 5);
    assert.deepEqual(
      found.map((similar) => similar.case.number),
      [two.number],
    );
  });

  it('are asked for by their own limit, and not of a case that is not there', async () => {
    assert.equal((await app.similarCases(boiler.id, 1)).length, 1);
    assert.equal((await harness.call('GET', `/api/cases/${boiler.id}/similar?limit=0`)).status, 422);
    await assert.rejects(app.similarCases('HC-1', 5), (error) => isFailure(error, 'not-found'));
  });
});
