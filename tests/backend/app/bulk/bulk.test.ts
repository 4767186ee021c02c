import assert from 'node:assert/strict';
import { tableBulkRuns } from '../../../../backend/adapters/store/table-kept-runs.ts';
import { bindBulk } from '../../../../backend/app/bulk/bulk-use-cases.ts';
import type { AuditEntry } from '../../../../backend/domain/audit/entry.ts';
import { isFailure } from '../../../../backend/domain/failure.ts';
import type { BulkRuns } from '../../../../backend/ports/bulk-runs.ts';
import { MemoryTables } from '../../../fakes/memory-tables.ts';
import { ana, ben } from '../../../support/lifecycle-world.ts';
import { workflowWorld } from '../../../support/workflow-world.ts';

const count = 150;

/** Cases, and how to bind the runs as another process over the same store would. */
async function world() {
  const base = await workflowWorld();
  const ids: string[] = [];
  for (let n = 0; n < count; n++) {
    const { case: made } = await base.app.createCase(ana, {
      ...{ subject: `Case ${n}`, customer: { email: 'pat@example.com', name: 'Pat' }, description: '' },
      ...{ priority: 'medium', tags: [], source: 'api' },
    });
    ids.push(made.value.id);
  }
  const runs = tableBulkRuns(new MemoryTables());
  const { clock, ids: newIds, log } = base.deps;
  const noted: AuditEntry[] = [];
  const bind = (over: Partial<typeof base.app> = {}, kept: BulkRuns = runs) =>
    bindBulk({
      app: { ...base.app, ...over },
      runs: kept,
      audit: { note: async (entry) => void noted.push(entry) },
      clock,
      ids: newIds,
      log,
    });
  return { ...base, ids, runs, bind, noted };
}

/** Lets a run of this process end. */
async function ended(bulk: ReturnType<typeof bindBulk>, id: string, as = ana) {
  for (;;) {
    const run = await bulk.bulkRun(as, id);
    if (run.state !== 'running') return run;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** A run whose process dies after so many changes; its changes are made, and nothing is on record of the last ones. */
async function broken(here: Awaited<ReturnType<typeof world>>, after: number) {
  let left = after;
  const dying = here.bind({
    changeStatus: async (...args) => {
      if (left-- <= 0) throw new Error('killed');
      return here.app.changeStatus(...args);
    },
  });
  const { id } = await dying.bulkCases(ana, { ids: here.ids }, { action: 'set_status', status: 'resolved' });
  for (;;) {
    await new Promise((resolve) => setImmediate(resolve));
    if (left < 0) break;
  }
  for (let n = 0; n < 50; n++) await new Promise((resolve) => setImmediate(resolve));
  return id;
}

describe('A bulk run', () => {
  it('goes on in another process where one died, and does nothing twice', async () => {
    const here = await world();
    const id = await broken(here, 60);
    const [first = ''] = here.ids;
    assert.equal((await here.store.get(first))?.value.status, 'resolved');
    // Somebody works on a case meanwhile that is done, of which the record may know nothing.
    await here.app.changeStatus(ben, first, { status: 'in_progress' });
    const next = here.bind();
    await next.resumeBulk();
    assert.equal((await next.bulkRun(ana, id)).state, 'running', 'it may still be alive');
    here.clock.advance(11_000);
    await next.resumeBulk();
    const run = await ended(next, id);
    assert.deepEqual([run.state, run.results.length], ['done', count]);
    assert.deepEqual(
      run.results.map((one) => one.id),
      here.ids,
    );
    assert.ok(run.results.every(({ ok }) => ok));
    for (const [n, caseId] of here.ids.entries()) {
      const found = await here.store.get(caseId);
      assert.equal(found?.value.status, n === 0 ? 'in_progress' : 'resolved');
      const history = await here.store.history(caseId);
      const resolved = history.filter(({ changes }) => changes.some(({ to }) => to === 'resolved'));
      assert.equal(resolved.length, 1, `case ${n}`);
    }
  });

  it('takes back exactly what it did, also after a restart, and not what was so before', async () => {
    const here = await world();
    const [one = '', two = '', three = ''] = here.ids;
    const bulk = here.bind();
    await here.app.editCase(ana, two, { priority: 'low' });
    const { id } = await bulk.bulkCases(ana, { ids: [one, two, three] }, { action: 'set_priority', priority: 'low' });
    await here.app.editCase(ben, three, { subject: 'Something else' });
    const next = here.bind();
    const undone = await next.undoBulk(ana, id);
    assert.deepEqual(
      undone.results.map(({ ok, failure }) => [ok, failure?.code]),
      [
        [true, undefined],
        [true, undefined],
        [false, 'conflict'],
      ],
    );
    const priorities = await Promise.all(
      [one, two, three].map(async (ref) => (await here.app.getCase(ref)).value.priority),
    );
    assert.deepEqual(priorities, ['medium', 'low', 'low']);
    assert.equal((await next.undoBulk(ana, id)).id, undone.id, 'once');
  });

  it('merges into one case and takes that back without loss', async () => {
    const here = await world();
    const [into = '', ...rest] = here.ids.slice(0, 4);
    const bulk = here.bind();
    const { id } = await bulk.bulkCases(ana, { ids: rest }, { action: 'merge', into });
    assert.equal((await here.app.getCase(into)).value.merged.length, 3);
    const { results } = await bulk.undoBulk(ana, id);
    assert.ok(results.every(({ ok }) => ok));
    assert.equal((await here.app.getCase(into)).value.merged.length, 0);
  });

  it('stops when it is told to, from whichever process, and what it did can be taken back', async () => {
    const here = await world();
    let begun = 0;
    const bulk = here.bind({
      assignCase: async (...args) => {
        begun += 1;
        here.clock.advance(500);
        if (begun === 17) await here.bind().cancelBulk(ana, (await here.runs.all())[0]?.id ?? '');
        return here.app.assignCase(...args);
      },
    });
    const { id } = await bulk.bulkCases(ana, { ids: here.ids }, { action: 'assign', assignee: 'me' });
    const run = await ended(bulk, id);
    assert.equal(run.state, 'cancelled');
    assert.ok(run.results.length >= 17 && run.results.length < count, String(run.results.length));
    const { total } = await bulk.undoBulk(ana, id);
    assert.equal(total, run.results.length);
  });

  it('is one run for one key, and shows to whoever began it alone', async () => {
    const here = await world();
    const bulk = here.bind();
    const ids = here.ids.slice(0, 2);
    const key = { key: 'k', requestHash: 'h' };
    const { id } = await bulk.bulkCases(ana, { ids }, { action: 'add_tags', tags: ['a'] }, key);
    assert.equal((await bulk.bulkCases(ana, { ids }, { action: 'add_tags', tags: ['a'] }, key)).id, id);
    const other = { ...key, requestHash: 'other' };
    await assert.rejects(bulk.bulkCases(ana, { ids }, { action: 'add_tags', tags: ['b'] }, other), (error) =>
      isFailure(error, 'conflict'),
    );
    assert.deepEqual(
      (await bulk.listBulkRuns(ana)).map((run) => run.id),
      [id],
    );
    assert.deepEqual(await bulk.listBulkRuns(ben), []);
    assert.deepEqual(
      here.noted.map(({ kind, subject, changes }) => [kind, subject, changes[0]?.to]),
      [['bulk.run', 'add_tags', 2]],
    );
    here.clock.advance(25 * 3_600_000);
    await bulk.bulkCases(ana, { ids }, { action: 'remove_tags', tags: ['a'] });
    await assert.rejects(bulk.bulkRun(ana, id), (error) => isFailure(error, 'not-found'));
  });
});
