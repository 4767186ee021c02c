import assert from 'node:assert/strict';
import type { SlaClock } from '../../backend/contracts/case.ts';
import { announcedClock, countdown, readBigClock, readClock, shortTarget, toneAt } from '../../ui/clock-reading.ts';

const now = new Date(2026, 10, 24, 14, 32).getTime();
const inMinutes = (minutes: number) => new Date(now + minutes * 60_000).toISOString();
const running = (minutes: number, more: Partial<SlaClock> = {}): SlaClock => ({
  due: inMinutes(minutes),
  state: 'ok',
  ...more,
});
const text = (clock: SlaClock) => readClock({ name: 'nextResponse', clock }, now).text;

describe('A clock in words', () => {
  it('says minutes within the hour, hours within the day, and the due time beyond', () => {
    assert.equal(text(running(19.9)), '19m');
    assert.equal(text(running(0.5)), 'under 1m');
    assert.equal(text(running(125)), '2h 05m');
    assert.equal(text(running(20 * 60)), 'Wed 10:32');
    assert.equal(text(running(9 * 24 * 60)), '3 Dec, 14:32');
  });

  it('still says minutes when the next day begins within the hour', () => {
    const late = new Date(2026, 10, 24, 23, 45).getTime();
    const clock: SlaClock = { due: new Date(late + 30 * 60_000).toISOString(), state: 'ok' };
    assert.equal(readClock({ name: 'resolution', clock }, late).text, '30m');
  });

  it('is never flattering: time left is rounded down, time over up', () => {
    assert.equal(text({ due: inMinutes(-37.2), state: 'breached' }), '38m over');
    assert.equal(text({ due: inMinutes(-72), state: 'breached' }), '1h 12m over');
    assert.equal(text({ due: inMinutes(-25 * 60), state: 'breached' }), '2d over');
  });

  it('says what is left while paused', () => {
    assert.equal(text({ due: null, state: 'paused', targetMinutes: 240, leftMinutes: 160 }), '2h 40m left');
    assert.equal(text({ due: null, state: 'paused', targetMinutes: 240, leftMinutes: -5 }), '5m over');
    assert.equal(text({ due: null, state: 'paused' }), 'paused');
  });

  it('stops at the moment it was missed for good', () => {
    assert.equal(text({ due: inMinutes(-60), state: 'breached', at: inMinutes(-50) }), '10m over');
  });

  it('turns to at risk and overdue by itself as time goes on', () => {
    const clock = running(30, { riskAt: inMinutes(10) });
    assert.equal(toneAt(clock, now), 'ok');
    assert.equal(toneAt(clock, now + 10 * 60_000), 'at_risk');
    assert.equal(toneAt(clock, now + 31 * 60_000), 'breached');
  });

  it('fills its bar by what is used of the target', () => {
    const share = (clock: SlaClock) => readClock({ name: 'resolution', clock }, now).share;
    assert.equal(share(running(15, { targetMinutes: 60 })), 0.75);
    assert.equal(share(running(15)), null);
    assert.equal(share({ due: null, state: 'paused', targetMinutes: 100, leftMinutes: 40 }), 0.6);
  });

  it('is one whole sentence for those who hear it', () => {
    const clock = running(19, { state: 'at_risk', targetMinutes: 45 });
    const { sentence } = readClock({ name: 'nextResponse', clock }, now);
    assert.equal(sentence, 'Reply due today 14:51, 19 minutes left, target 45 minutes, at risk.');
  });

  it('counts minutes and seconds in the last hour of the head', () => {
    const big = (minutes: number) => readBigClock({ name: 'nextResponse', clock: running(minutes) }, now);
    assert.deepEqual([big(18.71).label, big(18.71).figure], ['Reply due in', '18:42']);
    assert.deepEqual([big(125).label, big(125).figure], ['Reply due in', '2h 05m']);
    assert.deepEqual([big(20 * 60).label, big(20 * 60).figure], ['Reply due', 'Wed 10:32']);
    assert.equal(countdown(-5), '00:00');
  });

  it('is announced at state changes and at 15, 5 and 1 minutes only', () => {
    const said = (minutes: number) => announcedClock({ name: 'nextResponse', clock: running(minutes) }, now);
    assert.equal(said(18), 'Reply due today 14:50');
    assert.equal(said(14).endsWith('under 15 minutes left'), true);
    assert.equal(said(0.5).endsWith('under 1 minute left'), true);
  });

  it('names targets in whole hours where they are', () => {
    assert.deepEqual([45, 60, 90, 1440].map(shortTarget), ['45m', '1h', '1h 30m', '24h']);
  });
});
