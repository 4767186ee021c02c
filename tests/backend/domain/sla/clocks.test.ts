import assert from 'node:assert/strict';
import { clocks, standing, stateAt } from '../../../../backend/domain/sla/clocks.ts';
import { aCase } from '../../../builders/case.ts';

const created = Date.parse('2026-11-24T13:06:00.000Z');
const minutes = (n: number) => created + n * 60_000;

describe('The clocks of a case', () => {
  it('are due after the target of the priority', () => {
    const { firstResponse, resolution } = clocks(aCase({ priority: 'high' }), minutes(1));
    assert.equal(firstResponse.due, '2026-11-24T14:06:00.000Z');
    assert.equal(resolution.due, '2026-11-24T17:06:00.000Z');
    assert.equal(firstResponse.state, 'ok');
  });

  it('are at risk from four fifths of the target, breached only after its end', () => {
    const value = aCase({ priority: 'high' });
    assert.equal(clocks(value, minutes(47)).firstResponse.state, 'ok');
    assert.equal(clocks(value, minutes(48)).firstResponse.state, 'at_risk');
    assert.equal(clocks(value, minutes(60)).firstResponse.state, 'at_risk');
    assert.equal(clocks(value, minutes(60) + 1).firstResponse.state, 'breached');
  });

  it('stand still while paused', () => {
    const paused = aCase({ status: 'awaiting_vendor', updatedAt: '2026-11-24T13:16:00.000Z' });
    assert.deepEqual(clocks(paused, minutes(9999)).resolution, {
      due: null,
      state: 'paused',
      targetMinutes: 24 * 60,
      leftMinutes: 24 * 60 - 10,
    });
  });

  it('keep what was met or missed', () => {
    const met = aCase({ priority: 'high', firstResponseAt: '2026-11-24T13:30:00.000Z' });
    assert.equal(clocks(met, minutes(9999)).firstResponse.state, 'met');
    const missed = aCase({ priority: 'high', firstResponseAt: '2026-11-24T15:30:00.000Z' });
    assert.equal(clocks(missed, minutes(9999)).firstResponse.state, 'breached');
    assert.equal(standing(missed).dueMs, Date.parse('2026-11-24T17:06:00.000Z'));
  });

  it('owe nothing once the case has ended', () => {
    const resolved = aCase({ status: 'resolved', resolvedAt: '2026-11-24T13:30:00.000Z' });
    assert.equal(standing(resolved).dueMs, Infinity);
    assert.equal(stateAt(standing(resolved), minutes(60)), 'none');
  });

  it('are led by the one that runs out first', () => {
    assert.equal(standing(aCase({ priority: 'high' })).dueMs, Date.parse('2026-11-24T14:06:00.000Z'));
    assert.equal(stateAt(standing(aCase({ priority: 'high' })), minutes(61)), 'breached');
  });
});
