import assert from 'node:assert/strict';
import { runTimers } from '../../../../backend/app/workflow/run-timers.ts';
import { Failure } from '../../../../backend/domain/failure.ts';
import { MemoryOpenWork } from '../../../../backend/readmodel/open-work.ts';
import { TimerHeap } from '../../../../backend/readmodel/timer-heap.ts';
import { aMail } from '../../../builders/mail.ts';
import { aRule } from '../../../builders/rule.ts';
import { type WorkflowWorld, workflowWorld } from '../../../support/workflow-world.ts';

const minuteMs = 60_000;

function quiet(tag: string) {
  return aRule({
    id: 'quiet',
    name: 'quiet',
    when: [{ kind: 'time_since', since: 'status_changed', amount: 1, unit: 'hour' }],
    do: [{ kind: 'add_tags', tags: [tag] }],
  });
}

/** A process that was just started on the store: it knows of no timer. @returns how many it planned */
async function startAnew(world: WorkflowWorld): Promise<number> {
  const planned: string[] = [];
  const timers = new TimerHeap();
  const set = timers.set.bind(timers);
  timers.set = (caseId, those) => {
    planned.push(...those.map(({ key }) => key));
    set(caseId, those);
  };
  await runTimers({ ...world.engine, timers, openWork: new MemoryOpenWork() }, { book: null, version: '' });
  return planned.length;
}

describe('Timers after a start', () => {
  async function worldWithACase() {
    const world = await workflowWorld();
    await world.setRules(quiet('first'));
    await world.arrive(aMail());
    await world.settle();
    const [opened] = await world.cases();
    const id = opened?.value.id ?? '';
    const tags = async () => (await world.store.get(id))?.value.tags;
    return { world, id, tags };
  }

  it('are not planned again once they were due and dealt with', async () => {
    const { world, tags } = await worldWithACase();
    assert.equal(await startAnew(world), 1);
    world.clock.advance(61 * minuteMs);
    await world.settle();
    assert.deepEqual(await tags(), ['first']);
    // The firing itself moved the case, and only what is older than that is certain.
    world.clock.advance(30 * minuteMs);
    await world.settle();
    assert.equal(await startAnew(world), 0);
  });

  it('are planned again for a case that moved at the last moment', async () => {
    const { world, id, tags } = await worldWithACase();
    world.clock.advance(30 * minuteMs);
    await world.settle();
    world.clock.advance(5 * minuteMs);
    const longAgo = new Date(world.clock.nowMs() - 3 * 60 * minuteMs).toISOString();
    await world.store.transact(id, 'late', async (tx) => {
      const found = await tx.case(id);
      assert.ok(found !== undefined);
      const at = world.clock.now();
      tx.putCase({ ...found.value, statusSince: longAgo, updatedAt: at });
      const actor = { id: 'a', name: 'A', role: null, surface: 'api' as const };
      tx.record({
        kind: 'case.changed',
        caseId: id,
        at,
        actor,
        changes: [],
        messageId: null,
        mail: null,
        reason: null,
      });
    });
    assert.equal(await startAnew(world), 1);
    assert.deepEqual(await tags(), ['first']);
  });

  it('are all planned when the rules have changed', async () => {
    const { world, tags } = await worldWithACase();
    world.clock.advance(61 * minuteMs);
    await world.settle();
    world.clock.advance(60 * minuteMs);
    await world.settle();
    await world.setRules({ ...quiet('second'), id: 'other' });
    assert.equal(await startAnew(world), 1);
    assert.deepEqual(await tags(), ['first', 'second']);
  });

  it('and after a fault of the store are tried again, however many came due with it', async () => {
    const { world, tags } = await worldWithACase();
    const plan = { book: null, version: '' };
    const engine = { ...world.engine, timers: new TimerHeap(), openWork: new MemoryOpenWork() };
    await runTimers(engine, plan);
    world.clock.advance(61 * minuteMs);
    const transact = () => Promise.reject(new Failure('unavailable', 'The store is away.'));
    const store = { get: (id: string) => world.store.get(id), transact } as unknown as typeof engine.store;
    await assert.rejects(runTimers({ ...engine, store }, plan), Failure);
    assert.deepEqual(await tags(), []);
    await runTimers(engine, plan);
    assert.deepEqual(await tags(), ['first']);
  });
});
