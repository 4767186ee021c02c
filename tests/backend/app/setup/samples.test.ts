import assert from 'node:assert/strict';
import { followNotices } from '../../../../backend/app/notices/follow-notices.ts';
import { followRules } from '../../../../backend/app/workflow/follow-rules.ts';
import { runTimers } from '../../../../backend/app/workflow/run-timers.ts';
import type { Actor } from '../../../../backend/domain/access/actor.ts';
import { isFailure } from '../../../../backend/domain/failure.ts';
import { type WorkflowWorld, workflowWorld } from '../../../support/workflow-world.ts';

const admin: Actor = { id: 'mei', name: 'Mei Lin', role: 'admin', surface: 'tab' };
const byNumber = { key: 'number', descending: false } as const;
const hourMs = 3_600_000;

describe('Sample cases', () => {
  let world: WorkflowWorld;
  const all = () => world.app.findCases({}, byNumber, { limit: 100 });
  beforeEach(async () => {
    world = await workflowWorld();
  });

  it('come marked, once, and tell nobody, now or later', async () => {
    const setup = await world.app.loadSamples(admin);
    assert.ok(setup.samples >= 12);
    await world.app.loadSamples(admin);
    const { total } = await all();
    assert.equal(total, setup.samples);
    const listed = await world.app.listCases({}, byNumber, { limit: 100 });
    for (const { value } of listed.items) {
      assert.match(value.subject, /^Sample: /);
      assert.deepEqual([value.tags, value.mailbox], [['sample'], null]);
      assert.match(value.customer.email, /@sample\.invalid$/);
      assert.ok(value.createdAt <= world.deps.clock.now());
    }
    for (let hour = 0; hour < 4; hour++) {
      await followRules(world.engine);
      await followNotices(world.engine);
      await runTimers(world.engine, { book: null, version: '' });
      world.clock.advance(24 * hourMs);
    }
    assert.deepEqual([world.notices.length, world.posted.length], [0, 0]);
  });

  it('leave no trace in lists, figures, search and customers, whatever was done with them, and may come again', async () => {
    const own = await world.app.createCase(admin, {
      ...{ subject: 'Our own case', description: 'It stays.', tags: [], source: 'tab' },
      customer: { email: 'nadia@example.com', name: 'Nadia' },
    } as never);
    const { samples } = await world.app.loadSamples(admin);
    const [first] = (await world.app.listCases({ tag: ['sample'] }, byNumber, { limit: 1 })).items;
    const id = first?.value.id ?? '';
    await world.app.addNote(admin, id, { text: 'Tried something.' });
    await world.app.createTask(admin, { case: id, title: 'Try it' });
    assert.equal((await world.app.removeSamples(admin)).samples, 0);
    const left = await world.app.listCases({}, byNumber, { limit: 100 });
    assert.deepEqual(
      left.items.map(({ value }) => value.id),
      [own.case.value.id],
    );
    world.clock.advance(1_000);
    const { figures } = await world.app.dashboard(admin, {}, {});
    assert.deepEqual([figures.open, figures.created, figures.resolved], [1, 1, 0]);
    await assert.rejects(world.app.getCase(id), (error) => isFailure(error, 'not-found'));
    assert.deepEqual(await world.store.messages(id), []);
    assert.equal((await world.app.listTasks({}, { key: 'due', descending: false }, { limit: 10 })).total, 0);
    assert.equal((await world.app.listCustomers({ limit: 50 })).total, 1);
    await world.app.loadSamples(admin);
    assert.equal((await all()).total, samples + 1);
    await world.app.removeSamples(admin);
    await world.app.removeSamples(admin);
    assert.equal((await all()).total, 1);
  });

  it('are remembered apart from whether the set-up is done', async () => {
    assert.equal((await world.app.readSetup()).doneAt, null);
    assert.equal((await world.app.markSetup(true)).doneAt, world.deps.clock.now());
    assert.equal((await world.app.markSetup(false)).doneAt, null);
  });
});
