import assert from 'node:assert/strict';
import { criteriaOf, filterOfView } from '../../../../tab/features/cases/filter.ts';
import { formatQueryText, parseQueryText } from '../../../../tab/features/cases/query-text.ts';
import { afternoon } from './wire-case.ts';

const nothing = filterOfView('all');

describe('The filter as a line of text', () => {
  it('says the same as the chips and reads back the same', () => {
    const line =
      'status:new,in_progress priority:high assignee:me team:property tag:"no heating",leak sla:breached created:30d due:today roof leak';
    const { filter, faults } = parseQueryText(line);
    assert.deepEqual(faults, []);
    assert.equal(formatQueryText(filter), line);
    assert.deepEqual(filter.tag, ['no heating', 'leak']);
  });

  it('searches for words that are no filter, quotation marks and all', () => {
    const { filter } = parseQueryText('re: water  http://x "no heating"');
    assert.deepEqual(filter, { ...nothing, q: 're: water http://x "no heating"' });
  });

  it('says which word means nothing rather than showing other cases', () => {
    const { faults } = parseQueryText('status:new,burning created:soon sla: due:2026-02-30');
    assert.deepEqual(faults, [
      { kind: 'value', name: 'status', value: 'burning' },
      { kind: 'period', name: 'created', value: 'soon' },
      { kind: 'empty', name: 'sla', value: '' },
      { kind: 'period', name: 'due', value: '2026-02-30' },
    ]);
  });

  it('is empty without a filter', () => {
    assert.equal(formatQueryText(nothing), '');
  });
});

describe('Periods of the filter', () => {
  const criteria = (part: object) => criteriaOf({ ...nothing, ...part }, afternoon);
  const day = (month: number, date: number) => new Date(2026, month - 1, date).toISOString();

  it('count back from now, to the minute', () => {
    assert.deepEqual(criteria({ updated: '24h' }), { updatedFrom: new Date(afternoon - 86_400_000).toISOString() });
    assert.deepEqual(criteria({ due: '2h' }), { dueBefore: new Date(afternoon + 7_200_000).toISOString() });
  });

  it('hold whole days, the last one included', () => {
    assert.deepEqual(criteria({ created: '2026-11-01..2026-11-03' }), {
      createdFrom: day(11, 1),
      createdTo: day(11, 4),
    });
    assert.deepEqual(criteria({ created: '2026-11-30' }), { createdFrom: day(11, 30), createdTo: day(12, 1) });
    assert.deepEqual(criteria({ due: '2026-11-24' }), { dueBefore: day(11, 25) });
  });

  it('that end before they begin are none', () => {
    assert.deepEqual(criteria({ created: '2026-11-03..2026-11-01' }), {});
  });
});
