import assert from 'node:assert/strict';
import { BusinessTime } from '../../../../backend/domain/sla/business-time.ts';
import { type Calendar, roundTheClock } from '../../../../backend/domain/sla/calendar.ts';
import { describeWithShared, sharedJson } from '../../../support/shared.ts';

interface Row {
  id: string;
  kind: 'add' | 'diff';
  calendar: Calendar;
  start: string;
  add_minutes: number;
  due: string;
  end: string;
  business_minutes: number;
}

const minute = 60_000;
const at = Date.parse;
const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString().replace('.000Z', 'Z'));

/** Ids of the rows whose answer is not ours. */
function wrong(file: string): { wrong: string[]; count: number } {
  const { cases } = sharedJson<{ cases: Row[] }>(`oracles/${file}.json`);
  const ids = cases.filter((row) => {
    const time = new BusinessTime(row.calendar);
    return row.kind === 'add'
      ? iso(time.add(at(row.start), row.add_minutes * minute)) !== row.due
      : time.between(at(row.start), at(row.end)) !== row.business_minutes * minute;
  });
  return { wrong: ids.map(({ id }) => id), count: cases.length };
}

describeWithShared('Business time of other people', () => {
  it('is ours, extracted and generated', () => {
    assert.deepEqual(wrong('sla_arithmetic_extracted').wrong, []);
    assert.deepEqual(wrong('sla_arithmetic_generated').wrong, []);
  });

  it('is ours where an edge falls into a change of the clocks', () => {
    assert.deepEqual(wrong('sla_dst_edge_generated').wrong, []);
  });
});

const office: Calendar = {
  tz: 'Europe/Berlin',
  hours: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '17:00']]])),
  holidays: [],
  breaks: {},
};

describe('Business time', () => {
  it('opens overnight and ends the shift on the next day', () => {
    const night = new BusinessTime({ ...office, tz: 'UTC', hours: { fri: [['22:00', '06:00']] } });
    // 27 November 2026 is a Friday.
    assert.equal(night.between(at('2026-11-27T00:00:00Z'), at('2026-11-29T00:00:00Z')), 8 * 60 * minute);
    assert.equal(iso(night.add(at('2026-11-27T23:00:00Z'), 6 * 60 * minute)), '2026-11-28T05:00:00Z');
  });

  it('opens for extra hours on a holiday and closes for a one-off closure', () => {
    const time = new BusinessTime({
      ...office,
      holidays: [{ date: '2026-12-25', name: 'Christmas Day' }],
      extra: { '2026-12-25': [['10:00', '12:00']], '2026-12-26': [['10:00', '11:00']] },
      breaks: { '2026-12-24': [['12:00', '17:00']], '2026-12-26': [['10:30', '11:00']] },
    });
    const day = (date: string) => time.between(at(`${date}T00:00:00+01:00`), at(`${date}T24:00:00+01:00`)) / minute;
    assert.deepEqual(['2026-12-24', '2026-12-25', '2026-12-26', '2026-12-28'].map(day), [180, 120, 30, 480]);
  });

  it('closes for the holidays of a country', () => {
    const unity = new Map([['2025-10-03', 'German Unity Day']]);
    const time = new BusinessTime(office, (year) => (year === 2025 ? unity : new Map()));
    assert.equal(time.between(at('2025-10-03T00:00:00Z'), at('2025-10-04T00:00:00Z')), 0);
    assert.equal(time.days.holiday(at('2025-10-03T00:00:00Z') / 86_400_000), 'German Unity Day');
  });

  it('says so when there is never any', () => {
    const never = new BusinessTime({ ...office, hours: {} });
    assert.equal(never.add(at('2026-01-01T00:00:00Z'), minute), null);
    const shut = new BusinessTime({ ...office, hours: { mon: [['09:00', '09:01']] } }, () => everyDay());
    assert.equal(shut.add(at('2026-01-01T00:00:00Z'), minute), null);
  });

  it('runs round the clock over the ends of years', () => {
    const time = new BusinessTime(roundTheClock);
    const start = at('2024-12-31T23:30:00Z');
    assert.equal(iso(time.add(start, 366 * 1440 * minute)), '2026-01-01T23:30:00Z');
    assert.equal(time.between(start, at('2031-01-01T00:00:00Z')), at('2031-01-01T00:00:00Z') - start);
    assert.equal(time.openSpans(start, at('2031-01-01T00:00:00Z')).length, 1);
  });
});

function everyDay(): Map<string, string> {
  return { get: () => 'Closed' } as unknown as Map<string, string>;
}
