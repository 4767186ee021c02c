import assert from 'node:assert/strict';
import { describeWithShared, sharedJson } from '../../support/shared.ts';
import { type CallResult, type Harness, startHarness } from './harness.ts';

const weekday = [['09:00', '17:00']];
const office = { tz: 'UTC', hours: { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday } };
const monday = '2026-11-23T09:00:00Z';
const policy = { pause_statuses: ['pending'], next_response: 'after_first_reply' };

describe('The preview of service levels', () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  const ask = (body: unknown): Promise<CallResult> => harness.call('POST', '/api/sla/preview', { body });

  /** Refused at this path, as bad input. */
  async function refused(path: string, body: unknown): Promise<void> {
    const { status, json, text } = await ask(body);
    assert.equal(status, 422, text);
    const paths = json.errors.map((fault: { path: string }) => fault.path);
    assert.ok(
      paths.some((at: string) => at.startsWith(path)),
      text,
    );
  }

  it('answers the three questions in the words of the contract', async () => {
    const due = await ask({ calendar: office, start: monday, addMinutes: 540 });
    assert.deepEqual([due.status, due.json], [200, { due: '2026-11-24T10:00:00Z' }]);
    const passed = await ask({ calendar: office, start: monday, end: '2026-11-24T10:00:00Z' });
    assert.deepEqual(passed.json, { businessMinutes: 540 });
    const clocks = await ask({
      calendar: office,
      targets: { first_response_min: 60, next_response_min: null, resolution_min: 480 },
      policy,
      events: [
        { at: monday, type: 'customer_message' },
        { at: '2026-11-23T09:30:00Z', type: 'agent_reply' },
        { at: '2026-11-23T10:00:00Z', type: 'status:pending' },
      ],
      evaluateAt: '2026-11-23T12:00:00Z',
    });
    assert.deepEqual(clocks.json, {
      first_response: {
        responded_at: '2026-11-23T09:30:00Z',
        due: '2026-11-23T10:00:00Z',
        elapsed_minutes: 30,
        breached: false,
      },
      next_response: { waiting_since: null, cycles: [], due: null },
      resolution: {
        resolved_at: null,
        due: null,
        elapsed_minutes: 60,
        breached: false,
        paused: true,
        remaining_minutes: 420,
      },
      paused_minutes: 120,
      status: 'pending',
    });
  });

  it('refuses what is no calendar, no target and no question, and says where', async () => {
    const asking = { start: monday, addMinutes: 60 };
    await refused('calendar.tz', { ...asking, calendar: { ...office, tz: 'Mars/Olympus' } });
    await refused('calendar.hours.mon', { ...asking, calendar: { tz: 'UTC', hours: { mon: [['09:00', '18:60']] } } });
    await refused('calendar.hours.mon', { ...asking, calendar: { tz: 'UTC', hours: { mon: [['09:00', '09:00']] } } });
    const overlapping = { tz: 'UTC', hours: { mon: [...weekday, ['12:00', '18:00']] } };
    await refused('calendar.hours.mon', { ...asking, calendar: overlapping });
    await refused('calendar.holidays', { ...asking, calendar: { ...office, holidays: ['2026-02-30'] } });
    await refused('addMinutes', { calendar: office, start: monday, addMinutes: -5 });
    await refused('start', { calendar: office, start: '9999-01-01T00:00:00Z', addMinutes: 5 });
    await refused('', { calendar: office, start: monday });
    await refused('', { calendar: office, start: monday, end: monday, addMinutes: 5 });
    const events = [{ at: monday, type: 'customer_message' }];
    for (const bad of [0, -5]) {
      const targets = { first_response_min: bad, next_response_min: null, resolution_min: null };
      await refused('targets.first_response_min', { calendar: office, targets, policy, events, evaluateAt: monday });
    }
  });

  it('never searches without end', async () => {
    const never = await ask({ calendar: { tz: 'UTC', hours: {} }, start: monday, addMinutes: 60 });
    assert.deepEqual(never.json, { due: null });
    const rare = { tz: 'UTC', hours: { mon: [['09:00', '09:01']] } };
    const late = await ask({ calendar: rare, start: monday, addMinutes: 5_000_000 });
    assert.deepEqual(late.json, { due: null });
  });

  describeWithShared('and the edges of policies', () => {
    it('are rejected, or answered as one of the accepted', async () => {
      const { cases } = sharedJson<{ cases: Record<string, never>[] }>('oracles/sla_policy_edges.json');
      for (const edge of cases as unknown as PolicyEdge[]) await checkEdge(edge);
    });
  });

  interface PolicyEdge {
    kind: 'reject' | 'no_hang' | 'zero' | 'reversed';
    what: string;
    input: unknown;
    calendar: unknown;
    start: string;
    end: string;
    add_minutes: number;
    accept: string[];
    accept_minutes: number[];
    expect: string;
  }

  async function checkEdge(edge: PolicyEdge): Promise<void> {
    const { calendar, start } = edge;
    if (edge.kind === 'zero') {
      const { json } = await ask({ calendar, start, addMinutes: edge.add_minutes });
      assert.ok(edge.accept.includes(json.due), edge.what);
    } else if (edge.kind === 'reversed') {
      const { json } = await ask({ calendar, start, end: edge.end });
      assert.ok(edge.accept_minutes.includes(json.businessMinutes), edge.what);
    } else if (edge.kind === 'no_hang') {
      const { json } = await ask({
        calendar: { ...(edge.input as object), holidays: saturdays(2026, 2028) },
        start,
        addMinutes: edge.add_minutes,
      });
      assert.ok(json.due === null || edge.expect.includes(json.due), edge.what);
    } else {
      assert.equal((await ask(rejected(edge))).status, 422, edge.what);
    }
  }

  function rejected({ what, input }: PolicyEdge): unknown {
    const asking = { calendar: office, start: monday, addMinutes: 60 };
    const targets = { first_response_min: input, next_response_min: null, resolution_min: null };
    const events = [{ at: monday, type: 'customer_message' }];
    if (what === 'tz') return { ...asking, calendar: { ...office, tz: input } };
    if (what === 'window') return { ...asking, calendar: { tz: 'UTC', hours: { mon: [input] } } };
    if (what === 'overlapping windows') return { ...asking, calendar: { tz: 'UTC', hours: { mon: input } } };
    return { calendar: office, targets, policy, events, evaluateAt: monday };
  }
});

function saturdays(from: number, to: number): string[] {
  const dates: string[] = [];
  for (let ms = Date.UTC(from, 0, 1); ms < Date.UTC(to + 1, 0, 1); ms += 86_400_000) {
    const date = new Date(ms);
    if (date.getUTCDay() === 6) dates.push(date.toISOString().slice(0, 10));
  }
  return dates;
}
