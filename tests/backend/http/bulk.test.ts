import assert from 'node:assert/strict';
import { BulkRun } from '../../../backend/contracts/bulk.ts';
import { aCase } from '../../builders/case.ts';
import { type Harness, startHarness } from './harness.ts';

describe('Many cases at once over HTTP', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await startHarness();
  });
  afterEach(() => harness.close());

  const post = (path: string, body?: unknown, as = 'agent') =>
    harness.call('POST', path, { as, ...(body !== undefined && { body }) });
  const put = (count: number) => Array.from({ length: count }, () => harness.app.put(aCase()).value);

  it('each has its outcome, in the order asked for', async () => {
    const [one, two] = put(2);
    const ids = [one?.number, 'HC-0', two?.id];
    const { status, json } = await post('/api/cases/bulk', { ids, action: 'close', reason: 'Spam.' });
    assert.equal(status, 200);
    const run = BulkRun.parse(json);
    assert.deepEqual(
      run.results.map(({ id, ok, error }) => [id, ok, error?.status]),
      [
        [one?.number, true, undefined],
        ['HC-0', false, 404],
        [two?.id, true, undefined],
      ],
    );
    assert.deepEqual([run.state, run.total, run.done, run.succeeded, run.failed], ['done', 3, 3, 2, 1]);
    assert.equal((await harness.call('GET', `/api/cases/${two?.id}`)).json.status, 'closed');
  });

  it('tags are added and taken away without touching the others', async () => {
    const { value } = harness.app.put(aCase({ tags: ['vip', 'leak'] }));
    await post('/api/cases/bulk', { ids: [value.id], action: 'add_tags', tags: ['leak', 'roof'] });
    assert.deepEqual((await harness.call('GET', `/api/cases/${value.id}`)).json.tags, ['vip', 'leak', 'roof']);
    await post('/api/cases/bulk', { ids: [value.id], action: 'remove_tags', tags: ['leak'] });
    assert.deepEqual((await harness.call('GET', `/api/cases/${value.id}`)).json.tags, ['vip', 'roof']);
  });

  it('a long run over a filter goes on after the answer, and only its owner sees how far it is', async () => {
    const values = put(180);
    harness.app.findCases = async () => ({ cases: values.map(({ id }) => ({ id })), total: 180 }) as never;
    const begun = await post('/api/cases/bulk', { filter: { status: 'new' }, action: 'assign', assignee: 'me' });
    assert.equal(begun.json.total, 180);
    let run = begun.json;
    for (let n = 0; run.state === 'running' && n < 100; n++) {
      run = (await harness.call('GET', `/api/bulk/${run.id}`)).json;
    }
    assert.deepEqual([run.state, run.succeeded, run.work], ['done', 180, { action: 'assign', assignee: 'me' }]);
    const { json: brief } = await harness.call('GET', `/api/bulk/${run.id}?results=failed`);
    assert.deepEqual([brief.succeeded, brief.results], [180, []]);
    const { items } = (await harness.call('GET', '/api/bulk')).json;
    assert.deepEqual([items[0].id, items[0].results], [run.id, undefined]);
    assert.equal((await post(`/api/bulk/${run.id}/cancel`)).json.state, 'done', 'it is over');
    assert.equal((await post(`/api/bulk/${run.id}/cancel`, undefined, 'manager')).status, 404);
    assert.equal((await harness.call('GET', `/api/bulk/${run.id}`, { as: 'manager' })).status, 404);
  });

  it('a run can be taken back, case by case, where nothing came since', async () => {
    const [one, two] = put(2);
    const { json: run } = await post('/api/cases/bulk', {
      ids: [one?.id, two?.id],
      action: 'set_priority',
      priority: 'low',
    });
    const undone: string[] = [];
    harness.app.undoOnce = async (_actor, ref) => {
      undone.push(ref);
      return harness.app.put(aCase({ id: ref }));
    };
    const { json } = await post(`/api/bulk/${run.id}/undo`);
    assert.deepEqual([json.succeeded, undone.sort()], [2, [one?.id, two?.id].sort()]);
  });

  it('bad requests are refused: both ids and a filter, neither, an unknown action', async () => {
    for (const body of [
      { action: 'close' },
      { ids: ['a'], filter: {}, action: 'close' },
      { ids: ['a'], action: 'paint' },
      { ids: [], action: 'close' },
      { ids: ['a'], action: 'set_status', status: 'lost' },
    ]) {
      assert.equal((await post('/api/cases/bulk', body)).status, 422, JSON.stringify(body));
    }
  });
});
