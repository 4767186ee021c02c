import assert from 'node:assert/strict';
import { dateOf, dayHours } from '../../../../backend/domain/sla/day-hours.ts';
import { policyFor, type SlaPolicy, standardPolicy } from '../../../../backend/domain/sla/policy.ts';
import { weekHours } from '../../../../tab/features/service-levels/calendars/week-hours.ts';
import { judge } from '../../../../tab/features/service-levels/policies/which-policy.ts';

/** The same numbers at every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

describe('What the tab works out by itself', () => {
  it('picks the policy that the server picks', () => {
    const roll = dice(7);
    const some = <T>(all: readonly T[]) => all.filter(() => roll(3) === 0);
    const priorities = ['critical', 'urgent', 'high', 'medium', 'low'] as const;
    const customers = ['ann@example.com', 'Bob@Example.com', '@example.com', '@EXAMPLE.org', 'x@other.example'];
    for (let round = 0; round < 2_000; round++) {
      const policies = Array.from({ length: 4 }, (_, i): SlaPolicy => {
        const targets = Object.fromEntries(some(priorities).map((key) => [key, standardPolicy.targets[key]]));
        const when = {
          ...(roll(3) === 0 && { priority: some(priorities) }),
          ...(roll(3) === 0 && { category: some(['billing', 'general']) }),
          ...(roll(3) === 0 && { customer: some(customers) }),
          ...(roll(3) === 0 && { team: some(['a', 'b']) }),
          ...(roll(3) === 0 && { mailbox: some(['Support@contoso.example']) }),
        };
        return {
          ...standardPolicy,
          id: `p${i}`,
          on: roll(4) > 0,
          when,
          targets: roll(2) === 0 ? targets : standardPolicy.targets,
        };
      });
      const tested = {
        priority: priorities[roll(5)] ?? 'low',
        category: ['billing', 'general', 'account'][roll(3)] ?? '',
        customer: ['Ann@example.com', 'bob@example.com', 'q@example.org', ''][roll(4)] ?? '',
        team: ['a', 'b', ''][roll(3)] ?? '',
        mailbox: ['support@contoso.example', ''][roll(2)] ?? '',
      };
      const facts = {
        priority: tested.priority,
        category: tested.category,
        customer: { email: tested.customer },
        team: tested.team || null,
        mailbox: tested.mailbox || null,
      };
      const verdicts = judge(policies as unknown as Parameters<typeof judge>[0], tested);
      const mine = policies[verdicts.findIndex(({ kind }) => kind === 'fits')] ?? null;
      assert.equal(mine?.id, policyFor(policies, facts)?.id, JSON.stringify({ policies, tested }));
    }
  });

  it('draws the week that the server counts', () => {
    const calendar = {
      id: 'c',
      name: 'C',
      tz: 'Europe/Berlin',
      hours: {
        mon: [
          ['08:00', '12:00'],
          ['13:00', '17:30'],
        ],
        fri: [['22:00', '06:00']],
        sat: [['05:00', '24:00']],
        sun: [['20:00', '00:00']],
      } as Record<string, [string, string][]>,
      holidays: ['2026-11-23', { date: '2026-11-28', name: 'Own' }],
      breaks: { '2026-11-24': [['11:00', '01:00']], '2026-11-30': [['09:00', '14:00']] } as Record<
        string,
        [string, string][]
      >,
      extra: {
        '2026-11-23': [['10:00', '12:00']],
        '2026-11-24': [['09:00', '12:00']],
        '2026-11-25': [['23:00', '03:00']],
      } as Record<string, [string, string][]>,
    };
    const publicDays = new Map([['2026-12-04', 'Public']]);
    const server = dayHours(calendar, () => publicDays);
    for (const monday of ['2026-11-16', '2026-11-23', '2026-11-30']) {
      for (const day of weekHours(calendar, monday, publicDays)) {
        const number = Date.parse(`${day.date}T00:00:00Z`) / 86_400_000;
        assert.equal(dateOf(number), day.date);
        const open = server.open(number).map(([from, to]) => [from / 60_000, to / 60_000]);
        assert.deepEqual(
          day.open.map((span) => [...span]),
          open,
          day.date,
        );
        assert.equal(day.holiday ?? undefined, server.holiday(number), day.date);
      }
    }
  });
});
