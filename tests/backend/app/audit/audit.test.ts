import assert from 'node:assert/strict';
import { AuditRows } from '../../../../backend/adapters/store/audit-rows.ts';
import { cryptoIds } from '../../../../backend/adapters/system/ids.ts';
import { watchSignIn } from '../../../../backend/app/audit/watch-sign-in.ts';
import type { Actor } from '../../../../backend/domain/access/actor.ts';
import { Failure, isFailure } from '../../../../backend/domain/failure.ts';
import { MemoryTables } from '../../../fakes/memory-tables.ts';
import { TestClock } from '../../../fakes/test-clock.ts';
import { TestLog } from '../../../fakes/test-log.ts';
import { workflowWorld } from '../../../support/workflow-world.ts';

const rita: Actor = { id: 'rita', name: 'Rita Root', role: 'admin', surface: 'tab' };
const max: Actor = { id: 'max', name: 'Max Root', role: 'admin', surface: 'api' };

describe('The audit log', () => {
  it('says who changed what in the settings, with before and after, and each change of a role', async () => {
    const { app } = await workflowWorld();
    const agents = await app.readSettings('agents');
    const document = structuredClone(agents.value) as { agents: { id: string; role: string; name: string }[] };
    const [ana] = document.agents;
    assert.ok(ana !== undefined);
    ana.role = 'admin';
    await app.writeSettings(rita, 'agents', document, agents.etag);
    document.agents.splice(1, 1);
    await app.writeSettings(max, 'agents', document, (await app.readSettings('agents')).etag);
    const { items, total } = await app.listAudit({}, { limit: 50 });
    assert.equal(total, 4);
    const said = items.map(({ kind, actor, subject, changes }) => {
      return [
        kind,
        actor.id,
        actor.surface,
        subject,
        ...changes.map((one) => `${one.field}: ${JSON.stringify(one.to)}`),
      ];
    });
    assert.deepEqual(said.filter(([kind]) => kind === 'role.changed').sort(), [
      ['role.changed', 'max', 'api', 'tom', 'role: null'],
      ['role.changed', 'rita', 'tab', 'ana', 'role: "admin"'],
    ]);
    const changed = items.filter(({ kind }) => kind === 'settings.changed');
    assert.deepEqual(changed.map(({ subject, changes }) => [subject, changes[0]?.field]).sort(), [
      ['agents', 'agents.ana.role'],
      ['agents', 'agents.tom'],
    ]);
    const refused = app.writeSettings(max, 'agents', document, 'stale');
    await assert.rejects(refused, (error) => isFailure(error, 'stale'));
    assert.equal((await app.listAudit({}, { limit: 1 })).total, 4, 'what was refused is no change');
  });

  it('is filtered by person, kind and period, and paged, the newest first', async () => {
    const audit = new AuditRows(new MemoryTables());
    const clock = new TestClock('2026-03-02T09:00:00.000Z');
    for (let n = 0; n < 9; n++) {
      const kind = n % 2 === 0 ? ('settings.changed' as const) : ('list.exported' as const);
      const entry = { id: `e${n}`, at: clock.now(), kind, actor: n < 5 ? rita : max, subject: null, changes: [] };
      await audit.note(entry);
      await audit.note(entry);
      clock.advance(3_600_000);
    }
    const ids = async (filter: Parameters<AuditRows['list']>[0], limit = 50) =>
      (await audit.list(filter, { limit })).items.map(({ id }) => id);
    assert.deepEqual(await ids({}), ['e8', 'e7', 'e6', 'e5', 'e4', 'e3', 'e2', 'e1', 'e0']);
    assert.deepEqual(await ids({ actor: ['max'], kind: ['list.exported'] }), ['e7', 'e5']);
    const period = { from: '2026-03-02T11:00:00.000Z', to: '2026-03-02T13:00:00.000Z' };
    assert.deepEqual(await ids(period), ['e3', 'e2'], 'from inclusive, to exclusive');
    const paged: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await audit.list(
        { kind: ['settings.changed'] },
        { limit: 2, ...(after !== undefined && { after }) },
      );
      assert.equal(page.total, 5);
      paged.push(...page.items.map(({ id }) => id));
      after = page.next;
      if (after === undefined) break;
    }
    assert.deepEqual(paged, ['e8', 'e6', 'e4', 'e2', 'e0']);
    await assert.rejects(audit.list({}, { limit: 1, after: '../x' }), (error) => isFailure(error, 'invalid'));
    assert.equal(await audit.removeBefore('2026-03-02T12:00:00.000Z', 100), 3);
    assert.deepEqual(await ids({}), ['e8', 'e7', 'e6', 'e5', 'e4', 'e3']);
  });

  it('notes tokens that are not good and people without a role, once in a while, and no token that has expired', async () => {
    const audit = new AuditRows(new MemoryTables());
    const clock = new TestClock();
    const authenticate = watchSignIn(
      async (token) => {
        if (token === 'nobody') return { actor: { ...rita, role: null }, expiresAtMs: 0 };
        throw new Failure('unauthenticated', `The access token ${token === 'old' ? 'has expired' : 'is not valid'}.`);
      },
      { audit, clock, ids: cryptoIds, log: new TestLog() },
    );
    for (const token of ['bad', 'bad', 'old', 'nobody', 'nobody']) await authenticate(token).catch(() => {});
    clock.advance(600_000);
    await authenticate('bad').catch(() => {});
    await new Promise((resolve) => setImmediate(resolve));
    const { items } = await audit.list({}, { limit: 50 });
    assert.deepEqual(items.map(({ kind, actor }) => `${kind} ${actor.id}`).sort(), [
      'sign_in.refused rita',
      'sign_in.refused unknown',
      'sign_in.refused unknown',
    ]);
  });
});
