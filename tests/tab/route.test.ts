import assert from 'node:assert/strict';
import { filterOfView } from '../../tab/features/cases/filter.ts';
import { readRoute, writeRoute } from '../../tab/route.ts';

describe('The address of the tab', () => {
  it('is empty for the open cases', () => {
    assert.equal(writeRoute({ filter: filterOfView('open'), caseId: null }), '');
    assert.deepEqual(readRoute(''), { filter: filterOfView('open'), caseId: null });
  });

  it('holds view, filters, words, order and the open case, and reads back the same', () => {
    const address = '?case=HC-1042&view=mine&status=new,in_progress&assignee=none&q=roof+%26+leak&sort=-updated';
    assert.equal(writeRoute(readRoute(address)), address);
  });

  it('leaves out what it does not know', () => {
    const { filter } = readRoute('?view=secret&status=new,burning&priority=&sort=mood');
    assert.deepEqual(filter, { ...filterOfView('open'), status: ['new'] });
  });

  it('names another page with its own words, and no case beside it', () => {
    const address = '?page=operations&became=parked&find=invoice';
    assert.equal(writeRoute(readRoute(address)), address);
    assert.deepEqual(readRoute(address).place, { became: 'parked', find: 'invoice' });
    assert.equal(readRoute('?page=operations&case=HC-1001').caseId, null);
    assert.equal(readRoute('?page=secret').page, undefined);
  });

  it('shows the newest change first among resolved cases, without saying so', () => {
    assert.equal(readRoute('?view=resolved').filter.sort, '-updated');
    assert.equal(writeRoute({ filter: filterOfView('resolved'), caseId: null }), '?view=resolved');
  });
});
