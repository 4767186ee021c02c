import assert from 'node:assert/strict';
import { dueSince, nextAfter, type Rhythm } from '../../../backend/domain/reports/schedule.ts';

const at = (text: string) => Date.parse(text);
const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
const rhythm = (part: Partial<Rhythm>): Rhythm => ({
  ...{ every: 'day', weekday: 1, day: 1, time: '08:00', zone: 'Europe/Berlin' },
  ...part,
});

describe('The moments of a schedule', () => {
  it('keep the time of day over both changes of the clocks', () => {
    const daily = rhythm({});
    assert.equal(iso(nextAfter(daily, at('2026-03-28T08:00:00Z'))), '2026-03-29T06:00:00.000Z');
    assert.equal(iso(nextAfter(daily, at('2026-10-24T08:00:00Z'))), '2026-10-25T07:00:00.000Z');
  });

  it('come once in an hour that there is twice, and after the gap in one that there is not', () => {
    const twice = rhythm({ time: '02:30' });
    const first = nextAfter(twice, at('2026-10-24T12:00:00Z'));
    assert.equal(iso(first), '2026-10-25T00:30:00.000Z');
    assert.equal(iso(nextAfter(twice, first)), '2026-10-26T01:30:00.000Z');
    assert.equal(iso(nextAfter(twice, at('2026-03-28T12:00:00Z'))), '2026-03-29T01:30:00.000Z');
  });

  it('are of the weekday or of the day of the month, the last one where a month is shorter', () => {
    assert.equal(
      iso(nextAfter(rhythm({ every: 'week', weekday: 1 }), at('2026-11-23T07:00:00Z'))),
      '2026-11-30T07:00:00.000Z',
    );
    assert.equal(
      iso(nextAfter(rhythm({ every: 'week', weekday: 7 }), at('2026-11-28T10:00:00Z'))),
      '2026-11-29T07:00:00.000Z',
    );
    const ends = rhythm({ every: 'month', day: 31, zone: 'UTC' });
    assert.equal(iso(nextAfter(ends, at('2027-01-31T08:00:00Z'))), '2027-02-28T08:00:00.000Z');
    assert.equal(iso(nextAfter(ends, at('2027-02-28T08:00:00Z'))), '2027-03-31T08:00:00.000Z');
    const far = rhythm({ time: '00:10', zone: 'Pacific/Kiritimati' });
    assert.equal(iso(nextAfter(far, at('2026-11-28T10:00:00Z'))), '2026-11-28T10:10:00.000Z');
  });

  it('that were missed are one', () => {
    const daily = rhythm({ zone: 'UTC' });
    assert.equal(
      iso(dueSince(daily, at('2026-11-01T09:00:00Z'), at('2026-11-20T12:00:00Z'))),
      '2026-11-20T08:00:00.000Z',
    );
    assert.equal(dueSince(daily, at('2026-11-20T08:00:00Z'), at('2026-11-21T07:59:59Z')), null);
  });
});
