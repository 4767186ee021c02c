import assert from 'node:assert/strict';
import { cryptoIds } from '../../../../backend/adapters/system/ids.ts';
import { changeStatus, editCase } from '../../../../backend/app/cases/change-case.ts';
import type { CaseDeps } from '../../../../backend/app/cases/deps.ts';
import { getCase } from '../../../../backend/app/cases/find-case.ts';
import { explainClocks } from '../../../../backend/app/sla/explain-clocks.ts';
import { watchClocks } from '../../../../backend/app/sla/watch-clocks.ts';
import { system } from '../../../../backend/domain/access/actor.ts';
import type { CaseMessage, SupportCase } from '../../../../backend/domain/case/case.ts';
import { isFailure } from '../../../../backend/domain/failure.ts';
import { clocks } from '../../../../backend/domain/sla/clocks.ts';
import { standardPolicy } from '../../../../backend/domain/sla/policy.ts';
import { presentLedger } from '../../../../backend/present/present-ledger.ts';
import { MemoryCaseIndex } from '../../../../backend/readmodel/case-index.ts';
import { aCase } from '../../../builders/case.ts';
import { aMessage, anEvent } from '../../../builders/stored.ts';
import { settingsOver } from '../../../fakes/fake-settings.ts';
import { MemoryTables } from '../../../fakes/memory-tables.ts';
import { TestClock } from '../../../fakes/test-clock.ts';
import { type SlaWorld, slaWorld } from '../../../support/sla-world.ts';

const jonas = { id: 'jonas', name: 'Jonas Weber', role: 'admin' as const, surface: 'tab' as const };
const weekday = [['09:00', '17:00']] as const;
const berlin = {
  id: 'berlin',
  name: 'Berlin office',
  tz: 'Europe/Berlin',
  hours: { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday },
};

describe('The clocks on a case', () => {
  let world: SlaWorld;
  let clock: TestClock;
  let deps: CaseDeps;
  let opened: SupportCase;

  beforeEach(async () => {
    // A Tuesday, 14:06 in Berlin.
    clock = new TestClock('2026-11-24T13:06:00.000Z');
    world = await slaWorld(new MemoryTables(), clock);
    const { store } = world;
    deps = {
      store,
      index: new MemoryCaseIndex(clock),
      numbers: { next: async () => 'HC-1' },
      directory: { agents: async () => [], agent: async () => undefined },
      clock,
      ids: cryptoIds,
    };
    opened = aCase({ createdAt: clock.now(), updatedAt: clock.now() });
    await open(opened);
  });

  async function open(value: SupportCase): Promise<void> {
    await world.store.transact(value.id, `open|${value.id}`, async (tx) => {
      tx.putCase(value);
      tx.addMessage(aMessage(value.id, { at: clock.now() }));
      tx.record(anEvent(value.id, { kind: 'case.opened', at: clock.now() }));
    });
  }

  async function add(fields: Partial<CaseMessage>): Promise<void> {
    await world.store.transact(opened.id, `message|${fields.id}`, async (tx) => {
      const found = await tx.case(opened.id);
      if (found === undefined) throw new Error('The case is gone.');
      tx.putCase({ ...found.value, updatedAt: clock.now() });
      tx.addMessage(aMessage(opened.id, { at: clock.now(), ...fields }));
      tx.record(anEvent(opened.id, { kind: 'message.added', at: clock.now(), messageId: fields.id ?? null }));
    });
  }

  async function stored(): Promise<SupportCase> {
    const found = await world.store.get(opened.id);
    if (found === undefined) throw new Error('The case is gone.');
    return found.value;
  }
  async function look(): Promise<void> {
    await world.catchUp();
    await watchClocks(world.watch);
  }
  const minutes = (n: number) => clock.advance(n * 60_000);
  const dueOf = async (name: 'firstResponse' | 'nextResponse' | 'resolution') =>
    clocks(await stored(), clock.nowMs())[name].due;

  const write = (name: 'sla-policies' | 'calendars', document: unknown, ifMatch = '0') =>
    settingsOver(world.settings, world.book).writeSettings(system, name, document, ifMatch);

  async function useOffice(policy: Partial<typeof standardPolicy> = {}): Promise<void> {
    await write('calendars', { calendars: [berlin] });
    await write('sla-policies', { policies: [{ ...standardPolicy, calendar: 'berlin', ...policy }] });
  }

  it('start with the case, follow its priority, and stand still while somebody else must act', async () => {
    assert.equal(await dueOf('resolution'), '2026-11-25T13:06:00.000Z');
    minutes(10);
    await editCase(deps, jonas, opened.id, { priority: 'high' });
    assert.equal(await dueOf('resolution'), '2026-11-24T17:06:00.000Z');
    await changeStatus(deps, jonas, opened.id, { status: 'awaiting_vendor' });
    assert.deepEqual(clocks(await stored(), clock.nowMs()).resolution, {
      due: null,
      state: 'paused',
      targetMinutes: 240,
      leftMinutes: 230,
    });
    minutes(30);
    await changeStatus(deps, jonas, opened.id, { status: 'in_progress' });
    assert.equal(await dueOf('resolution'), '2026-11-24T17:36:00.000Z');
  });

  it('are met by an answer of ours, not by a note or a machine, and say how long it took', async () => {
    minutes(20);
    await add({ id: 'a1', direction: 'note' });
    await add({ id: 'a2', direction: 'outbound', automatic: true });
    assert.equal(clocks(await stored(), clock.nowMs()).firstResponse.state, 'ok');
    await add({ id: 'a3', direction: 'outbound' });
    const value = await stored();
    assert.equal(clocks(value, clock.nowMs()).firstResponse.state, 'met');
    assert.deepEqual([value.firstResponseAt, value.firstResponseMinutes], [clock.now(), 20]);
    minutes(40);
    await changeStatus(deps, jonas, opened.id, { status: 'resolved' });
    assert.equal((await stored()).resolutionMinutes, 60);
    await changeStatus(deps, jonas, opened.id, { status: 'in_progress' });
    assert.equal((await stored()).resolutionMinutes, null);
  });

  it('owe a next answer to a customer who asks, not to one who says thanks', async () => {
    const targets = { ...standardPolicy.targets, medium: { firstResponse: 60, nextResponse: 45, resolution: 600 } };
    await write('sla-policies', { policies: [{ ...standardPolicy, targets }] });
    await add({ id: 'b1', direction: 'outbound' });
    await add({ id: 'b2', visibleText: 'Thank you very much!' });
    assert.equal(await dueOf('nextResponse'), null);
    minutes(5);
    await add({ id: 'b3', visibleText: 'It drips again. When will somebody come?' });
    minutes(5);
    await add({ id: 'b4', visibleText: 'Hello? Anybody?' });
    assert.equal(await dueOf('nextResponse'), '2026-11-24T13:56:00.000Z');
    await add({ id: 'b5', direction: 'outbound' });
    assert.equal(clocks(await stored(), clock.nowMs()).nextResponse.state, 'met');
  });

  it('count business hours once a policy names a calendar, also on cases that are open', async () => {
    await useOffice();
    await look();
    // 2 h 54 min are left on Tuesday; 24 h of work end on Friday.
    assert.equal(await dueOf('resolution'), '2026-11-27T13:06:00.000Z');
    const last = (await world.store.history(opened.id)).at(-1);
    assert.deepEqual([last?.kind, last?.reason], ['sla.recalculated', 'Service level settings changed.']);
    await look();
    assert.equal((await world.store.history(opened.id)).length, 2, 'recalculated once');
  });

  it('tell once of each level, also after a restart, and do what the policy says', async () => {
    const targets = { ...standardPolicy.targets, medium: { firstResponse: null, nextResponse: null, resolution: 300 } };
    const escalation = [
      {
        id: 'late',
        clock: 'resolution',
        minutesAfterDue: 30,
        actions: [{ do: 'raise_priority' }, { do: 'notify', who: 'managers' }],
      },
    ] as const;
    await write('sla-policies', { policies: [{ ...standardPolicy, targets, escalation }] });
    await look();
    const alerts = async () =>
      (await world.store.history(opened.id)).flatMap(({ kind, sla }) => (sla?.alert ? [[kind, sla.alert.level]] : []));
    minutes(239);
    await look();
    assert.deepEqual(await alerts(), []);
    minutes(1);
    await look();
    await look();
    assert.deepEqual(await alerts(), [['sla.at_risk', 'at_risk']]);
    assert.equal((await stored()).priority, 'medium');
    minutes(1_000);
    await look();
    assert.deepEqual((await alerts()).slice(1, 3), [
      ['sla.breached', 'breached'],
      ['sla.escalated', 'late'],
    ]);
    assert.equal((await stored()).priority, 'high');
    const told = (await world.store.history(opened.id)).find(({ kind }) => kind === 'sla.escalated');
    assert.deepEqual(told?.sla?.alert?.tell, ['managers']);
    assert.deepEqual(
      told?.changes.map(({ field, from, to }) => [field, from, to]),
      [['priority', 'medium', 'high']],
    );
  });

  it('let whoever edits a case go on when a clock was told of meanwhile', async () => {
    minutes(192);
    const seen = await world.store.get(opened.id);
    await look();
    assert.notEqual((await world.store.get(opened.id))?.etag, seen?.etag, 'somebody was told');
    await editCase(deps, jonas, opened.id, { tags: ['leak'] }, seen?.etag);
  });

  it('go on where they stood when an answer is taken back, or could not be delivered', async () => {
    minutes(20);
    const at = clock.now();
    await add({ id: 'd1', direction: 'outbound' });
    await world.store.transact(opened.id, 'take back', async (tx) => {
      const found = await tx.case(opened.id);
      if (found !== undefined) tx.putCase({ ...found.value, firstResponseAt: null });
      tx.removeMessage({ caseId: opened.id, at, id: 'd1' });
      tx.record(anEvent(opened.id, { at }));
    });
    const running = { firstResponseAt: null, firstResponseMinutes: null, due: '2026-11-24T17:06:00.000Z' };
    const seen = async () => {
      const { firstResponseAt, firstResponseMinutes } = await stored();
      return { firstResponseAt, firstResponseMinutes, due: await dueOf('firstResponse') };
    };
    assert.deepEqual(await seen(), running);
    await add({ id: 'd2', direction: 'outbound' });
    assert.equal((await seen()).firstResponseAt, at);
    const delivery = { state: 'failed' as const, at, sendAt: null, attempts: 3, error: 'Refused.' };
    await add({ id: 'd2', direction: 'outbound', delivery });
    assert.deepEqual(await seen(), running);
  });

  it('let a case that is over rest when its customer says thanks', async () => {
    await changeStatus(deps, jonas, opened.id, { status: 'resolved' });
    const before = await stored();
    minutes(5);
    await add({ id: 'e1', visibleText: 'Thanks a lot!' });
    assert.deepEqual((await stored()).sla, before.sla);
  });

  it('refuse policies without a calendar, and to lose a calendar in use', async () => {
    const refused = (path: string) => (error: unknown) => isFailure(error, 'invalid') && error.faults[0]?.path === path;
    const policies = [{ ...standardPolicy, calendar: 'lisbon' }];
    await assert.rejects(write('sla-policies', { policies }), refused('policies.0.calendar'));
    await useOffice();
    await assert.rejects(write('calendars', { calendars: [] }, '1'), refused('calendars'));
    const abroad = { ...berlin, country: { code: 'XX' } };
    await assert.rejects(write('calendars', { calendars: [abroad] }, '1'), refused('calendars.0.country'));
  });

  it('can be explained, with the same bytes by every process', async () => {
    await useOffice();
    await look();
    minutes(30);
    await add({ id: 'c1', direction: 'outbound' });
    await editCase(deps, jonas, opened.id, { priority: 'urgent' });
    await changeStatus(deps, jonas, opened.id, { status: 'awaiting_customer' });
    minutes(60);
    await add({ id: 'c2', visibleText: 'Here are the photos.' });
    const at = clock.nowMs() + 86_400_000;
    const explain = async ({ store, book }: SlaWorld) =>
      JSON.stringify(
        presentLedger(
          await explainClocks(
            { getCase: (ref) => getCase({ ...deps, store }, ref), clock },
            book.terms(),
            opened.id,
            at,
          ),
        ),
      );
    const bytes = await explain(world);
    assert.match(bytes, /"cause":"pause".*"detail":"awaiting_customer"/);
    assert.match(bytes, /"name":"Berlin office"/);
    assert.equal(bytes, await explain(world));
  });
});
