import assert from 'node:assert/strict';
import { criteriaOf, filterOfView } from '../../tab/features/cases/filter.ts';
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

  it('holds what a figure brought along, to the millisecond', () => {
    const address =
      '?view=all&team=property,none&resolvedFrom=2026-11-17T13:32:00.000Z&resolvedTo=2026-11-24T13:32:08.123Z&promise=met,missed&arrived=1-09&zone=Europe/Berlin';
    assert.equal(decodeURIComponent(writeRoute(readRoute(address))), address);
    const { promise, resolvedTo, team } = criteriaOf(readRoute(address).filter, 0);
    assert.deepEqual(
      { promise, resolvedTo, team },
      { promise: ['met', 'missed'], resolvedTo: '2026-11-24T13:32:08.123Z', team: ['property', 'none'] },
    );
    assert.equal(readRoute('?view=all&createdFrom=soon').filter.exact.createdFrom, undefined);
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
