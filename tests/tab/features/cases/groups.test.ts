import assert from 'node:assert/strict';
import { groupFor, groupOf } from '../../../../tab/features/cases/groups.ts';
import { afternoon, aWireCase } from './wire-case.ts';

const minute = 60_000;

describe('The groups of the list', () => {
  it('follow the clock that runs out next', () => {
    assert.equal(groupOf(aWireCase({ priority: 'critical', ageMinutes: 45 }), afternoon), 'overdue');
    assert.equal(groupOf(aWireCase({ priority: 'high', ageMinutes: 30 }), afternoon), 'hour');
    assert.equal(groupOf(aWireCase({ priority: 'medium', ageMinutes: 30 }), afternoon), 'today');
    assert.equal(groupOf(aWireCase({ priority: 'medium', ageMinutes: 30, repliedAfter: 5 }), afternoon), 'later');
    assert.equal(groupOf(aWireCase({ status: 'awaiting_customer', ageMinutes: 300 }), afternoon), 'paused');
    assert.equal(groupOf(aWireCase({ status: 'resolved', repliedAfter: 5 }), afternoon), 'nothing');
  });

  it('move a case to the overdue ones when it is sorted after its clock ran out', () => {
    const value = aWireCase({ priority: 'high', ageMinutes: 30 });
    assert.equal(groupOf(value, afternoon + 29 * minute), 'hour');
    assert.equal(groupOf(value, afternoon + 31 * minute), 'overdue');
  });

  it('exist only in the order of the clock', () => {
    assert.equal(groupFor(aWireCase(), '-updated', afternoon), 'flat');
  });
});
