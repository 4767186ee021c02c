import assert from 'node:assert/strict';
import { TableAiRetries } from '../../../../backend/adapters/store/ai-retries.ts';
import { TableAiSpending } from '../../../../backend/adapters/store/ai-spending.ts';
import { TableKnowledgeStore } from '../../../../backend/adapters/store/knowledge-store.ts';
import { TableLearnedModels } from '../../../../backend/adapters/store/learned-models.ts';
import { isFailure } from '../../../../backend/domain/failure.ts';
import type { TableBackend } from '../../../../backend/ports/table-backend.ts';
import { anArticle } from '../../../builders/article.ts';
import { FlakyTables, type Mishap } from '../../../fakes/flaky-tables.ts';
import { MemoryBlobs } from '../../../fakes/memory-blobs.ts';
import { MemoryTables } from '../../../fakes/memory-tables.ts';

const day = '2026-11-24';
function everyThirdLost(): () => Mishap {
  let commits = 0;
  return () => {
    commits += 1;
    return commits % 3 === 0 ? 'lost-after' : commits % 5 === 0 ? 'lost-before' : 'none';
  };
}

const backends: [string, () => TableBackend][] = [
  ['memory', () => new MemoryTables()],
  ['a backend that loses answers', () => new FlakyTables(new MemoryTables(), everyThirdLost())],
];

describe('What is stored for the analyst', () => {
  for (const [name, open] of backends) {
    describe(`over ${name}`, () => {
      it('tokens never go over the limit however many ask at once, and are counted once', async () => {
        const backend = open();
        const replicas = [new TableAiSpending(backend), new TableAiSpending(backend)];
        const granted = await Promise.all(
          Array.from({ length: 20 }, (_, n) => replicas[n % 2]?.reserve(day, 100, 750, 10_000)),
        );
        const [one] = replicas;
        assert.ok(one);
        const count = granted.filter(Boolean).length;
        assert.ok(count <= 7, `${count} were granted`);
        for (let n = 0; n < count; n += 1) await one.settle(day, 100, { input: 60, output: 10 }, 5, 'case-1');
        const [spent] = await one.ofDays(day, day);
        assert.deepEqual([spent?.calls, spent?.input, spent?.output], [count, 60 * count, 10 * count]);
        assert.equal((await one.ofCase('case-1'))?.costMicros, 5 * count);
        assert.equal(await one.ofCase('case-2'), null);
      });

      it('an article is created once, and only one of two writers wins', async () => {
        const store = new TableKnowledgeStore(open());
        const made = await store.create(anArticle());
        assert.deepEqual(await store.create(anArticle({ title: 'Another' })), made);
        const writes = await Promise.allSettled(
          ['A', 'B'].map((title) => store.replace(anArticle({ title }), made.etag)),
        );
        assert.deepEqual(writes.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
        const now = await store.get(made.value.id);
        await assert.rejects(store.remove(made.value.id, made.etag), (error) => isFailure(error, 'stale'));
        await store.remove(made.value.id, now?.etag ?? '');
        assert.deepEqual(await store.all(), []);
      });

      it('a case to be asked about again waits its time and is forgotten when done', async () => {
        const retries = new TableAiRetries(open());
        await retries.note('case-1', 1_000);
        await retries.note('case-1', 9_000);
        assert.deepEqual(await retries.due(999, 10), []);
        assert.deepEqual(await retries.due(1_000, 10), [{ caseId: 'case-1', attempts: 0 }]);
        await retries.again('case-1', 1, 5_000);
        assert.deepEqual(await retries.due(5_000, 10), [{ caseId: 'case-1', attempts: 1 }]);
        await retries.done('case-1');
        assert.deepEqual(await retries.due(9_999, 10), []);
      });

      it('the latest learned model is named, and its bytes come back as they were', async () => {
        const models = new TableLearnedModels(open(), new MemoryBlobs());
        assert.equal(await models.latest(), null);
        const category = { corrections: 20, kept: 4, before: 0.4, after: 0.9, byLabel: { parking: 20 }, taken: true };
        const figures = { category };
        const note = await models.keep({ bytes: new Uint8Array([1, 2, 3]), figures }, '2026-11-24T10:00:00.000Z');
        assert.deepEqual(await models.latest(), note);
        assert.deepEqual([...(await models.bytes(note))], [1, 2, 3]);
      });
    });
  }
});
