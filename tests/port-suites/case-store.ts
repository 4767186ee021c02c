import assert from 'node:assert/strict';
import { openCaseStore, type TableCaseStore } from '../../backend/adapters/store/case-store.ts';
import { cryptoIds } from '../../backend/adapters/system/ids.ts';
import type { CaseEvent, SupportCase } from '../../backend/domain/case/case.ts';
import { Failure, isFailure } from '../../backend/domain/failure.ts';
import type { TableBackend } from '../../backend/ports/table-backend.ts';
import { aCase } from '../builders/case.ts';
import { aFate, aMessage, anEvent } from '../builders/stored.ts';
import { MemoryBlobs } from '../fakes/memory-blobs.ts';
import { freshName } from '../support/azurite.ts';
import type { OpenBackend } from './table-backend.ts';

/** What the case store promises over any backend, however unreliable. Each test has a tenant of its own. */
export function caseStoreSuite(name: string, open: OpenBackend): void {
  describe(`The case store over ${name}`, function () {
    this.timeout(60_000);
    const backends: TableBackend[] = [];
    let blobs: MemoryBlobs;
    let tenant: string;

    beforeEach(() => {
      tenant = freshName();
      blobs = new MemoryBlobs();
    });
    after(() => Promise.all(backends.map((backend) => backend.close())));

    /** Another process on the same data, as far as the store can tell. */
    async function openStore(shards = 2): Promise<TableCaseStore> {
      const backend = await open();
      backends.push(backend);
      return openCaseStore({ backend, blobs, tenant, shards, announceCommits: true });
    }

    const newCase = (fields: Partial<SupportCase> = {}) => aCase({ id: cryptoIds.caseId(), ...fields });
    const create = (store: TableCaseStore, value: SupportCase) =>
      store.transact(value.id, `open|${value.id}`, async (tx) => {
        tx.putCase(value);
        tx.addMessage(aMessage(value.id));
        tx.record(anEvent(value.id, { kind: 'case.opened' }));
      });
    const rename = (store: TableCaseStore, id: string, opId: string, suffix: string) =>
      store.transact(id, opId, async (tx) => {
        const found = await tx.case(id);
        assert.ok(found);
        tx.putCase({ ...found.value, subject: `${found.value.subject}${suffix}` });
        tx.record(anEvent(id));
      });

    async function wholeLog(store: TableCaseStore): Promise<CaseEvent[]> {
      const shards = Array.from({ length: store.shardCount }, (_, shard) => shard);
      return (await Promise.all(shards.map((shard) => store.tail(shard, 0, 5_000)))).flat();
    }

    async function assertNoGaps(store: TableCaseStore, expected: number): Promise<CaseEvent[]> {
      const heads = await store.heads();
      const events = await wholeLog(store);
      for (const [shard, head] of heads.entries()) {
        const seqs = events.filter((e) => e.shard === shard).map((e) => e.seq);
        assert.deepEqual(
          seqs,
          Array.from({ length: head }, (_, i) => i + 1),
        );
      }
      assert.equal(events.length, expected);
      return events;
    }

    it('gives back a case with its messages and history', async () => {
      const store = await openStore();
      const value = newCase();
      await create(store, value);
      const found = await store.get(value.id);
      assert.deepEqual(found?.value, value);
      assert.deepEqual(await store.messages(value.id), [aMessage(value.id)]);
      const history = await store.history(value.id);
      const { number, subject, customer, participants, mailbox, source, linked } = value;
      assert.deepEqual(history, [
        {
          ...anEvent(value.id, { kind: 'case.opened' }),
          opened: { number, subject, customer, participants, mailbox, source, linked },
          shard: store.shardOf(value.id),
          seq: 1,
          opId: `open|${value.id}`,
        },
      ]);
    });

    it('knows nothing of an id that is none', async () => {
      const store = await openStore();
      for (const id of ['abcdef0123456789abcdef01', '', '../x', "a'b", 'zzzz']) {
        assert.equal(await store.get(id), undefined);
      }
      assert.deepEqual(await store.history('abcdef0123456789abcdef01'), []);
      assert.deepEqual(await store.messages('abcdef0123456789abcdef01'), []);
    });

    it('keeps the number of shards it was created with', async () => {
      await openStore(3);
      assert.equal((await openStore(16)).shardCount, 3);
    });

    it('changes the etag with each write of the case, and shows the same one everywhere', async () => {
      const [store, replica] = [await openStore(), await openStore()];
      const value = newCase();
      await create(store, value);
      const etags = [(await store.get(value.id))?.etag];
      for (let i = 0; i < 3; i++) {
        await rename(i % 2 === 0 ? replica : store, value.id, `rename|${i}`, '.');
        const etag = (await store.get(value.id))?.etag;
        assert.equal((await replica.get(value.id))?.etag, etag);
        etags.push(etag);
      }
      assert.equal(new Set(etags).size, 4);
      assert.match(etags[3] ?? '', /^\d+-\d+$/);
      const [scanned] = await store.scan(store.shardOf(value.id), null, 10);
      assert.equal(scanned?.etag, etags[3]);
      assert.equal((await store.history(value.id)).length, 4);
    });

    it('keeps the row of a case small however long its history grows, and forgets nothing of it', async () => {
      const store = await openStore();
      const value = newCase();
      await create(store, value);
      for (let i = 0; i < 10; i++) {
        await Promise.all(Array.from({ length: 20 }, (_, n) => rename(store, value.id, `again|${i}|${n}`, '')));
      }
      const history = await store.history(value.id);
      assert.equal(history.length, 201);
      assert.deepEqual(
        history.map((event) => event.seq),
        history.map((event) => event.seq).sort((a, b) => a - b),
      );
      const backend = backends.at(-1) as TableBackend;
      const shard = `s${String(store.shardOf(value.id)).padStart(2, '0')}`;
      const row = await backend.get({ table: 'core', key: `${tenant}|${shard}` }, `c|${value.id}`);
      const log = row?.value.log;
      assert.ok(Array.isArray(log) && log.length <= 64);
    });

    it('leaves everything as it was when the story throws, and tells why', async () => {
      const store = await openStore();
      const value = newCase();
      const refused = store.transact(value.id, 'op', async (tx) => {
        tx.putCase(value);
        tx.record(anEvent(value.id));
        throw new Failure('forbidden', 'No.');
      });
      await assert.rejects(refused, (e) => isFailure(e, 'forbidden'));
      assert.equal(await store.get(value.id), undefined);
      assert.deepEqual(await store.heads(), [0, 0]);
    });

    it('lets only the faulty ones fail among transactions that wait together', async () => {
      const store = await openStore(1);
      const cases = Array.from({ length: 30 }, () => newCase());
      const results = await Promise.allSettled(
        cases.map((value, i) =>
          store.transact(value.id, `op|${i}`, async (tx) => {
            tx.putCase(value);
            if (i % 3 === 0) tx.record(anEvent(value.id));
            if (i % 3 === 1) tx.addMessage(aMessage(value.id, { id: 'a/b' }));
            if (i % 3 === 1) tx.record(anEvent(value.id));
            // The third kind writes without an event.
          }),
        ),
      );
      assert.equal(results.filter((r) => r.status === 'fulfilled').length, 10);
      assert.ok(results.every((r) => r.status === 'fulfilled' || isFailure(r.reason, 'invalid')));
      await assertNoGaps(store, 10);
    });

    it('refuses a case of another shard within a transaction', async () => {
      const store = await openStore(2);
      const here = '000000000000000000000000';
      const there = '000100000000000000000000';
      const crossing = store.transact(here, 'op', async (tx) => tx.case(there));
      await assert.rejects(crossing, (e) => isFailure(e, 'invalid'));
    });

    it('commits a transaction without writes without a trace', async () => {
      const store = await openStore();
      const value = newCase();
      assert.equal(await store.transact(value.id, 'look', async (tx) => (await tx.case(value.id)) ?? 'none'), 'none');
      assert.deepEqual(await store.heads(), [0, 0]);
    });

    it('loses nothing and doubles nothing when many cases come at once through several stores', async () => {
      const stores = [await openStore(), await openStore(), await openStore()];
      const cases = Array.from({ length: 90 }, () => newCase());
      await Promise.all(cases.map((value, i) => create(stores[i % 3] as TableCaseStore, value)));
      const reader = await openStore();
      const events = await assertNoGaps(reader, 90);
      assert.equal(new Set(events.map((e) => e.opId)).size, 90);
      const scanned = (await Promise.all([0, 1].map((shard) => reader.scan(shard, null, 1_000)))).flat();
      assert.deepEqual(scanned.map((c) => c.value.id).sort(), cases.map((c) => c.id).sort());
    });

    it('applies every one of many changes to one case, through several stores', async () => {
      const stores = [await openStore(), await openStore(), await openStore(), await openStore()];
      const value = newCase({ subject: '' });
      await create(stores[0] as TableCaseStore, value);
      await Promise.all(
        Array.from({ length: 40 }, (_, i) => rename(stores[i % 4] as TableCaseStore, value.id, `op|${i}`, `[${i}]`)),
      );
      const subject = (await stores[0]?.get(value.id))?.value.subject ?? '';
      assert.deepEqual(
        subject
          .match(/\d+/g)
          ?.map(Number)
          .sort((a, b) => a - b),
        Array.from({ length: 40 }, (_, i) => i),
      );
      const history = await (stores[1] as TableCaseStore).history(value.id);
      assert.equal(history.length, 41);
      assert.equal(new Set(history.map((e) => e.opId)).size, 41);
    });

    it('lets one of 20 people win who change the same version, and tells the others the current one', async () => {
      const stores = [await openStore(), await openStore(), await openStore()];
      const value = newCase();
      await create(stores[0] as TableCaseStore, value);
      const seen = (await stores[0]?.get(value.id))?.etag;
      const results = await Promise.allSettled(
        Array.from({ length: 20 }, (_, i) =>
          (stores[i % 3] as TableCaseStore).transact(value.id, `set|${i}`, async (tx) => {
            const current = await tx.case(value.id);
            assert.ok(current);
            if (current.etag !== seen) throw new Failure('stale', 'Changed meanwhile.', { current });
            tx.putCase({ ...current.value, subject: `winner ${i}` });
            tx.record(anEvent(value.id));
          }),
        ),
      );
      assert.equal(results.filter((r) => r.status === 'fulfilled').length, 1);
      const now = await stores[0]?.get(value.id);
      for (const result of results) {
        if (result.status === 'fulfilled') continue;
        assert.ok(isFailure(result.reason, 'stale'));
        assert.deepEqual(result.reason.current, now);
      }
    });

    it('writes the fate of a mail once', async () => {
      const [store, replica] = [await openStore(), await openStore()];
      const mailKey = cryptoIds.hash('<mail-1@customer.example>');
      const decide = (through: TableCaseStore, opId: string) =>
        through.transact(mailKey, opId, async (tx) => {
          tx.putFate(aFate(mailKey));
          tx.record(anEvent(null, { kind: 'mail.fated', mail: { mailKey, outcome: 'kept_apart' } }));
        });
      const results = await Promise.allSettled([
        ...[1, 2, 3].map((i) => decide(store, `a${i}`)),
        ...[1, 2, 3].map((i) => decide(replica, `b${i}`)),
      ]);
      assert.equal(results.filter((r) => r.status === 'fulfilled').length, 1);
      assert.ok(results.every((r) => r.status === 'fulfilled' || isFailure(r.reason, 'conflict')));
      assert.deepEqual(await store.fate(store.shardOf(mailKey), mailKey), aFate(mailKey));
      await assertNoGaps(store, 1);
    });

    it('remembers that a request was carried out, whatever its key looks like', async () => {
      const store = await openStore(1);
      const key = 'a/b?c#d\\e '.repeat(50);
      const value = newCase();
      const once = () =>
        store.transact(value.id, `post|${key}`, async (tx) => {
          const receipt = await tx.receipt(key);
          if (receipt !== undefined) return receipt.caseId;
          tx.putCase(value);
          tx.putReceipt(key, { requestHash: 'h', caseId: value.id });
          tx.record(anEvent(value.id, { kind: 'case.opened' }));
          return value.id;
        });
      assert.deepEqual(await Promise.all([once(), once(), once()]), [value.id, value.id, value.id]);
      await assertNoGaps(store, 1);
    });

    it('keeps long bodies beside the rows and gives them back whole', async () => {
      const store = await openStore();
      const value = newCase();
      const message = aMessage(value.id, {
        safeHtml: `<p>${'é😀'.repeat(200_000)}</p>`,
        visibleText: 'y'.repeat(30_001),
      });
      await store.transact(value.id, 'op', async (tx) => {
        tx.putCase(value);
        tx.addMessage(message);
        tx.addMessage(aMessage(value.id, { id: 'ff', at: '2026-11-24T12:00:00.000Z' }));
        tx.record(anEvent(value.id));
      });
      const messages = await store.messages(value.id);
      assert.deepEqual(
        messages.map((m) => m.id),
        ['ff', message.id],
      );
      assert.deepEqual(messages[1], message);
      assert.equal(blobs.stored.size, 2);
    });

    it('lets a reader follow the log in steps and page through the cases', async () => {
      const store = await openStore(1);
      for (let i = 0; i < 7; i++) await create(store, newCase());
      assert.deepEqual(
        (await store.tail(0, 2, 3)).map((e) => e.seq),
        [3, 4, 5],
      );
      assert.deepEqual(
        (await store.tail(0, 5, 10)).map((e) => e.seq),
        [6, 7],
      );
      assert.deepEqual(await store.tail(0, 7, 10), []);
      const first = await store.scan(0, null, 4);
      const rest = await store.scan(0, first.at(-1)?.value.id ?? null, 10);
      const ids = [...first, ...rest].map((c) => c.value.id);
      assert.equal(ids.length, 7);
      assert.deepEqual(ids, [...new Set(ids)].sort());
    });

    it('calls its followers after a commit, until they stop', async () => {
      const store = await openStore(1);
      const heard: number[] = [];
      const stop = store.onCommit((shard) => heard.push(shard));
      await create(store, newCase());
      await new Promise((resolve) => setImmediate(resolve));
      const before = heard.length;
      stop();
      await create(store, newCase());
      await new Promise((resolve) => setImmediate(resolve));
      assert.ok(before >= 1);
      assert.equal(heard.length, before);
    });

    it('tells other processes how far it has come', async () => {
      const [store, other] = [await openStore(1), await openStore(1)];
      for (let i = 0; i < 3; i++) await create(store, newCase());
      assert.deepEqual(await other.heads(), [3]);
      let heard: number[] = [];
      for (let tries = 1; tries < 100 && heard[0] !== (await store.heads())[0]; tries++) {
        // An announcement may be lost, but the next one makes up for it.
        if (tries % 10 === 0) await create(store, newCase());
        await new Promise((resolve) => setTimeout(resolve, 10));
        heard = await other.pollHeads();
      }
      assert.deepEqual(heard, await other.heads());
    });

    it('keeps two tenants apart', async () => {
      const store = await openStore(1);
      const value = newCase();
      await create(store, value);
      tenant = freshName();
      assert.equal(await (await openStore(1)).get(value.id), undefined);
    });
  });
}
