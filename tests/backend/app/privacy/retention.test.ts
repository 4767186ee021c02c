import assert from 'node:assert/strict';
import { anonymise, applyRetention } from '../../../../backend/app/privacy/apply-retention.ts';
import { finishErasures } from '../../../../backend/app/privacy/erase-person.ts';
import { aMail } from '../../../builders/mail.ts';
import { CrashingTables } from '../../../fakes/crashing-tables.ts';
import { MemoryBlobs } from '../../../fakes/memory-blobs.ts';
import { MemoryTables } from '../../../fakes/memory-tables.ts';
import { TestClock } from '../../../fakes/test-clock.ts';
import { intakeWorld } from '../../../support/intake-world.ts';
import { privacyParts } from '../../../support/privacy-parts.ts';
import { workflowWorld } from '../../../support/workflow-world.ts';

const ana = { id: 'ana', name: 'Ana Ruiz', role: 'agent', surface: 'tab' } as const;
const dayMs = 86_400_000;

/** A case that was closed forty days ago, one that was closed yesterday, and one that is open. */
async function office() {
  const tables = new MemoryTables();
  const blobs = new MemoryBlobs();
  const world = await workflowWorld(tables, await intakeWorld(tables, new TestClock(), undefined, blobs));
  const body = { type: 'text' as const, content: 'Nadia Haddad lives behind the red door. '.repeat(1_000) };
  for (const subject of ['Old', 'New', 'Open']) {
    await world.arrive(aMail({ subject, ...(subject === 'Old' && { body }) }));
    await world.settle();
  }
  const bySubject = new Map((await world.cases()).map(({ value }) => [value.subject, value.id]));
  const old = bySubject.get('Old') ?? '';
  await world.app.changeStatus(ana, old, { status: 'closed' });
  for (const caseId of [old, bySubject.get('New') ?? '']) {
    const said = caseId === old ? 'Urgent: the red door.' : 'Urgent.';
    await world.engine.firings.note({ ruleId: 'r1', caseId, at: world.clock.now(), entry: caseId, said });
  }
  world.clock.advance(39 * dayMs);
  await world.app.changeStatus(ana, bySubject.get('New') ?? '', { status: 'closed' });
  world.clock.advance(dayMs);
  return { tables, blobs, world, old };
}

describe('Retention', () => {
  it('keeps everything until it is set, counts beforehand, and takes closed cases whose time has come once', async () => {
    const { tables, blobs, world, old } = await office();
    const deps = { ...privacyParts(world.deps, tables, world.store), settings: world.engine.settings };
    assert.deepEqual(await applyRetention(deps), { cases: 0 });
    assert.deepEqual(await world.app.countPastRetention(30), { cases: 1 });
    assert.deepEqual(await world.app.countPastRetention(41), { cases: 0 });
    await world.write('retention', { closedCasesDays: 30, auditDays: null });
    assert.deepEqual(await applyRetention(deps), { cases: 1 });
    assert.deepEqual(await applyRetention(deps), { cases: 0 });
    const subjects = (await world.cases()).map(({ value }) => value.subject).sort();
    assert.deepEqual(subjects, ['New', 'Open', '[erased]']);
    const told = JSON.stringify([
      await world.store.get(old),
      await world.store.messages(old),
      await world.store.history(old),
    ]);
    assert.doesNotMatch(told, /nadia|haddad|red door/i);
    assert.equal(blobs.stored.size, 0);
    const firings = await world.engine.firings.since('r1', '2000-01-01T00:00:00.000Z', 10);
    assert.deepEqual(firings.map(({ said }) => said).sort(), ['Urgent.', '[erased]']);
    const { items } = await deps.audit.list({}, { limit: 10 });
    assert.deepEqual(
      items.map(({ kind }) => kind),
      ['retention.applied'],
    );
  });

  it('goes on with a case whose process died, at whichever commit that was', async () => {
    let commits = 0;
    for (let commit = 1; ; commit++) {
      const { tables, blobs, old } = await office();
      const dying = new CrashingTables(tables, { commit, written: true });
      const first = await intakeWorld(dying, new TestClock('2026-12-01T00:00:00.000Z'), undefined, blobs);
      const begun = anonymise(privacyParts(first.deps, dying, first.store), { id: old });
      const died = await Promise.race([begun.then(() => false), dying.crashed.then(() => true)]);
      if (!died) break;
      commits = commit;
      const next = await intakeWorld(tables, new TestClock('2026-12-01T01:00:00.000Z'), undefined, blobs);
      const parts = privacyParts(next.deps, tables, next.store);
      await finishErasures(parts);
      assert.deepEqual(await parts.erasures.unfinished(), []);
      assert.equal((await next.store.get(old))?.value.subject, '[erased]', `commit ${commit}`);
      assert.equal(blobs.stored.size, 0, `commit ${commit}`);
    }
    assert.ok(commits >= 3, `${commits} commits`);
  });
});
