import assert from 'node:assert/strict';
import { offerHandOver } from '../../../../backend/app/workflow/hand-over.ts';
import type { Shifts } from '../../../../backend/domain/workflow/shifts.ts';
import type { Agent } from '../../../../backend/ports/directory.ts';
import { aMail } from '../../../builders/mail.ts';
import { plainAnalysis } from '../../../support/intake-world.ts';
import { type WorkflowWorld, workflowWorld } from '../../../support/workflow-world.ts';
import { type Harness, startHarness } from '../../http/harness.ts';

const weekdays = [1, 2, 3, 4, 5];
const early: Shifts = { timezone: 'Europe/Berlin', blocks: [{ days: weekdays, from: '06:00', to: '14:00' }] };
const late: Shifts = { timezone: 'Europe/Berlin', blocks: [{ days: weekdays, from: '14:00', to: '22:00' }] };

function someone(id: string, fields: Partial<Agent> = {}): Agent {
  return { id, name: id, email: `${id}@contoso.example`, role: 'agent', team: 'property', ...fields };
}

/** Every case goes to the property team, which hands out its work as told. */
async function worldOf(agents: Agent[], assignment: object): Promise<WorkflowWorld> {
  const world = await workflowWorld();
  await world.write('agents', { agents });
  await world.write('teams', { teams: [{ id: 'property', name: 'Property', assignment }] });
  await world.setRules({
    id: 'route',
    name: 'Route',
    enabled: true,
    when: [{ kind: 'case_created' }],
    if: null,
    do: [{ kind: 'set', field: 'team', value: 'property' }],
    stop: false,
  });
  return world;
}

let customers = 0;

async function arrive(world: WorkflowWorld, analysis = {}, from?: string): Promise<string> {
  world.deps.analyst = { analyse: async () => ({ ...plainAnalysis, ...analysis }) };
  const email = from ?? `customer-${++customers}@example.com`;
  const before = new Set((await world.cases()).map(({ value }) => value.id));
  await world.arrive(aMail({ from: { email, name: 'A customer' } }));
  await world.settle();
  return (await world.cases()).find(({ value }) => !before.has(value.id))?.value.id ?? '';
}

const holderOf = async (world: WorkflowWorld, id: string) => (await world.store.get(id))?.value.assignee ?? null;
const whyOf = async (world: WorkflowWorld, id: string) =>
  (await world.history(id)).findLast(({ automation }) => automation?.kind === 'assignment')?.reason ?? '';

describe('Handing out work', () => {
  it('goes round, or to whoever has least, and says why', async () => {
    const round = await worldOf([someone('a'), someone('b'), someone('c')], { kind: 'round_robin', sticky: false });
    const turns = [];
    for (let i = 0; i < 4; i++) turns.push(await holderOf(round, await arrive(round)));
    assert.deepEqual(turns, ['a', 'b', 'c', 'a']);

    const least = await worldOf([someone('a', { capacity: 4 }), someone('b', { capacity: 2 })], {
      kind: 'least_load',
      sticky: false,
    });
    const given = [];
    for (let i = 0; i < 3; i++) given.push(await arrive(least));
    assert.deepEqual(await Promise.all(given.map((id) => holderOf(least, id))), ['a', 'b', 'a']);
    assert.equal(await whyOf(least, given[2] ?? ''), 'a: fewest open cases (1 of 4) of 2 who can take it.');
  });

  it('keeps a customer with the agent who knows them, unless that one has their hands full', async () => {
    const world = await worldOf([someone('a'), someone('b', { capacity: 2 })], { kind: 'least_load', sticky: true });
    const [first, second] = [
      await arrive(world, {}, 'nadia@example.com'),
      await arrive(world, {}, 'rafael@example.com'),
    ];
    assert.deepEqual([await holderOf(world, first), await holderOf(world, second)], ['a', 'b']);
    const third = await arrive(world, {}, 'rafael@example.com');
    assert.equal(await holderOf(world, third), 'b');
    assert.match(await whyOf(world, third), /had this customer's last case/);
    assert.equal(await holderOf(world, await arrive(world, {}, 'rafael@example.com')), 'a');
  });

  it('asks for skill and language where somebody of the team has them', async () => {
    const agents = [
      someone('a'),
      someone('b', { skills: ['billing'], languages: ['de'] }),
      someone('c', { skills: ['billing'] }),
    ];
    const world = await worldOf(agents, { kind: 'least_load', sticky: false });
    assert.equal(await holderOf(world, await arrive(world, { category: 'billing', language: 'de' })), 'b');
    assert.equal(await holderOf(world, await arrive(world, { category: 'billing', language: 'fr' })), 'c');
    assert.equal(await holderOf(world, await arrive(world, { category: 'account', language: 'fr' })), 'a');
  });

  it('lets what nobody can take wait, and hands it out by when it is due as hands become free', async () => {
    const world = await worldOf([someone('a', { capacity: 1 })], { kind: 'least_load', sticky: false });
    const first = await arrive(world);
    const low = await arrive(world, { priority: 'low' });
    const urgent = await arrive(world, { priority: 'urgent' });
    assert.deepEqual([await holderOf(world, low), await holderOf(world, urgent)], [null, null]);
    const actor = { id: 'a', name: 'a', role: 'agent' as const, surface: 'tab' as const };
    await world.app.changeStatus(actor, first, { status: 'resolved' });
    await world.settle();
    assert.deepEqual([await holderOf(world, low), await holderOf(world, urgent)], [null, 'a']);
    await world.app.changeStatus(actor, urgent, { status: 'awaiting_customer' });
    await world.settle();
    assert.equal(await holderOf(world, low), 'a');
  });

  it('respects working hours and what Outlook says', async () => {
    const world = await worldOf([someone('a', { hours: late }), someone('b')], { kind: 'round_robin', sticky: false });
    world.presence.set('b', 'out_of_office');
    world.clock.set('2026-03-02T12:59:00.000Z');
    const waits = await arrive(world);
    assert.equal(await holderOf(world, waits), null);
    world.clock.set('2026-03-02T13:00:00.000Z');
    await world.settle();
    assert.equal(await holderOf(world, waits), 'a');
  });
});

describe('Whoever is out of office', () => {
  let world: WorkflowWorld;
  let harness: Harness;
  beforeEach(async () => {
    world = await worldOf([someone('agent-id'), someone('b')], { kind: 'least_load', sticky: false });
    harness = await startHarness({ app: world.app });
  });
  afterEach(() => harness.close());

  it('says so, loses the work that cannot wait, and gets none until they are back', async () => {
    const active = await arrive(world);
    assert.equal(await holderOf(world, active), 'agent-id');
    const body = { state: 'out_of_office', until: '2026-03-03T09:00:00Z' };
    assert.equal((await harness.call('PUT', '/api/me/availability', { body })).status, 200);
    await world.settle();
    assert.equal(await holderOf(world, active), 'b');
    assert.match(await whyOf(world, active), /^agent-id is out of office\. b: fewest open cases/);
    const { json } = await harness.call('GET', '/api/roster');
    assert.deepEqual(
      json.items.map((one: { id: string; load: number; away: string | null }) => [one.id, one.load, one.away]),
      [
        ['agent-id', 0, 'out of office'],
        ['b', 1, null],
      ],
    );
    world.clock.set('2026-03-03T09:00:00.000Z');
    assert.equal((await harness.call('GET', '/api/me/availability')).json.state, 'available');
    assert.equal(await holderOf(world, await arrive(world)), 'agent-id');
  });
});

describe('The hand-over between shifts', () => {
  let world: WorkflowWorld;
  let harness: Harness;
  beforeEach(async () => {
    const agents = [
      someone('ana', { name: 'Ana Ruiz', hours: early }),
      someone('agent-id', { name: 'Tom Okafor', hours: late }),
    ];
    world = await worldOf(agents, { kind: 'manual', sticky: false });
    harness = await startHarness({ app: world.app });
  });
  afterEach(() => harness.close());

  async function heldByAna(analysis: object): Promise<string> {
    const id = await arrive(world, analysis);
    const { status } = await harness.call('PATCH', `/api/cases/${id}/assign`, { body: { assignee: 'ana' } });
    assert.equal(status, 200);
    return id;
  }

  it('offers what is at risk before its agent is back to the next shift, once, with a card in the channel', async () => {
    world.clock.set('2026-03-02T12:00:00.000Z');
    const pressing = await heldByAna({ priority: 'high' });
    await heldByAna({ priority: 'low' });
    const offered = async () =>
      (await world.history(pressing)).filter(({ automation }) => automation?.kind === 'hand_over');
    await offerHandOver(world.engine);
    assert.deepEqual(await offered(), []);

    world.clock.set('2026-03-02T12:31:00.000Z');
    await offerHandOver(world.engine);
    await offerHandOver(world.engine);
    await world.settle();
    world.clock.set('2026-03-02T13:30:00.000Z');
    await offerHandOver(world.engine);
    await world.settle();
    const [offer, ...more] = await offered();
    assert.deepEqual(more, []);
    const sentence =
      'Offered to the next shift: Ana Ruiz leaves at Mon 14:00, back Tue 06:00, and it is at risk from Mon 13:48; next on: Tom Okafor.';
    assert.equal(offer?.reason, sentence);
    assert.deepEqual(
      world.notices.filter(({ text }) => text === sentence).map(({ target }) => target),
      [{ kind: 'channel', team: 'property' }],
    );
  });

  it('lists the offers, and a colleague takes one over with a note', async () => {
    world.clock.set('2026-03-02T12:31:00.000Z');
    const id = await heldByAna({ priority: 'high' });
    const { json } = await harness.call('GET', '/api/hand-over?team=property');
    assert.equal(json.total, 1);
    const [{ case: offered, from, next }] = json.items;
    assert.deepEqual(
      [offered.id, from.name, from.endsAt, from.backAt],
      [id, 'Ana Ruiz', '2026-03-02T13:00:00.000Z', '2026-03-03T05:00:00.000Z'],
    );
    assert.deepEqual(next, [
      { id: 'agent-id', name: 'Tom Okafor', from: '2026-03-02T13:00:00.000Z', until: '2026-03-02T21:00:00.000Z' },
    ]);
    const taken = await harness.call('POST', `/api/cases/${id}/hand-over`, {
      body: { to: 'me', note: 'Plumber is called.' },
    });
    assert.equal(taken.json.assignee, 'agent-id');
    const notes = (await world.store.messages(id)).filter(({ direction }) => direction === 'note');
    assert.deepEqual(
      notes.map(({ visibleText }) => visibleText),
      ['Plumber is called.'],
    );
    assert.equal((await harness.call('GET', '/api/hand-over')).json.total, 0);
  });
});
