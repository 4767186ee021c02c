import assert from 'node:assert/strict';
import { extended, nothingSelected, toggled } from '../../../../tab/features/cases/selection.ts';

const order = ['a', 'b', 'c', 'd', 'e'];
const ids = (selected: { ids: ReadonlySet<string> }) => [...selected.ids].sort();

describe('The selection of the list', () => {
  it('takes a row in and out', () => {
    const one = toggled(nothingSelected, 'b');
    assert.deepEqual(ids(one), ['b']);
    assert.deepEqual(ids(toggled(one, 'b')), []);
  });

  it('reaches from one row to another, in either direction, on top of what is there', () => {
    const one = toggled(nothingSelected, 'a');
    assert.deepEqual(ids(extended(one, order, 'd', 'c')), ['a', 'c', 'd']);
    assert.deepEqual(ids(extended(nothingSelected, order, null, 'c')), ['c']);
  });

  it('leaves the loaded rows when one is taken out of all that match', () => {
    const all = { ids: new Set(order), all: true };
    assert.deepEqual(toggled(all, 'c'), { ids: new Set(['a', 'b', 'd', 'e']), all: false });
  });
});
