import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { TableCaseNumbers } from '../../../backend/adapters/store/case-numbers.ts';
import { openCaseStore } from '../../../backend/adapters/store/case-store.ts';
import { TableMailDecisions } from '../../../backend/adapters/store/mail-decisions.ts';
import { openReadModel, type ReadModel } from '../../../backend/compose-readmodel.ts';
import { loadConfig } from '../../../backend/config.ts';
import type { SupportCase } from '../../../backend/domain/case/case.ts';
import { standing } from '../../../backend/domain/sla/clocks.ts';
import { nextLevel } from '../../../backend/domain/sla/next-level.ts';
import { caseStatuses } from '../../../backend/domain/vocabulary.ts';
import { type CaseFilter, type CaseSort, caseSortKeys, type NotClosedCase } from '../../../backend/ports/case-index.ts';
import type { CaseStore } from '../../../backend/ports/case-store.ts';
import { readWorld } from '../../../backend/seed/made-up-world.ts';
import { writeCases } from '../../../backend/seed/write-cases.ts';
import { anEvent } from '../../builders/stored.ts';
import { MemoryBlobs } from '../../fakes/memory-blobs.ts';
import { TestClock } from '../../fakes/test-clock.ts';
import { TestLog } from '../../fakes/test-log.ts';
import { azuritePort, freshName, tableConnectionString, useAzurite } from '../../support/azurite.ts';
import { openTablesAt, type TablesPlace } from '../../support/open-tables.ts';

const clock = new TestClock('2026-05-06T09:00:00.000Z');
const log = new TestLog();
const count = 300;
const open = caseStatuses.filter((status) => status !== 'closed');

const filters: CaseFilter[] = [
  {},
  { status: open },
  { status: ['closed'], priority: ['high', 'low'] },
  { assignee: [null] },
  { team: ['property'], complaint: true },
  { needsReview: true, status: open },
  { tag: ['leak', 'key'], sentiment: ['negative', 'frustrated'] },
  { sla: ['breached', 'at_risk'] },
  { sla: ['ok', 'paused', 'none'], source: ['mail'] },
  { category: ['technical'], createdFrom: '2026-03-01T00:00:00.000Z', updatedTo: '2026-05-01T00:00:00.000Z' },
  { dueBefore: '2026-05-06T12:00:00.000Z', status: open },
];
const searches = ['heating', 'flat 3', '"ordered the right part"', 'facture', 'müll', 'HC-1042', 'nothing like it'];

interface Place {
  store: CaseStore;
  readModel: ReadModel;
  close(): Promise<void>;
}

/** A process of the product on a store, with its lists and its search file in a folder of its own. */
async function openPlace(place: TablesPlace, shards: number, dataDir: string): Promise<Place> {
  mkdirSync(dataDir, { recursive: true });
  const tables = await openTablesAt(place);
  const { completion, ...world } = await readWorld(loadConfig({}), tables, clock.nowMs());
  const store = await openCaseStore({ backend: tables, blobs: new MemoryBlobs(), shards, completion });
  if ((await store.heads()).every((head) => head === 0)) {
    const deps = { ...world, store, numbers: new TableCaseNumbers(tables, clock) };
    const decisions = new TableMailDecisions(tables);
    await writeCases({ ...deps, decisions }, { cases: count, mails: null }, { cases: 0, messages: 0 }, 64);
  }
  const readModel = openReadModel({ dataDir, store, clock, log });
  await readModel.start();
  return {
    store,
    readModel,
    async close() {
      await readModel.stop();
      await tables.close();
    },
  };
}

async function pagesOf({ readModel }: Place, filter: CaseFilter, sort: CaseSort) {
  const found: { total: number; ids: string[]; snippets: string[] } = { total: 0, ids: [], snippets: [] };
  for (let after: string | undefined; ; ) {
    const page = await readModel.index.find(filter, sort, { limit: 37, ...(after !== undefined && { after }) });
    found.total = page.total;
    found.ids.push(...page.cases.map(({ id }) => id));
    found.snippets.push(...page.cases.map(({ snippet = '' }) => snippet));
    after = page.next;
    if (after === undefined) return found;
  }
}

async function everything(place: Place) {
  while ((await place.readModel.state()).text.indexed !== null) await sleep(20);
  await place.readModel.indexTexts();
  const answers: unknown[] = [];
  for (const filter of filters) {
    for (const key of caseSortKeys.filter((one) => one !== 'relevance')) {
      for (const descending of [false, true]) answers.push(await pagesOf(place, filter, { key, descending }));
    }
  }
  for (const q of searches) {
    answers.push(await pagesOf(place, { q }, { key: 'relevance', descending: false }));
    answers.push(await pagesOf(place, { q, status: open }, { key: 'updated', descending: true }));
  }
  return answers;
}

/** The cases that are not closed as memory knows them, and as the store says. */
async function notClosed({ store, readModel }: Place): Promise<{ known: NotClosedCase[]; stored: NotClosedCase[] }> {
  const stored: NotClosedCase[] = [];
  for (let shard = 0; shard < store.shardCount; shard++) {
    for (const { value } of await store.scan(shard, null, 1_000)) {
      if (value.status === 'closed') continue;
      const { id, status, assignee, team, sla, ai } = value;
      const levelMs = sla === null ? Number.POSITIVE_INFINITY : nextLevel(sla);
      const { dueMs } = standing(value);
      stored.push({ id, status, assignee, team, analysed: ai !== null, dueMs, levelMs, basis: sla?.basis ?? '' });
    }
  }
  const byId = (a: NotClosedCase, b: NotClosedCase) => (a.id < b.id ? -1 : 1);
  return { known: [...readModel.index.notClosed()].flat().sort(byId), stored: stored.sort(byId) };
}

async function changeSome(store: CaseStore, ids: string[]): Promise<void> {
  for (const [n, id] of ids.entries()) {
    await store.transact(id, `change-${id}`, async (tx) => {
      const found = await tx.case(id);
      assert.ok(found !== undefined);
      const updatedAt = new Date(clock.nowMs() - n * 60_000).toISOString();
      const subject = `Nothing like it ${n}`;
      tx.putCase({ ...found.value, subject, tags: ['leak'], assignee: null, updatedAt });
      tx.record(
        anEvent(id, { at: updatedAt, changes: [{ field: 'subject', from: found.value.subject, to: subject }] }),
      );
    });
  }
}

describe('Lists, totals and search', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'handyconnect-same-'));
  useAzurite('table');
  let azure: TablesPlace;
  let here: Place;
  let there: Place;
  const inFolder = (name: string) => path.join(folder, name);

  before(async () => {
    azure = { connection: tableConnectionString(await azuritePort('table')), prefix: freshName() };
    [here, there] = await Promise.all([
      openPlace({ path: inFolder('handyconnect.db') }, 4, inFolder('embedded')),
      openPlace(azure, 16, inFolder('azure')),
    ]);
  });
  after(async () => {
    await Promise.all([here.close(), there.close()]);
    rmSync(folder, { recursive: true, force: true });
  });

  it('are the same with the store in Azure as in one file, in every order and on every page', async () => {
    const [embedded, inAzure] = [await everything(here), await everything(there)];
    assert.deepEqual(inAzure, embedded);
    const first = embedded[0] as Awaited<ReturnType<typeof pagesOf>>;
    assert.deepEqual([first.total, first.ids.length, new Set(first.ids).size], [count, count, count]);
    const found = embedded.slice(-2 * searches.length) as (typeof first)[];
    assert.ok(
      found.filter(({ total, snippets }) => total > 0 && snippets[0]?.includes('\ue000')).length >= searches.length,
    );
    const value = async ({ store }: Place, id: string): Promise<SupportCase | undefined> =>
      (await store.get(id))?.value;
    for (const id of first.ids.slice(0, 20)) assert.deepEqual(await value(there, id), await value(here, id));
  });

  it('stay the same after changes, in the process that made them and in another one on the same account', async () => {
    const other = await openPlace(azure, 16, inFolder('other'));
    const { ids } = await pagesOf(here, {}, { key: 'number', descending: false });
    const some = ids.filter((_, n) => n % 9 === 0);
    await Promise.all([changeSome(here.store, some), changeSome(there.store, some)]);
    await Promise.all([here, there, other].map(({ readModel }) => readModel.tailer.catchUpAll()));
    const embedded = await everything(here);
    assert.equal(
      (await pagesOf(here, { q: 'nothing like it' }, { key: 'updated', descending: true })).total,
      some.length,
    );
    assert.deepEqual(await everything(there), embedded);
    assert.deepEqual(await everything(other), embedded);
    await other.close();
  });

  it('come back from the snapshot as they were', async () => {
    const before = await everything(there);
    await there.close();
    there = await openPlace(azure, 16, inFolder('azure'));
    assert.deepEqual(await everything(there), before);
    assert.deepEqual(before, await everything(here));
    const { known, stored } = await notClosed(there);
    assert.deepEqual(known, stored);
    assert.ok(known.length > 10 && known.some(({ levelMs }) => levelMs < Infinity));
  });
});
