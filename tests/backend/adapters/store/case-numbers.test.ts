import assert from 'node:assert/strict';
import { TableCaseNumbers } from '../../../../backend/adapters/store/case-numbers.ts';
import { FlakyTables, randomMishaps } from '../../../fakes/flaky-tables.ts';
import { MemoryTables } from '../../../fakes/memory-tables.ts';
import { TestClock } from '../../../fakes/test-clock.ts';

describe('Case numbers', () => {
  it('follow one another on a quiet desk, over restarts too', async () => {
    const [backend, clock] = [new MemoryTables(), new TestClock()];
    const given: string[] = [];
    for (let day = 0; day < 3; day++) {
      const numbers = new TableCaseNumbers(backend, clock);
      for (let i = 0; i < 2; i++) {
        given.push(await numbers.next());
        clock.advance(60_000);
      }
    }
    assert.deepEqual(given, ['HC-1001', 'HC-1002', 'HC-1003', 'HC-1004', 'HC-1005', 'HC-1006']);
  });

  it('come without gaps and mostly from memory in a storm', async () => {
    const [inner, clock] = [new MemoryTables(), new TestClock()];
    let commits = 0;
    const backend = new FlakyTables(inner, () => {
      commits++;
      return 'none';
    });
    const numbers = new TableCaseNumbers(backend, clock);
    const given = await Promise.all(Array.from({ length: 1_000 }, () => numbers.next()));
    assert.deepEqual(
      given,
      Array.from({ length: 1_000 }, (_, i) => `HC-${1_001 + i}`),
    );
    assert.ok(commits < 30, `${commits} commits`);
  });

  it('are never given twice when several count at once and answers are lost', async () => {
    const [backend, clock] = [new FlakyTables(new MemoryTables(), randomMishaps(5, 0.2)), new TestClock()];
    const counters = Array.from({ length: 4 }, () => new TableCaseNumbers(backend, clock));
    const given = await Promise.all(Array.from({ length: 400 }, (_, i) => counters[i % 4]?.next()));
    assert.equal(new Set(given).size, 400);
  });
});
