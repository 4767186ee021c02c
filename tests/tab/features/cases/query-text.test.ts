import assert from 'node:assert/strict';
import { formatQueryText, parseQueryText } from '../../../../tab/features/cases/query-text.ts';

const nothing = { status: [], priority: [], category: [], assignee: [], q: '' };

describe('The filter as a line of text', () => {
  it('says the same as the chips and reads back the same', () => {
    const line = 'status:new,in_progress priority:high assignee:me roof leak';
    assert.equal(formatQueryText(parseQueryText(line)), line);
  });

  it('searches for words that are no filter', () => {
    assert.deepEqual(parseQueryText('re: water  http://x status:'), { ...nothing, q: 're: water http://x status:' });
  });

  it('searches for a status that does not exist rather than showing every case', () => {
    assert.deepEqual(parseQueryText('status:new,burning'), { ...nothing, q: 'status:new,burning' });
  });

  it('is empty without a filter', () => {
    assert.equal(formatQueryText(nothing), '');
  });
});
