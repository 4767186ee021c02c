import assert from 'node:assert/strict';
import type { Actor } from '../../../../backend/domain/access/actor.ts';
import { isFailure } from '../../../../backend/domain/failure.ts';
import { CrashingTables } from '../../../fakes/crashing-tables.ts';
import { MemoryTables } from '../../../fakes/memory-tables.ts';
import { type WorkflowWorld, workflowWorld } from '../../../support/workflow-world.ts';

const sofia: Actor = { id: 'sofia', name: 'Sofia Marin', role: 'manager', surface: 'tab' };

const csv = `Id,Subject,Description,Email,Customer,Status,Priority,Owner,Created,Closed
A-1,No heating,"The radiators
are cold.",nadia@example.com,Nadia,open,urgent,,2026-05-01 08:00,
A-2,Invoice twice,,marek@example.com,Marek,closed,low,Ana Ruiz,2026-04-01,2026-04-03
A-3,,,broken,,,,,,
A-1,Again,,nadia@example.com,,,,,,
`;

function read(world: WorkflowWorld, text = csv) {
  return world.app.readImport(sofia, { name: 'old.csv', bytes: new Uint8Array(Buffer.from(text)) });
}

async function bySubject(world: WorkflowWorld, subject: string) {
  return (await world.cases()).find(({ value }) => value.subject === subject)?.value;
}

async function settled() {
  const world = await workflowWorld();
  world.clock.advance(Date.parse('2026-05-06T09:00:00Z') - world.clock.nowMs());
  return world;
}

describe('An import', () => {
  it('says first what would become of each row, and makes nothing', async () => {
    const world = await settled();
    const checked = await read(world);
    assert.equal(checked.state, 'checked');
    assert.deepEqual(checked.counts, { made: 2, present: 0, refused: 2, changed: 0 });
    assert.deepEqual(checked.problems, [
      { row: 4, problems: ['There is no subject.', '“broken” is not a mail address.'] },
      { row: 5, problems: ['Row 2 has the id “A-1” as well.'] },
    ]);
    assert.deepEqual(await world.cases(), []);
    const { subject: _, ...less } = checked.mapping;
    assert.equal((await world.app.checkImport(checked.id, less, 'keep')).counts.refused, 4);
    await assert.rejects(world.app.checkImport(checked.id, { subject: 10 }, 'keep'), (error) =>
      isFailure(error, 'invalid'),
    );
  });

  it('makes cases with their past, of which nobody is told', async () => {
    const world = await settled();
    const { id } = await read(world);
    const done = await world.app.runImport(sofia, id);
    assert.deepEqual([done.state, done.counts], ['done', { made: 2, present: 0, refused: 2, changed: 0 }]);
    const [open, closed] = [await bySubject(world, 'No heating'), await bySubject(world, 'Invoice twice')];
    assert.deepEqual(
      [open?.status, open?.priority, open?.createdAt, open?.messageCount],
      ['in_progress', 'urgent', '2026-05-01T08:00:00.000Z', 1],
    );
    assert.deepEqual(
      [closed?.status, closed?.assignee, closed?.closedAt, closed?.sla?.clocks.resolution?.state],
      ['closed', 'ana', '2026-04-03T00:00:00.000Z', 'met'],
    );
    const history = await world.history(open?.id ?? '');
    assert.deepEqual(
      history.map(({ kind }) => kind),
      ['case.opened', 'case.changed'],
    );
    assert.equal(history[0]?.reason, 'Imported from “old.csv”, row 2, id A-1.');
    const [message] = await world.store.messages(open?.id ?? '');
    assert.equal(message?.visibleText, 'The radiators\nare cold.');
    const heads = await world.store.heads();
    world.clock.advance(60_000);
    await world.settle();
    assert.deepEqual(await world.store.heads(), heads);
    assert.deepEqual(world.notices, []);
  });

  it('tells what became of each row', async () => {
    const world = await settled();
    const { id } = await read(world);
    await world.app.runImport(sofia, id);
    const { items, total } = await world.app.importResults(id, { after: 1, limit: 2 });
    const made = await bySubject(world, 'Invoice twice');
    assert.equal(total, 4);
    assert.deepEqual(items, [
      { row: 3, outcome: 'made', caseId: made?.id, number: made?.number },
      { row: 4, outcome: 'refused', problems: ['There is no subject.', '“broken” is not a mail address.'] },
    ]);
  });

  it('makes nothing twice, by the ids in the file or else by what the rows say', async () => {
    const world = await settled();
    await world.app.runImport(sofia, (await read(world)).id);
    const again = await read(world, csv.replace('No heating', 'Still no heating'));
    assert.deepEqual(again.counts, { made: 0, present: 2, refused: 2, changed: 0 });
    assert.deepEqual((await world.app.runImport(sofia, again.id)).counts, {
      made: 0,
      present: 2,
      refused: 2,
      changed: 0,
    });
    const plain = 'Subject,Email\nOne,a@example.com\nTwo,a@example.com\nOne,a@example.com\n';
    assert.deepEqual((await world.app.runImport(sofia, (await read(world, plain)).id)).counts.made, 2);
    assert.deepEqual((await read(world, plain)).counts, { made: 0, present: 2, refused: 1, changed: 0 });
    assert.equal((await world.cases()).length, 4);
    await assert.rejects(world.app.runImport(sofia, again.id), (error) => isFailure(error, 'conflict'));
  });

  it('can be taken back, but for cases that somebody has worked on; their rows can then come again', async () => {
    const world = await settled();
    const { id } = await read(world);
    await assert.rejects(world.app.undoImport(sofia, id), (error) => isFailure(error, 'conflict'));
    await world.app.runImport(sofia, id);
    const closed = await bySubject(world, 'Invoice twice');
    await world.app.editCase(sofia, closed?.id ?? '', { priority: 'high' });
    const undone = await world.app.undoImport(sofia, id);
    assert.deepEqual([undone.state, undone.undone], ['undone', { closed: 1, restored: 0, kept: 1 }]);
    const gone = await bySubject(world, 'No heating');
    assert.deepEqual([gone?.status, gone?.tags], ['closed', ['import undone']]);
    assert.deepEqual((await read(world)).counts, { made: 1, present: 1, refused: 2, changed: 0 });
  });

  it('changes cases that are there, by number or by the id they came with, and puts them back', async () => {
    const world = await settled();
    await world.app.runImport(sofia, (await read(world)).id);
    const open = await bySubject(world, 'No heating');
    const update = (number = '') =>
      `Id,Subject,Priority,Tags,Status\n${number},,low,"vip, roof",\nHC-9999,,low,,\n${number},Twice,,,\n`;
    const checked = await read(world, update(open?.number));
    assert.deepEqual(checked.mapping, { number: 0, subject: 1, priority: 2, tags: 3, status: 4 });
    assert.deepEqual(checked.counts, { made: 0, present: 0, refused: 2, changed: 1 });
    const [before] = checked.changes;
    assert.deepEqual(before?.changes, [
      { field: 'priority', from: 'urgent', to: 'low' },
      { field: 'tags', from: [], to: ['vip', 'roof'] },
    ]);
    assert.deepEqual(checked.problems, [
      { row: 3, problems: ['There is no case HC-9999.'] },
      { row: 4, problems: [`Row 2 speaks of ${open?.number} as well.`] },
    ]);
    assert.equal((await bySubject(world, 'No heating'))?.priority, 'urgent', 'nothing is changed by asking');
    const done = await world.app.runImport(sofia, checked.id);
    assert.equal(done.counts.changed, 1);
    const after = await bySubject(world, 'No heating');
    assert.deepEqual([after?.priority, after?.tags, after?.status], ['low', ['vip', 'roof'], 'in_progress']);

    const same = await read(world, csv.replace('No heating', 'Still no heating').replace(',closed,low', ',open,low'));
    const changing = await world.app.checkImport(same.id, same.mapping, 'change');
    assert.deepEqual(changing.counts, { made: 0, present: 0, refused: 2, changed: 2 });
    await world.app.runImport(sofia, same.id);
    assert.equal((await bySubject(world, 'Still no heating'))?.priority, 'urgent');
    const undone = await world.app.undoImport(sofia, same.id);
    assert.deepEqual(undone.undone, { closed: 0, restored: 2, kept: 0 });
    assert.equal((await bySubject(world, 'Invoice twice'))?.status, 'closed');
    const restored = await bySubject(world, 'No heating');
    assert.deepEqual([restored?.priority, restored?.tags], ['low', ['vip', 'roof']]);
    // What happened since makes the first change stay.
    assert.deepEqual((await world.app.undoImport(sofia, checked.id)).undone, { closed: 0, restored: 0, kept: 1 });
    assert.deepEqual(world.notices, []);
  });

  it('goes on where a crash broke it off, and still knows which cases are its own', async () => {
    for (let commit = 4; commit < 14; commit++) {
      const tables = new MemoryTables();
      const before = await workflowWorld(tables);
      before.clock.advance(Date.parse('2026-05-06T09:00:00Z') - before.clock.nowMs());
      const { id } = await read(before);
      const dying = new CrashingTables(tables, { commit, written: true });
      const doomed = await workflowWorld(dying);
      doomed.clock.advance(before.clock.nowMs() - doomed.clock.nowMs());
      await Promise.race([doomed.app.runImport(sofia, id).catch(() => undefined), dying.crashed]);
      const after = await workflowWorld(tables);
      after.clock.advance(before.clock.nowMs() + 120_000 - after.clock.nowMs());
      await after.app.resumeImports();
      const found = await after.app.getImport(id);
      const { counts, state } = found.state === 'checked' ? await after.app.runImport(sofia, id) : found;
      assert.deepEqual([state, counts], ['done', { made: 2, present: 0, refused: 2, changed: 0 }], `commit ${commit}`);
      const cases = (await Promise.all([0, 1, 2, 3].map((shard) => after.store.scan(shard, null, 10)))).flat();
      assert.equal(cases.length, 2, `commit ${commit}`);
    }
  });
});
