import assert from 'node:assert/strict';
import { BusinessTime } from '../../../../backend/domain/sla/business-time.ts';
import { type Calendar, roundTheClock } from '../../../../backend/domain/sla/calendar.ts';
import type { ClockEvent, Conduct } from '../../../../backend/domain/sla/clock-events.ts';
import { type ClockLedger, ledgersOf } from '../../../../backend/domain/sla/ledger.ts';
import { createDice } from '../../../../backend/seed/dice.ts';

const minute = 60_000;
const at = Date.parse;
const conduct: Conduct = { pauseStatuses: ['awaiting_vendor'], nextResponse: 'after_first_reply' };

const weekday = [
  ['08:00', '12:00'],
  ['13:00', '17:30'],
] as const;
const berlin: Calendar = {
  tz: 'Europe/Berlin',
  hours: { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday },
  holidays: [{ date: '2026-12-25', name: 'Christmas Day' }],
  breaks: { '2026-11-27': [['15:00', '17:30']] },
};

const promise = (when: number, resolution: number): ClockEvent => ({
  at: when,
  kind: 'terms',
  policy: 'property',
  priority: 'high',
  targets: { firstResponse: 60, nextResponse: 45, resolution },
});

const clock = (text: string) => at(`2026-11-${text}:00+01:00`);
const shown = (ms: number) => new Date(ms + 60 * minute).toISOString().slice(8, 16).replace('T', ' ');
const lines = (ledger: ClockLedger | null) =>
  (ledger?.entries ?? []).map(({ from, to, cause, counted, total, ahead, detail }) =>
    [
      `${shown(from)}–${shown(to)}`,
      cause,
      counted / minute,
      total / minute,
      ...(ahead ? ['ahead'] : []),
      ...(detail ? [detail] : []),
    ].join(' | '),
  );

describe('The ledger of a clock', () => {
  const events: ClockEvent[] = [
    { at: clock('23T16:48'), kind: 'opened' },
    promise(clock('23T16:48'), 240),
    { at: clock('23T17:05'), kind: 'reply' },
    { at: clock('23T17:10'), kind: 'status', status: 'awaiting_vendor' },
    { at: clock('24T11:40'), kind: 'status', status: 'in_progress' },
    { at: clock('24T14:06'), kind: 'customer' },
    promise(clock('24T14:07'), 180),
  ];

  it('has a line for every interval with its cause, and where it will go', () => {
    const { firstResponse, nextResponse, resolution } = ledgersOf(
      events,
      conduct,
      new BusinessTime(berlin),
      clock('24T14:32'),
    );
    assert.deepEqual(lines(resolution), [
      '23 16:48–23 16:48 | promise | 0 | 0',
      '23 16:48–23 17:10 | shift | 22 | 22',
      '23 17:10–24 11:40 | pause | 0 | 22 | awaiting_vendor',
      '24 11:40–24 12:00 | shift | 20 | 42',
      '24 12:00–24 13:00 | break | 0 | 42',
      '24 13:00–24 14:07 | shift | 67 | 109',
      '24 14:07–24 14:07 | promise | 0 | 109',
      '24 14:07–24 14:32 | shift | 25 | 134',
      '24 14:32–24 15:18 | shift | 46 | 180 | ahead',
    ]);
    assert.deepEqual([resolution?.consumed, resolution?.remaining], [134 * minute, 46 * minute]);
    assert.equal(shown(resolution?.due ?? 0), '24 15:18');
    assert.deepEqual(lines(firstResponse).at(-1), '23 17:05–23 17:05 | answered | 0 | 17');
    assert.equal(shown(nextResponse?.due ?? 0), '24 14:51');
  });

  it('names nights, weekends, holidays and closures', () => {
    const opened = clock('27T14:00');
    const quiet: ClockEvent[] = [{ at: opened, kind: 'opened' }, promise(opened, 5_000)];
    const causes = (until: number) =>
      lines(ledgersOf(quiet, conduct, new BusinessTime(berlin), until).resolution).map((text) =>
        text.split(' | ').slice(0, 2).join(' '),
      );
    assert.deepEqual(causes(clock('30T09:00')).slice(0, 7), [
      '27 14:00–27 14:00 promise',
      '27 14:00–27 15:00 shift',
      '27 15:00–27 17:30 closure',
      '27 17:30–28 00:00 night',
      '28 00:00–30 00:00 weekend',
      '30 00:00–30 08:00 night',
      '30 08:00–30 09:00 shift',
    ]);
    const christmas = ledgersOf(quiet, conduct, new BusinessTime(berlin), at('2026-12-28T09:00:00Z')).resolution;
    assert.deepEqual(
      christmas?.entries.filter(({ cause }) => cause === 'holiday').map(({ detail, from }) => [detail, shown(from)]),
      [['Christmas Day', '25 00:00']],
    );
  });
});

/** Which minutes since `firstMinute` the wall clock shows as open; asked of the platform minute by minute. */
function membership(
  { tz, hours, holidays = [], breaks = {} }: Calendar,
  firstMinute: number,
  minutes: number,
): Uint8Array {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: tz,
    hourCycle: 'h23',
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  const closed = new Set(holidays.map((one) => (typeof one === 'string' ? one : one.date)));
  return Uint8Array.from({ length: minutes }, (_, i) => {
    const part = Object.fromEntries(
      format.formatToParts((firstMinute + i) * minute).map(({ type, value }) => [type, value]),
    );
    const date = `${part.year}-${part.month}-${part.day}`;
    const time = `${part.hour}:${part.minute}`;
    const within = (blocks: readonly (readonly [string, string])[] = []) =>
      blocks.some(([from, to]) => from <= time && time < to);
    const day = part.weekday?.toLowerCase() as keyof Calendar['hours'];
    return Number(within(hours[day]) && !closed.has(date) && !within(breaks[date]));
  });
}

describe('Ten thousand histories', () => {
  const days = 16;
  // The zones change their clocks in these weeks, one of them at midnight.
  const places: [Calendar, string][] = [
    [berlin, '2026-10-18T00:00:00Z'],
    [{ ...berlin, tz: 'America/New_York', breaks: { '2026-03-09': [['09:00', '11:15']] } }, '2026-03-01T00:00:00Z'],
    [
      {
        tz: 'America/Santiago',
        hours: {
          sat: [['18:00', '24:00']],
          sun: [
            ['00:00', '06:00'],
            ['20:00', '23:00'],
          ],
        },
      },
      '2026-08-29T00:00:00Z',
    ],
    [{ ...berlin, tz: 'Asia/Kathmandu' }, '2026-11-20T00:00:00Z'],
    [roundTheClock, '2026-11-20T00:00:00Z'],
  ];

  it('add up to what counting minute by minute gives, without gap or overlap', function () {
    this.timeout(60_000);
    const dice = createDice(10_000);
    for (const [calendar, start] of places) {
      const first = at(start) / minute;
      const open = membership(calendar, first, days * 1440);
      const time = new BusinessTime(calendar);
      for (let i = 0; i < 10_000 / places.length; i++) checkOne(dice, time, first, open);
    }
  });

  type Dice = ReturnType<typeof createDice>;

  function checkOne(dice: Dice, time: BusinessTime, first: number, open: Uint8Array): void {
    const { events, end } = madeUp(dice, first);
    const ledgers = ledgersOf(events, conduct, time, end * minute);
    for (const [name, ledger] of Object.entries(ledgers)) {
      if (ledger === null) continue;
      const wanted = countByMinute(
        events,
        ledger.since / minute,
        (ledger.stoppedAt ?? end * minute) / minute,
        first,
        open,
      );
      const past = ledger.entries.filter(({ ahead }) => !ahead);
      const sum = past.reduce((total, { counted }) => total + counted, 0);
      const story = () => `${name} of ${JSON.stringify(events)} until ${end}`;
      assert.equal(sum, wanted * minute, story());
      assert.equal(ledger.consumed, sum, story());
      const spans = past.filter(({ from, to }) => from < to);
      assert.equal(spans[0]?.from ?? ledger.since, ledger.since, story());
      for (const [k, one] of spans.entries()) assert.equal(one.from, spans[k - 1]?.to ?? one.from, story());
    }
  }

  /** Whole minutes, so that counting minutes is exact. */
  function madeUp(dice: Dice, first: number): { events: ClockEvent[]; end: number } {
    let now = first + dice.below(2 * 1440);
    const opened = now * minute;
    const events: ClockEvent[] = [{ at: opened, kind: 'opened' }, promise(opened, 60 + dice.below(2_000))];
    for (let n = dice.below(9); n > 0; n--) {
      now += dice.below(1_000);
      events.push(happening(dice, now * minute));
    }
    return { events, end: now + dice.below(3 * 1440) };
  }

  function happening(dice: Dice, when: number): ClockEvent {
    switch (dice.below(7)) {
      case 0:
      case 1:
        return { at: when, kind: 'customer' };
      case 2:
        return { at: when, kind: 'reply' };
      case 3:
        return promise(when, 60 + dice.below(2_000));
      case 4:
        return { at: when, kind: 'status', status: 'awaiting_vendor' };
      case 5:
        return { at: when, kind: 'status', status: 'resolved' };
      default:
        return { at: when, kind: 'status', status: 'in_progress' };
    }
  }

  function countByMinute(events: ClockEvent[], from: number, to: number, first: number, open: Uint8Array): number {
    const statuses = events.filter((event) => event.kind === 'status');
    let [count, next, status] = [0, 0, 'new'];
    for (let now = events[0] === undefined ? 0 : events[0].at / minute; now < to; now++) {
      for (let event = statuses[next]; event !== undefined && event.at / minute <= now; event = statuses[++next]) {
        status = event.status;
      }
      if (now >= from && (status === 'new' || status === 'in_progress')) count += open[now - first] ?? 0;
    }
    return count;
  }
});
