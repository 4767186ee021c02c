import assert from 'node:assert/strict';
import { bySimilarity, similarityOf } from '../../../../backend/domain/similar/similar-case.ts';
import { aCase } from '../../../builders/case.ts';

const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T09:00:00.000Z`;
const ann = { email: 'ann@one.example', name: 'Ann' };
const bob = { email: 'bob@two.example', name: 'Bob' };
const same = { likeness: 0.9, words: ['boiler', 'pressure'], numbers: [] };
const nothing = { likeness: 0, words: [], numbers: [] };

describe('What ties two cases together', () => {
  const value = aCase({ customer: ann, subject: 'Boiler is cold', createdAt: at(20) });

  it('takes near text of the same customer within a week for the same matter', () => {
    const again = (fields: Parameters<typeof aCase>[0], alike = same) =>
      similarityOf(value, aCase({ customer: ann, subject: 'Help', createdAt: at(22), ...fields }), alike)?.duplicate;
    assert.equal(again({}), true);
    assert.equal(again({ customer: { ...ann, email: 'Ann@One.example' } }), true);
    assert.equal(again({ createdAt: at(28) }), false, 'eight days apart');
    assert.equal(again({ customer: bob }), false);
    assert.equal(again({}, { ...same, likeness: 0.4 }), false);
    assert.equal(again({ subject: 'Re: boiler is COLD' }, { ...same, likeness: 0.4 }), true);
  });

  it('says why in words that can be checked', () => {
    const other = aCase({ customer: ann, subject: 'AW: Boiler is cold', createdAt: at(22) });
    assert.deepEqual(similarityOf(value, other, { ...same, numbers: ['R-20931'] })?.why, [
      'The same customer, 2 days apart.',
      'Both name R-20931.',
      'The same subject.',
      'Much of the text is the same: boiler, pressure.',
    ]);
    const far = aCase({ customer: bob, subject: 'Heating', createdAt: at(1) });
    assert.deepEqual(similarityOf(value, far, { ...same, likeness: 0.5 })?.why, ['Both speak of: boiler, pressure.']);
  });

  it('shows nothing for a little likeness, nor an old case for its customer alone', () => {
    const other = (fields: Parameters<typeof aCase>[0]) => aCase({ customer: ann, subject: 'Invoice', ...fields });
    assert.equal(similarityOf(value, other({ customer: bob }), { ...nothing, likeness: 0.2 }), null);
    assert.equal(similarityOf(value, other({ status: 'closed' }), nothing), null);
    assert.deepEqual(similarityOf(value, other({ status: 'in_progress' }), nothing)?.duplicate, false);
    assert.notEqual(
      similarityOf(value, other({ customer: bob }), { ...nothing, numbers: ['5561'], likeness: 0 }),
      null,
    );
  });

  it('puts duplicates first, then the most similar', () => {
    const [one, two, three] = [0.3, 0.9, 0.5].map((score, i) => {
      return [aCase({ number: `HC-${i}` }), { score, duplicate: i === 0, why: [] }] as const;
    });
    const sorted = [three, two, one].flatMap((pair) => (pair ? [[...pair]] : [])) as [never, never][];
    const numbers = sorted.sort(bySimilarity).map(([{ number }]) => number);
    assert.deepEqual(numbers, ['HC-0', 'HC-1', 'HC-2']);
  });
});
