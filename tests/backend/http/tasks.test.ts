import assert from 'node:assert/strict';
import { getCase } from '../../../backend/app/cases/find-case.ts';
import { mergeCase, unmergeCase } from '../../../backend/app/lifecycle/merge-cases.ts';
import { bindTasks } from '../../../backend/app/tasks/bind-tasks.ts';
import { MessageList } from '../../../backend/contracts/message.ts';
import { BulkTaskResults, Task, TaskList } from '../../../backend/contracts/task.ts';
import { MemoryTaskIndex } from '../../../backend/readmodel/task-index.ts';
import { MemoryTables } from '../../fakes/memory-tables.ts';
import { ana, type LifecycleWorld, lifecycleWorld } from '../../support/lifecycle-world.ts';
import { type Harness, startHarness } from './harness.ts';

const templates = [
  { key: 'call', title: 'Call the customer', dueInHours: 2 },
  { key: 'visit', title: 'Plan a visit', checklist: ['Key', 'Parts'], priority: 'high', after: ['call'] },
];
const categories = [
  { key: 'billing', name: 'Billing', parent: null },
  { key: 'technical', name: 'Technical', parent: 'any', taskTemplates: templates },
  { key: 'any', name: 'Any', parent: null, taskTemplates: [{ key: 'thank', title: 'Thank them' }] },
];

describe('Tasks over HTTP, with the real store behind', () => {
  const tables = new MemoryTables();
  let harness: Harness;
  let world: LifecycleWorld;
  let tasks: MemoryTaskIndex;

  before(async () => {
    harness = await startHarness();
    world = await lifecycleWorld(tables);
    tasks = new MemoryTaskIndex();
    tasks.follow(world.tailer);
    await tasks.load(world.store);
    const settings = { read: async () => ({ value: { categories }, etag: '1' }) };
    const catchUp = () => world.tailer.catchUpAll();
    Object.assign(
      harness.app,
      bindTasks({ ...world.deps, tasks, settings, catchUp, undoMs: 15_000, wakeOutbox: () => {} }, catchUp),
    );
    harness.app.getCase = (ref) => getCase(world.deps, ref);
  });
  after(() => harness.close());

  const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    harness.call(method, path, { ...(body !== undefined && { body }), headers });
  async function make(fields: Record<string, unknown> = {}): Promise<Task> {
    const { status, json } = await call('POST', '/api/tasks', { title: 'Replace the washer', ...fields });
    assert.equal(status, 201, JSON.stringify(json));
    return Task.parse(json);
  }
  const set = (task: Task, body: unknown, etag = task.etag) =>
    call('PATCH', `/api/tasks/${task.id}`, body, { 'if-match': `"${etag}"` });

  it('belong to a case, which counts them, or stand alone', async () => {
    const value = await world.mailCase();
    const task = await make({ caseId: value.number, checklist: ['Key', { text: 'Parts', done: true }], owner: 'me' });
    assert.deepEqual([task.caseId, task.caseNumber, task.owner], [value.id, value.number, 'agent-id']);
    assert.deepEqual(task.checklist[0], { text: 'Key', done: false });
    assert.deepEqual((await world.get(value.id)).tasks, { total: 1, open: 1 });
    const alone = await make({ ownerEmail: 'plumber@example.com', dueAt: '2026-11-25T10:00:00+01:00' });
    assert.deepEqual(
      [alone.caseId, alone.ownerEmail, alone.dueAt],
      [null, 'plumber@example.com', '2026-11-25T09:00:00.000Z'],
    );
    const got = await call('GET', `/api/tasks/${alone.id}`);
    assert.deepEqual(got.json, alone);
    assert.equal(got.headers.get('etag'), `"${alone.etag}"`);
    assert.equal((await call('GET', '/api/tasks/0123')).status, 404);
    const listed = TaskList.parse((await call('GET', `/api/cases/${value.id}/tasks`)).json);
    assert.deepEqual(listed.items, [task]);
  });

  it('are made once for one Idempotency-Key', async () => {
    const headers = { 'idempotency-key': 'washer' };
    const [one, two] = [
      await call('POST', '/api/tasks', { title: 'Once' }, headers),
      await call('POST', '/api/tasks', { title: 'Once' }, headers),
    ];
    assert.deepEqual([one.json.id, two.headers.get('idempotency-replayed')], [two.json.id, 'true']);
    assert.equal((await call('POST', '/api/tasks', { title: 'Other' }, headers)).status, 409);
  });

  it('go from new to in progress, resolved and closed, and back to work', async () => {
    let task = await make();
    for (const status of ['in_progress', 'resolved', 'closed', 'in_progress']) {
      const changed = await set(task, { status });
      assert.equal(changed.status, 200, status);
      task = Task.parse(changed.json);
    }
    assert.deepEqual([task.resolvedAt, task.closedAt], [undefined, undefined]);
    assert.equal((await set(task, { status: 'new' })).status, 409);
  });

  it('are changed only under the version the caller saw, and a stale change says what differs', async () => {
    const task = await make({ priority: 'low' });
    assert.equal((await call('PATCH', `/api/tasks/${task.id}`, { title: 'x' })).status, 428);
    assert.equal((await call('DELETE', `/api/tasks/${task.id}`)).status, 428);
    assert.equal((await set(task, { priority: 'high' })).status, 200);
    const stale = await set(task, { priority: 'urgent' });
    assert.equal(stale.status, 412);
    assert.equal(Task.parse(stale.json.current).priority, 'high');
    assert.deepEqual(stale.json.differences, [{ field: 'priority', now: 'high', yours: 'urgent' }]);
    assert.equal(stale.headers.get('etag'), `"${stale.json.current.etag}"`);
  });

  it('wait for the tasks they depend on', async () => {
    const first = await make({ title: 'Order parts' });
    const second = await make({ title: 'Fit parts', blockedBy: [first.id] });
    assert.equal(second.blocked, true);
    const refused = await set(second, { status: 'in_progress' });
    assert.equal(refused.status, 409);
    assert.match(refused.json.detail, /Order parts/);
    assert.equal((await set(first, { blockedBy: [second.id] })).json.errors[0].path, 'blockedBy.0');
    assert.equal((await set(first, { blockedBy: ['nothing'] })).status, 422);
    await set(first, { status: 'resolved' });
    assert.equal((await call('GET', `/api/tasks/${second.id}`)).json.blocked, false);
    assert.equal((await set(second, { status: 'in_progress' })).status, 200);
  });

  it('never wait for each other in a circle, also when two people make them in the same moment', async () => {
    const [one, two] = [await make({ title: 'One' }), await make({ title: 'Two' })];
    const answers = await Promise.all([set(one, { blockedBy: [two.id] }), set(two, { blockedBy: [one.id] })]);
    assert.ok(
      answers.some(({ status }) => status !== 200),
      'one of them is refused at least',
    );
    const now = await Promise.all([one, two].map(({ id }) => call('GET', `/api/tasks/${id}`)));
    assert.ok(now.filter(({ json }) => json.blocked === true).length < 2);
  });

  it('when all are done the case suggests resolving it, and a deleted task counts no more', async () => {
    const value = await world.mailCase();
    const [one, two] = [await make({ caseId: value.id }), await make({ caseId: value.id })];
    const before = await world.store.get(value.id);
    await set(one, { status: 'resolved' });
    const gone = await call('DELETE', `/api/tasks/${two.id}`, undefined, { 'if-match': `"${two.etag}"` });
    assert.equal(gone.json.id, two.id);
    assert.equal((await call('GET', `/api/tasks/${two.id}`)).status, 404);
    const { presentCase } = await import('../../../backend/present/present-case.ts');
    const now = await world.store.get(value.id);
    const shown = presentCase(now ?? assert.fail(), { role: 'agent', nowMs: 0, agentName: () => undefined });
    assert.deepEqual([shown.taskCount, shown.openTaskCount, shown.suggestResolve], [1, 0, true]);
    assert.ok(now?.value.quietFrom.includes(before?.etag ?? ''), 'a task outdates no version of its case');
    const kinds = (await world.store.history(value.id)).map((event) => event.kind);
    assert.deepEqual(kinds.slice(-4), ['task.created', 'task.created', 'task.changed', 'task.deleted']);
  });

  it('are filtered and sorted page by page', async () => {
    const value = await world.mailCase();
    for (const [title, priority, dueAt] of [
      ['Beta', 'low', '2026-11-26T09:00:00.000Z'],
      ['Alpha', 'critical', '2026-11-25T09:00:00.000Z'],
      ['Émile', 'high', null],
    ]) {
      await make({ title, priority, dueAt, caseId: value.id });
    }
    const titles = async (query: string) => {
      const { json } = await call('GET', `/api/tasks?case=${value.number}&${query}`);
      return TaskList.parse(json).items.map((task) => task.title);
    };
    assert.deepEqual(await titles('sort=due'), ['Alpha', 'Beta', 'Émile']);
    assert.deepEqual(await titles('sort=-due'), ['Beta', 'Alpha', 'Émile']);
    assert.deepEqual(await titles('sort=priority'), ['Alpha', 'Émile', 'Beta']);
    assert.deepEqual(await titles('sort=title'), ['Alpha', 'Beta', 'Émile']);
    assert.deepEqual(await titles('q=emile'), ['Émile']);
    assert.deepEqual(await titles('priority=low,high&sort=title'), ['Beta', 'Émile']);
    assert.deepEqual(await titles('dueBefore=2026-11-25T12:00:00Z'), ['Alpha']);
    assert.deepEqual(await titles('owner=me'), []);
    assert.equal((await titles('owner=none')).length, 3);
    const first = await call('GET', `/api/tasks?case=${value.id}&sort=title&limit=2`);
    assert.deepEqual([first.json.total, first.json.items.length], [3, 2]);
    assert.deepEqual(await titles(`sort=title&limit=2&after=${encodeURIComponent(first.json.next)}`), ['Émile']);
    assert.equal((await call('GET', '/api/tasks?after=nonsense')).status, 422);
  });

  it('are changed many at once, with the outcome of each', async () => {
    const [one, two] = [await make(), await make()];
    await set(two, { status: 'in_progress' });
    const ids = [one.id, 'nothing', two.id];
    const { json } = await call('POST', '/api/tasks/bulk', { ids, action: 'set_status', status: 'in_progress' });
    assert.deepEqual(
      json.results.map((each: { id: string; ok: boolean }) => [each.id, each.ok]),
      [
        [one.id, true],
        ['nothing', false],
        [two.id, true],
      ],
    );
    assert.deepEqual([json.succeeded, json.failed, json.results[1].error.status], [2, 1, 404]);
    assert.equal((await call('POST', '/api/tasks/bulk', { ids, action: 'paint' })).status, 422);
  });

  it('are given to somebody outside one by one or many at once, and show what was written to them', async () => {
    const value = await world.mailCase();
    const task = await make({ caseId: value.id, ownerEmail: 'Joe@pipes.example' });
    assert.deepEqual([task.ownerEmail, task.assignment?.to], ['joe@pipes.example', 'joe@pipes.example']);
    const { json } = await call('GET', `/api/tasks/${task.id}/messages`);
    const [message] = MessageList.parse(json).items;
    assert.deepEqual(
      [message?.id, message?.taskId, message?.delivery?.state],
      [task.assignment?.messageId, task.id, 'queued'],
    );
    assert.equal((await set(task, { share: ['nothing'], ownerEmail: 'kim@pipes.example' })).status, 422);
    const other = await make({ caseId: value.id });
    const ids = [task.id, other.id];
    const given = await call('POST', '/api/tasks/bulk', {
      ids,
      action: 'assign_outside',
      ownerEmail: 'kim@pipes.example',
    });
    assert.deepEqual(
      BulkTaskResults.parse(given.json).results.map((one) => one.task?.assignment?.to),
      ['kim@pipes.example', 'kim@pipes.example'],
    );
    const moved = await call('POST', '/api/tasks/bulk', { ids, action: 'set_category', category: 'billing' });
    assert.deepEqual(
      BulkTaskResults.parse(moved.json).results.map((one) => one.task?.category),
      ['billing', 'billing'],
    );
    const alone = await make({ ownerEmail: 'joe@pipes.example' });
    assert.equal(alone.assignment, undefined);
    assert.deepEqual((await call('GET', `/api/tasks/${alone.id}/messages`)).json, { items: [], total: 0 });
  });

  it("come from the category's templates once", async () => {
    const value = await world.mailCase();
    const apply = () => call('POST', `/api/cases/${value.id}/tasks/from-templates`);
    const [one, two] = await Promise.all([apply(), apply()]);
    const made: Task[] = [...one.json.items, ...two.json.items];
    const titles = ['Call the customer', 'Plan a visit', 'Thank them'];
    assert.deepEqual(made.map((task) => task.title).sort(), titles, 'those of the categories above as well');
    const [calling, visit] = titles.map((title) => made.find((task) => task.title === title) ?? assert.fail());
    assert.deepEqual([visit?.priority, visit?.blockedBy, visit?.blocked], ['high', [calling?.id], true]);
    assert.deepEqual((await world.get(value.id)).tasks, { total: 3, open: 3 });
    assert.equal((await set(visit ?? assert.fail(), { status: 'in_progress' })).status, 409);
    assert.equal((await set(calling ?? assert.fail(), { status: 'resolved' })).status, 200);
    assert.equal((await set(visit ?? assert.fail(), { status: 'in_progress' })).status, 200);
  });

  it('of a merged case show and count on the other, and go back with it', async () => {
    const [one, two] = [await world.mailCase(), await world.mailCase()];
    await make({ caseId: one.id });
    const task = await make({ caseId: two.id });
    await mergeCase(world.deps, ana, two.id, one.id);
    assert.deepEqual((await world.get(one.id)).tasks, { total: 2, open: 2 });
    assert.equal((await call('GET', `/api/cases/${one.id}/tasks`)).json.total, 2);
    await set(task, { status: 'resolved' });
    assert.deepEqual((await world.get(one.id)).tasks, { total: 2, open: 1 });
    assert.equal((await call('POST', '/api/tasks', { title: 'x', caseId: two.id })).status, 409);
    await unmergeCase(world.deps, ana, two.id);
    assert.deepEqual(
      [(await world.get(one.id)).tasks, (await world.get(two.id)).tasks],
      [
        { total: 1, open: 1 },
        { total: 1, open: 0 },
      ],
    );
  });

  it('are all known after a restart', async () => {
    const fresh = new MemoryTaskIndex();
    await fresh.load(world.store);
    const page = { limit: 1_000 };
    const sort = { key: 'created', descending: false } as const;
    assert.deepEqual(fresh.list({}, sort, page), tasks.list({}, sort, page));
    assert.ok(tasks.list({}, sort, page).total > 15);
  });
});
