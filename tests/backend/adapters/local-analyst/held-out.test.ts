import assert from 'node:assert/strict';
import { createLocalAnalyst } from '../../../../backend/adapters/local-analyst/local-analyst.ts';
import { asked, type Judged } from '../../../../training/asked.ts';
import { figuresOf } from '../../../../training/figures.ts';
import { heldOutMails, seedMails } from '../../../../training/seed-mails.ts';

/** Floors a little below what docs/analyst.md tells, so that weights that lost something do not pass. */
describe('The local analyst on mails in manners of writing that no seed has', () => {
  let judged: Judged[] = [];
  before(async () => {
    const analyst = createLocalAnalyst();
    judged = await Promise.all(heldOutMails().map(async (row) => ({ row, said: await analyst.analyse(row, 1_000) })));
  });
  const figures = ({ wanted, got }: (typeof asked)[keyof typeof asked]) =>
    figuresOf(judged.map(({ row, said }) => ({ want: wanted(row) ?? '', got: got(said) })));

  it('has more than 150 of them, and no seed among them', () => {
    assert.ok(judged.length >= 150);
    const seeds = new Set(seedMails().map(({ text }) => text));
    assert.deepEqual(
      judged.filter(({ row }) => seeds.has(row.text)),
      [],
    );
  });

  it('names category, complaint, mood and language', () => {
    assert.ok(figures(asked.category).macroF1 >= 0.7);
    assert.ok((figures(asked.complaint).byLabel.yes ?? 0) >= 0.62);
    assert.ok(figures(asked.mood).macroF1 >= 0.5);
    assert.ok(figures(asked.language).accuracy >= 0.98);
  });

  it('tells what presses: three levels, hardly ever two off, and most of what is high', () => {
    const { accuracy } = figures(asked.priority);
    const level = (row: Judged['row']) => asked.priority.wanted(row);
    const far = judged.filter(({ row, said }) => {
      const pair = [level(row), asked.priority.got(said)];
      return pair.includes('high') && pair.includes('low');
    });
    const pressing = judged.filter(({ row }) => level(row) === 'high');
    const found = pressing.filter(({ said }) => asked.priority.got(said) === 'high');
    assert.ok(accuracy >= 0.64, `${accuracy}`);
    assert.ok(far.length <= 0.08 * judged.length, `${far.length} far off`);
    assert.ok(found.length >= 0.6 * pressing.length, `${found.length} of ${pressing.length}`);
  });

  it('is right nine times of ten where it is sure', () => {
    const sure = judged.filter(({ said }) => !said.needsReview);
    assert.ok(sure.filter(({ row, said }) => row.category === said.category).length >= 0.9 * sure.length);
  });
});
