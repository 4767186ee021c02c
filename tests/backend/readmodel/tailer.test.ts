import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { WorkerTextIndex } from '../../../backend/adapters/search/text-index.ts';
import { openCaseStore, type TableCaseStore } from '../../../backend/adapters/store/case-store.ts';
import { system } from '../../../backend/domain/access/actor.ts';
import type { CaseMessage, SupportCase } from '../../../backend/domain/case/case.ts';
import type { CaseFilter, CaseSort } from '../../../backend/ports/case-index.ts';
import type { Snapshots } from '../../../backend/ports/snapshots.ts';
import { MemoryCaseIndex } from '../../../backend/readmodel/case-index.ts';
import { Tailer } from '../../../backend/readmodel/tailer.ts';
import { TextFeed } from '../../../backend/readmodel/text-feed.ts';
import { aCase } from '../../builders/case.ts';
import { KeptSnapshot } from '../../fakes/kept-snapshot.ts';
import { MemoryBlobs } from '../../fakes/memory-blobs.ts';
import { MemoryTables } from '../../fakes/memory-tables.ts';
import { TestClock } from '../../fakes/test-clock.ts';
import { TestLog } from '../../fakes/test-log.ts';

const byNumber: CaseSort = { key: 'number', descending: false };

async function newStore(): Promise<TableCaseStore> {
  return openCaseStore({ backend: new MemoryTables(), blobs: new MemoryBlobs(), shards: 4 });
}

async function write(
  store: TableCaseStore,
  value: SupportCase,
  field = 'status',
  message?: CaseMessage,
): Promise<void> {
  await store.transact(value.id, `write|${value.id}`, async (tx) => {
    tx.putCase(value);
    if (message !== undefined) tx.addMessage(message);
    tx.record({
      kind: message === undefined ? 'case.changed' : 'message.added',
      caseId: value.id,
      at: '2026-11-24T15:00:00.000Z',
      actor: system,
      changes: [{ field, from: null, to: null }],
      messageId: message?.id ?? null,
      mail: null,
      reason: null,
    });
  });
}

function aMessage(value: SupportCase, visibleText: string): CaseMessage {
  return {
    id: `m-${visibleText.length}`,
    caseId: value.id,
    direction: 'inbound',
    from: null,
    to: [],
    cc: [],
    subject: '',
    visibleText,
    hasQuoted: false,
    safeHtml: '',
    at: '2026-11-24T15:00:00.000Z',
    attachments: [],
    internetMessageId: null,
    graph: null,
    automatic: false,
    threadedBy: { rule: 'by_hand', why: '' },
  };
}

/** A replica: index and tailer over a store, counting how many cases it had to read when it started. */
async function replica(store: TableCaseStore, snapshots?: Snapshots) {
  let scanned = 0;
  const counting = new Proxy(store, {
    get(target, name) {
      const member = Reflect.get(target, name, target) as unknown;
      if (typeof member !== 'function') return member;
      if (name !== 'scan') return member.bind(target);
      return async (...args: Parameters<TableCaseStore['scan']>) => {
        const page = await target.scan(...args);
        scanned += page.length;
        return page;
      };
    },
  });
  const index = new MemoryCaseIndex(new TestClock('2026-11-24T15:00:00.000Z'));
  const tailer = new Tailer(counting, index, new TestLog(), snapshots);
  await tailer.start();
  const list = async (filter: CaseFilter = {}) => {
    const { cases } = await index.find(filter, byNumber, { limit: 200 });
    return cases.map(({ id }) => id);
  };
  return { index, tailer, list, scanned: () => scanned };
}

describe('A replica of the read model', () => {
  const cases = Array.from({ length: 60 }, (_, n) =>
    aCase({
      id: n.toString(16).padStart(4, '0').repeat(6),
      assignee: n % 3 === 0 ? 'ana' : null,
      tags: ['leak', 'vip'],
    }),
  );
  const ids = cases.map(({ id }) => id);

  async function filledStore(): Promise<TableCaseStore> {
    const store = await newStore();
    for (const value of cases) await write(store, value);
    return store;
  }

  it('starts from its snapshot and reads only what came since', async () => {
    const store = await filledStore();
    const snapshots = new KeptSnapshot();
    const first = await replica(store, snapshots);
    assert.deepEqual(await first.list(), ids);
    assert.equal(first.scanned(), 60);
    first.tailer.stop();
    await write(store, { ...(cases[0] as SupportCase), status: 'resolved' });
    const second = await replica(store, snapshots);
    assert.equal(second.scanned(), 0);
    assert.deepEqual(await second.list(), ids);
    assert.deepEqual(await second.list({ status: ['resolved'] }), [ids[0]]);
    assert.deepEqual(
      await second.list({ assignee: ['ana'], tag: ['vip'] }),
      ids.filter((_, n) => n % 3 === 0),
    );
    second.tailer.stop();
  });

  it('builds anew from a snapshot that is damaged, cut short, of another store, or ahead of the log', async () => {
    const store = await filledStore();
    const snapshots = new KeptSnapshot();
    (await replica(store, snapshots)).tailer.stop();
    const good = snapshots.bytes as Uint8Array;
    const damaged = Uint8Array.from(good);
    damaged[good.length >> 1] = (damaged[good.length >> 1] ?? 0) ^ 1;
    for (const bytes of [damaged, good.subarray(0, good.length - 40), new Uint8Array(), Buffer.from('HCRM')]) {
      const again = await replica(store, Object.assign(new KeptSnapshot(), { bytes }));
      assert.equal(again.scanned(), 60);
      assert.deepEqual(await again.list(), ids);
      again.tailer.stop();
    }
    const other = await newStore();
    await write(other, cases[5] as SupportCase);
    const elsewhere = await replica(other, Object.assign(new KeptSnapshot(), { bytes: good }));
    assert.deepEqual(await elsewhere.list(), [ids[5]]);
    elsewhere.tailer.stop();
  });

  it('waits for what another process has committed, and not for ever', async () => {
    const store = await filledStore();
    const { tailer, list } = await replica(store);
    tailer.stop();
    await write(store, { ...(cases[1] as SupportCase), status: 'closed' });
    const [shard, seq] = ((await store.get(ids[1] as string))?.etag ?? '').split('-').map(Number);
    assert.deepEqual(await list({ status: ['closed'] }), []);
    await tailer.reach(shard as number, seq as number);
    assert.deepEqual(await list({ status: ['closed'] }), [ids[1]]);
    const startedMs = performance.now();
    await tailer.reach(shard as number, (seq as number) + 1_000);
    assert.ok(performance.now() - startedMs > 900);
  });
});

describe('Text of the cases', function () {
  this.timeout(30_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'handyconnect-texts-'));
  const value = aCase({ subject: 'Cold radiators', tags: ['vip'] });
  const other = aCase({ subject: 'Radiators leak', status: 'closed', priority: 'low' });
  let store: TableCaseStore;

  async function searching() {
    const texts = new TextFeed(store, new WorkerTextIndex(path.join(folder, 'search.db')), new TestLog());
    const index = new MemoryCaseIndex(new TestClock('2026-11-24T15:00:00.000Z'), texts);
    const tailer = new Tailer(store, index, new TestLog());
    await tailer.start();
    await texts.start(tailer);
    const find = (q: string, filter: CaseFilter = {}, key: CaseSort['key'] = 'relevance') =>
      index.find({ q, ...filter }, { key, descending: false }, { limit: 10 });
    const stop = async () => {
      tailer.stop();
      await texts.stop();
    };
    return { find, stop };
  }

  before(async () => {
    store = await newStore();
    await write(store, value, 'subject', aMessage(value, 'It has been freezing since Tuesday'));
    await write(store, other);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('is found with any filter and sort, with what was written shown', async () => {
    const { find, stop } = await searching();
    assert.equal((await find('radiators')).total, 2);
    assert.deepEqual(
      (await find('radiators', { status: ['closed'] }, 'due')).cases.map(({ id }) => id),
      [other.id],
    );
    const [hit] = (await find('tuesday')).cases;
    assert.equal(hit?.id, value.id);
    assert.equal(hit.snippet, 'It has been freezing since \ue000Tuesday\ue001');
    assert.equal((await find('nothing of the kind')).total, 0);
    await stop();
  });

  it('follows every change, over restarts too', async () => {
    const first = await searching();
    await write(store, { ...value, subject: 'Warm again' }, 'subject', aMessage(value, 'The plumber came'));
    for (let n = 0; n < 200 && (await first.find('plumber')).total === 0; n++) await new Promise(setImmediate);
    assert.equal((await first.find('plumber')).total, 1);
    await first.stop();
    await write(store, { ...other, subject: 'Dry at last' }, 'subject');
    const second = await searching();
    assert.equal((await second.find('dry')).total, 1);
    assert.equal((await second.find('leak')).total, 0);
    assert.equal((await second.find('plumber warm')).total, 1);
    await second.stop();
  });
});
