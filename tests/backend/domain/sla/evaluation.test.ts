import assert from 'node:assert/strict';
import { BusinessTime } from '../../../../backend/domain/sla/business-time.ts';
import { type Calendar, roundTheClock } from '../../../../backend/domain/sla/calendar.ts';
import { evaluate } from '../../../../backend/domain/sla/evaluation.ts';
import { clockEventsOf, presentEvaluation } from '../../../../backend/present/present-sla-preview.ts';
import { describeWithShared, sharedJson } from '../../../support/shared.ts';

interface Timeline {
  id: string;
  calendar: Calendar;
  targets: { first_response_min: number | null; next_response_min: number | null; resolution_min: number | null };
  policy: { pause_statuses: string[]; next_response: 'after_first_reply' | 'every_customer_message' };
  events: { at: string; type: string }[];
  evaluate_at: string;
  expect: Record<string, unknown>;
  accept?: Record<string, unknown[]>;
}

function answer({ calendar, targets, policy, events, evaluate_at }: Timeline): unknown {
  const conduct = { pauseStatuses: policy.pause_statuses, nextResponse: policy.next_response };
  const time = new BusinessTime(calendar);
  return presentEvaluation(evaluate(clockEventsOf({ targets, events }), conduct, time, Date.parse(evaluate_at)));
}

/** Paths at which `got` is neither what is wanted nor one of the answers that are accepted instead. */
function differences(wanted: unknown, got: unknown, accept: Record<string, unknown[]>, path = ''): string[] {
  if (typeof wanted === 'object' && wanted !== null && !Array.isArray(wanted)) {
    return Object.entries(wanted).flatMap(([key, value]) =>
      differences(value, (got as Record<string, unknown>)?.[key], accept, path === '' ? key : `${path}.${key}`),
    );
  }
  const allowed = (accept[path] ?? [wanted]).map((one) => JSON.stringify(one));
  return allowed.includes(JSON.stringify(got)) ? [] : [`${path}: ${JSON.stringify(got)}, not ${allowed.join(' or ')}`];
}

describeWithShared('The clocks of other people', () => {
  for (const file of ['sla_timelines_extracted', 'sla_timelines_generated']) {
    it(`are ours: ${file}`, () => {
      const { cases } = sharedJson<{ cases: Timeline[] }>(`oracles/${file}.json`);
      const wrong = cases.flatMap((one) =>
        differences(one.expect, answer(one), one.accept ?? {}).map((difference) => `${one.id} ${difference}`),
      );
      assert.deepEqual(wrong, []);
    });
  }
});

describe('Clocks worked out from events', () => {
  const time = new BusinessTime(roundTheClock);
  const conduct = { pauseStatuses: ['awaiting_vendor'], nextResponse: 'after_first_reply' as const };
  const minutes = (n: number) => n * 60_000;
  const promise = (at: number, resolution: number) => ({
    at,
    kind: 'terms' as const,
    policy: 'p',
    priority: 'medium' as const,
    targets: { firstResponse: 30, nextResponse: null, resolution },
  });

  it('follow a change of the promise from the beginning, not from the change', () => {
    const events = [{ at: 0, kind: 'opened' as const }, promise(0, 240), promise(minutes(100), 180)];
    assert.equal(evaluate(events, conduct, time, minutes(101)).resolution.due, minutes(180));
  });

  it('keep the promise under which they stopped', () => {
    const resolved = { at: minutes(200), kind: 'status' as const, status: 'resolved' };
    const events = [{ at: 0, kind: 'opened' as const }, promise(0, 240), resolved, promise(minutes(300), 60)];
    const { resolution } = evaluate(events, conduct, time, minutes(400));
    assert.deepEqual([resolution.due, resolution.breached], [minutes(240), false]);
  });
});
