import assert from 'node:assert/strict';
import { isFailure } from '../../backend/domain/failure.ts';
import {
  afterPrefix,
  type CommitResult,
  type Partition,
  type RowOperation,
  type TableBackend,
} from '../../backend/ports/table-backend.ts';
import { freshName } from '../support/azurite.ts';

/** Opens another connection to the same data on every call. */
export type OpenBackend = () => Promise<TableBackend>;

/** What every `TableBackend` promises. The suite closes what it opens. */
export function tableBackendSuite(name: string, open: OpenBackend): void {
  describe(`${name} as a table backend`, function () {
    this.timeout(20_000);
    let first: TableBackend;
    let second: TableBackend;
    let partition: Partition;

    before(async () => {
      first = await open();
      second = await open();
    });
    after(async () => {
      await first.close();
      await second.close();
    });
    beforeEach(() => {
      partition = { table: 'core', key: `local|${freshName()}` };
    });

    const commit = (...operations: RowOperation[]) => first.commit(partition, operations);
    const value = async (row: string) => (await first.get(partition, row))?.value;

    describe('writing and reading', () => {
      it('gives back what was written, whatever text it holds', async () => {
        const written = {
          text: `é€😀 "\\ '}{ \u2028\u2029\u0000\u0001 \r\n--batch`,
          n: 1.5,
          none: null,
          list: [true, {}],
        };
        await commit({ kind: 'create', row: "a|b:c'd%20~", value: written });
        assert.deepEqual(await value("a|b:c'd%20~"), written);
      });

      it('answers nothing for a row that is not there', async () => {
        assert.equal(await first.get(partition, 'none'), undefined);
      });

      it('shows a commit to another connection at once', async () => {
        await commit({ kind: 'create', row: 'a', value: { n: 1 } });
        assert.deepEqual((await second.get(partition, 'a'))?.value, { n: 1 });
      });

      it('keeps tables and partitions apart', async () => {
        await commit({ kind: 'create', row: 'a', value: { n: 1 } });
        assert.equal(await first.get({ ...partition, table: 'link' }, 'a'), undefined);
        assert.equal(await first.get({ ...partition, key: `${partition.key}x` }, 'a'), undefined);
      });

      it('answers the etags of the rows written, and they are the ones read', async () => {
        await commit({ kind: 'create', row: 'gone', value: {} });
        const result = await commit(
          { kind: 'delete', row: 'gone' },
          { kind: 'create', row: 'a', value: { n: 1 } },
          { kind: 'upsert', row: 'b', value: { n: 2 } },
        );
        assert.deepEqual(Object.keys(etagsOf(result)).sort(), ['a', 'b']);
        assert.equal((await first.get(partition, 'a'))?.etag, etagsOf(result).a);
        assert.equal((await first.get(partition, 'b'))?.etag, etagsOf(result).b);
      });

      it('changes the etag with every write, even of the same value', async () => {
        const etags = new Set<string | undefined>();
        for (let i = 0; i < 5; i++) {
          etags.add(etagsOf(await commit({ kind: 'upsert', row: 'a', value: { n: 1 } })).a);
        }
        assert.equal(etags.size, 5);
      });

      it('replaces the whole value, so that nothing of a longer one is left', async () => {
        await commit({ kind: 'create', row: 'a', value: { text: 'x'.repeat(500_000) } });
        await commit({ kind: 'upsert', row: 'a', value: { text: 'y'.repeat(70_000) } });
        assert.deepEqual(await value('a'), { text: 'y'.repeat(70_000) });
        await commit({ kind: 'upsert', row: 'a', value: { n: 1 } });
        assert.deepEqual(await value('a'), { n: 1 });
      });

      it('keeps characters of two halves whole at every length', async () => {
        for (const length of [31_985, 31_986, 31_987, 31_988, 31_989, 31_990, 31_991]) {
          const text = `${'x'.repeat(length)}${'😀'.repeat(20)}`;
          await commit({ kind: 'upsert', row: 'a', value: { text } });
          assert.deepEqual(await value('a'), { text });
        }
      });
    });

    describe('conditions', () => {
      it('refuses to create a row that exists and names it', async () => {
        await commit({ kind: 'create', row: 'a', value: { n: 1 } });
        const result = await commit({ kind: 'create', row: 'a', value: { n: 2 } });
        assert.deepEqual(result, { kind: 'conflict', why: 'exists', row: 'a' });
        assert.deepEqual(await value('a'), { n: 1 });
      });

      it('replaces with the current etag and refuses an older one', async () => {
        const etag = etagsOf(await commit({ kind: 'create', row: 'a', value: { n: 1 } })).a ?? '';
        await commit({ kind: 'replace', row: 'a', value: { n: 2 }, ifMatch: etag });
        const result = await commit({ kind: 'replace', row: 'a', value: { n: 3 }, ifMatch: etag });
        assert.deepEqual(result, { kind: 'conflict', why: 'stale', row: 'a' });
        assert.deepEqual(await value('a'), { n: 2 });
      });

      it('calls the replacement of a row that is gone stale', async () => {
        const etag = etagsOf(await commit({ kind: 'create', row: 'a', value: {} })).a ?? '';
        await commit({ kind: 'delete', row: 'a' });
        const result = await commit({ kind: 'replace', row: 'a', value: {}, ifMatch: etag });
        assert.deepEqual(result, { kind: 'conflict', why: 'stale', row: 'a' });
      });

      it('deletes what is there and what is not, alone and together with others', async () => {
        await commit({ kind: 'create', row: 'a', value: {} });
        assert.equal((await commit({ kind: 'delete', row: 'a' })).kind, 'committed');
        assert.equal((await commit({ kind: 'delete', row: 'a' })).kind, 'committed');
        const mixed = await commit(
          { kind: 'delete', row: 'a' },
          { kind: 'create', row: 'b', value: { n: 1 } },
          { kind: 'delete', row: 'c' },
        );
        assert.deepEqual(Object.keys(etagsOf(mixed)), ['b']);
        assert.deepEqual(await value('b'), { n: 1 });
      });

      it('deletes on a condition, alone and together with others', async () => {
        const etag = etagsOf(await commit({ kind: 'create', row: "it's|1", value: {} }))["it's|1"] ?? '';
        const now = etagsOf(await commit({ kind: 'upsert', row: "it's|1", value: { n: 2 } }))["it's|1"] ?? '';
        const stale = { kind: 'conflict', why: 'stale', row: "it's|1" };
        assert.deepEqual(await commit({ kind: 'delete', row: "it's|1", ifMatch: etag }), stale);
        assert.deepEqual(
          await commit({ kind: 'create', row: 'b', value: {} }, { kind: 'delete', row: "it's|1", ifMatch: etag }),
          stale,
        );
        assert.equal(await value('b'), undefined);
        const done = await commit(
          { kind: 'delete', row: "it's|1", ifMatch: now },
          { kind: 'create', row: 'b', value: {} },
        );
        assert.equal(done.kind, 'committed');
        assert.equal(await value("it's|1"), undefined);
        assert.deepEqual(await commit({ kind: 'delete', row: "it's|1", ifMatch: now }), stale);
      });

      it('writes all operations or none', async () => {
        await commit({ kind: 'create', row: 'taken', value: {} }, { kind: 'create', row: 'old', value: { n: 1 } });
        const result = await commit(
          { kind: 'upsert', row: 'old', value: { n: 2 } },
          { kind: 'create', row: 'new', value: {} },
          { kind: 'create', row: 'taken', value: {} },
          { kind: 'delete', row: 'old2' },
        );
        assert.deepEqual(result, { kind: 'conflict', why: 'exists', row: 'taken' });
        assert.deepEqual(await value('old'), { n: 1 });
        assert.equal(await value('new'), undefined);
      });

      it('lets commits of the same turn succeed and fail each by itself', async () => {
        const results = await Promise.all(
          ['a', 'b', 'a', 'c', 'b'].map((row, n) => commit({ kind: 'create', row, value: { n } })),
        );
        assert.equal(results.filter((r) => r.kind === 'committed').length, 3);
        assert.equal(results.filter((r) => r.kind === 'conflict').length, 2);
        assert.equal((await first.range(partition, {})).length, 3);
      });
    });

    describe('ranges', () => {
      const rows = ['a|1', 'a|10', 'a|2', 'b', 'b|', 'b~', 'B', '0'];
      beforeEach(() => commit(...rows.map((row): RowOperation => ({ kind: 'create', row, value: { row } }))));
      const range = async (bounds: { from?: string; to?: string; limit?: number }) =>
        (await first.range(partition, bounds)).map((r) => r.row);

      it('orders by code unit', async () => {
        assert.deepEqual(await range({}), ['0', 'B', 'a|1', 'a|10', 'a|2', 'b', 'b|', 'b~']);
      });

      it('takes the lower bound in and leaves the upper bound out', async () => {
        assert.deepEqual(await range({ from: 'a|10', to: 'b|' }), ['a|10', 'a|2', 'b']);
        assert.deepEqual(await range({ from: 'b' }), ['b', 'b|', 'b~']);
        assert.deepEqual(await range({ to: 'a|10' }), ['0', 'B', 'a|1']);
      });

      it('finds everything that begins with a prefix', async () => {
        assert.deepEqual(await range({ from: 'a|', to: afterPrefix('a|') }), ['a|1', 'a|10', 'a|2']);
      });

      it('gives values and etags as a single read does', async () => {
        const [row] = await first.range(partition, { from: 'b', limit: 1 });
        assert.deepEqual(row, await first.get(partition, 'b'));
      });

      it('answers at most the limit, and a page can go on where the last one ended', async () => {
        assert.deepEqual(await range({ limit: 3 }), ['0', 'B', 'a|1']);
        assert.deepEqual(await range({ from: 'a|1 ', limit: 3 }), ['a|10', 'a|2', 'b']);
      });

      it('is empty where nothing is', async () => {
        assert.deepEqual(await range({ from: 'x', to: 'y' }), []);
        assert.deepEqual(await first.range({ table: 'sync', key: 'local|nobody' }, {}), []);
      });
    });

    it('reads more rows than one page of the service holds', async () => {
      for (let page = 0; page < 12; page++) {
        const operations = Array.from({ length: 100 }, (_, i): RowOperation => {
          return { kind: 'create', row: String(page * 100 + i).padStart(6, '0'), value: {} };
        });
        assert.equal((await first.commit(partition, operations)).kind, 'committed');
      }
      assert.equal((await first.range(partition, {})).length, 1_000);
      const all = await first.range(partition, { limit: 5_000 });
      assert.equal(all.length, 1_200);
      assert.equal(all.at(-1)?.row, '001199');
    });

    describe('keys and limits', () => {
      const badKeys = ['', 'a/b', 'a\\b', 'a#b', 'a?b', 'a\tb', 'a\u0000', 'a\u0085', `${'é'.repeat(127)}xx`, '\ud800'];
      for (const key of badKeys) {
        it(`refuses the key ${JSON.stringify(key).slice(0, 20)}`, async () => {
          await assert.rejects(commit({ kind: 'upsert', row: key, value: {} }), (e) => isFailure(e, 'invalid'));
          await assert.rejects(first.get(partition, key), (e) => isFailure(e, 'invalid'));
          await assert.rejects(first.get({ table: 'core', key }, 'a'), (e) => isFailure(e, 'invalid'));
          await assert.rejects(first.range({ table: 'core', key }, {}), (e) => isFailure(e, 'invalid'));
        });
      }

      it('allows keys of 255 bytes', async () => {
        const row = 'k'.repeat(255);
        assert.equal((await commit({ kind: 'create', row, value: { n: 1 } })).kind, 'committed');
        assert.deepEqual(await value(row), { n: 1 });
      });

      it('takes 100 operations and refuses 101, none, and two on one row', async () => {
        const some = (count: number) =>
          Array.from({ length: count }, (_, i): RowOperation => ({ kind: 'upsert', row: `r${i}`, value: {} }));
        assert.equal((await commit(...some(100))).kind, 'committed');
        await assert.rejects(commit(...some(101)), (e) => isFailure(e, 'invalid'));
        await assert.rejects(commit(), (e) => isFailure(e, 'invalid'));
        await assert.rejects(commit(...some(1), ...some(1)), (e) => isFailure(e, 'invalid'));
      });

      it('takes a row of 900,000 bytes and refuses one more', async () => {
        const text = 'é'.repeat((900_000 - '{"t":""}'.length) / 2);
        assert.equal((await commit({ kind: 'create', row: 'a', value: { t: text } })).kind, 'committed');
        assert.deepEqual(await value('a'), { t: text });
        await assert.rejects(commit({ kind: 'create', row: 'b', value: { t: `${text}x` } }), (e) =>
          isFailure(e, 'too-large'),
        );
      });

      it('takes a commit of nearly 2,000,000 bytes and refuses more', async () => {
        const large = (row: string, bytes: number): RowOperation => ({
          kind: 'create',
          row,
          value: { t: '"'.repeat(bytes / 2) },
        });
        assert.equal((await commit(large('a', 890_000), large('b', 890_000), large('c', 210_000))).kind, 'committed');
        await assert.rejects(commit(large('d', 890_000), large('e', 890_000), large('f', 222_000)), (e) =>
          isFailure(e, 'too-large'),
        );
        assert.equal(await value('d'), undefined);
      });
    });

    it('lets exactly one of two connections win each round', async () => {
      await commit({ kind: 'create', row: 'counter', value: { n: 0 } });
      const add = async (backend: TableBackend) => {
        for (let added = 0; added < 15; ) {
          const row = await backend.get(partition, 'counter');
          assert.ok(row);
          const n = Number(row.value.n) + 1;
          const operation: RowOperation = { kind: 'replace', row: 'counter', value: { n }, ifMatch: row.etag };
          const result = await backend.commit(partition, [operation]);
          if (result.kind === 'committed') added++;
          else assert.equal(result.kind, 'conflict');
        }
      };
      await Promise.all([add(first), add(second), add(first), add(second)]);
      assert.deepEqual(await value('counter'), { n: 60 });
    });

    it('answers a ping', async () => {
      await first.ping();
    });
  });
}

function etagsOf(result: CommitResult): Record<string, string> {
  assert.equal(result.kind, 'committed');
  return result.kind === 'committed' ? result.etags : {};
}
