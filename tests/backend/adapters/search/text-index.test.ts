import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { WorkerTextIndex } from '../../../../backend/adapters/search/text-index.ts';
import type { CaseText } from '../../../../backend/ports/text-index.ts';

function aText(row: number, fields: Partial<CaseText> = {}): CaseText {
  return { row, number: `HC-${row}`, subject: '', summary: '', names: '', body: '', ...fields };
}

describe('Text search', function () {
  this.timeout(30_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'handyconnect-search-'));
  const file = path.join(folder, 'search.db');
  let index = new WorkerTextIndex(file);

  before(() =>
    index.put(
      [
        aText(1001, { subject: 'Doppelte Abbuchung für Müller', names: 'Nadia Haddad nadia.haddad@example.com' }),
        aText(1002, { body: 'The boiler is cold since Monday, and 東京都の天気 is bad.' }),
        aText(1003, { summary: 'Two boilers stand in the cellar', body: '안녕하세요 세계' }),
        aText(1004, { subject: 'boiler boiler boiler', body: 'boiler' }),
      ],
      [
        { seq: 7, opId: 'a' },
        { seq: 0, opId: '' },
      ],
    ),
  );

  after(async () => {
    await index.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function found(q: string): Promise<number[]> {
    const { total, ranked } = await index.hits(q);
    assert.equal(ranked?.length, total);
    assert.deepEqual([...(await index.rows(q))].sort(), [...(ranked ?? [])].sort());
    return [...(ranked ?? [])].sort();
  }

  const questions: [string, string, number[]][] = [
    ['folds accents and letter case', 'MULLER abbuchung', [1001]],
    ['takes the last word for the beginning of one', 'boil', [1002, 1003, 1004]],
    ['takes other words as they are', 'boil cold', []],
    ['looks for a phrase in its order', '"is cold since"', [1002]],
    ['finds no phrase in another order', '"cold is"', []],
    ['finds an unfinished quotation', '"boiler is', [1002]],
    ['finds a case by its number', 'hc-1003', [1003]],
    ['finds a case by the digits of its number', '1003', [1003]],
    ['finds an address', 'nadia.haddad@example.com', [1001]],
    ['finds a word in a script without spaces', '京都', [1002]],
    ['finds one character of such a script', '天', [1002]],
    ['knows that characters apart are no word', '京天', []],
    ['finds a syllable of Hangul', '세계', [1003]],
    ['finds nothing where nothing is asked', ' *"" - ', []],
  ];
  for (const [what, q, rows] of questions) {
    it(`${what}: ${q}`, async () => assert.deepEqual(await found(q), rows));
  }

  it('puts first where the word occurs most', async () => {
    assert.deepEqual([...((await index.hits('boiler ')).ranked ?? [])], [1004, 1002]);
  });

  it('goes through hits from the newest down', async () => {
    assert.deepEqual([...(await index.newest('boil', 1004, 5))], [1003, 1002]);
    assert.deepEqual([...(await index.newest('boil', Number.MAX_SAFE_INTEGER, 2))], [1004, 1003]);
  });

  it('shows where the words occur, as they were written', async () => {
    assert.deepEqual(await index.snippets('muller', [1001]), ['Doppelte Abbuchung für \ue000Müller\ue001']);
    assert.match((await index.snippets('東京', [1002]))[0] ?? '', /and \ue000東\ue001\ue000京\ue001都の天気 is/);
    assert.deepEqual(await index.snippets('boiler', [9999]), ['']);
  });

  it('answers whatever anybody types', async () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.stringMatching(/^["*^:()+\-ANDORNEAR{} ]{0,300}$/),
      fc.constantFrom('"'.repeat(300), '\0', '\ud800', 'NEAR(a b, 5)', 'subject: x', 'a* OR b', "'; DROP TABLE texts"),
    );
    await fc.assert(
      fc.asyncProperty(hostile, async (q) => {
        const { total } = await index.hits(q);
        assert.equal((await index.rows(q)).length, total);
      }),
      { numRuns: 300 },
    );
  });

  it('replaces a case, and never goes back in the log', async () => {
    await index.put([aText(1003, { body: 'now about the lift' })], [{ seq: 5, opId: 'older' }]);
    assert.deepEqual(await found('세계'), []);
    assert.deepEqual(await found('lift'), [1003]);
    assert.deepEqual(await index.positions(), [
      { seq: 7, opId: 'a' },
      { seq: 0, opId: '' },
    ]);
  });

  it('is there again after a restart, and empty where its file was damaged', async () => {
    await index.close();
    index = new WorkerTextIndex(file);
    assert.deepEqual(await found('lift'), [1003]);
    await index.close();
    writeFileSync(file, Buffer.alloc(40_000, 'no database'));
    index = new WorkerTextIndex(file);
    assert.equal(await index.positions(), null);
    assert.deepEqual(await found('lift'), []);
  });
});
