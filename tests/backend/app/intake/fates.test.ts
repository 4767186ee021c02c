import assert from 'node:assert/strict';
import { drainPending } from '../../../../backend/app/intake/drain-pending.ts';
import { bindFates } from '../../../../backend/app/intake/fate-use-cases.ts';
import { sweepMailboxes } from '../../../../backend/app/intake/sweep-mailbox.ts';
import { Failure } from '../../../../backend/domain/failure.ts';
import type { PendingMail } from '../../../../backend/ports/pending-mail.ts';
import { presentFate } from '../../../../backend/present/present-fate.ts';
import { aMail } from '../../../builders/mail.ts';
import { MemoryTables } from '../../../fakes/memory-tables.ts';
import { intakeWorld } from '../../../support/intake-world.ts';

describe('The flight recorder', () => {
  it('tells of every mail what became of it, why, on which case and how long it took, also after a restart', async () => {
    const tables = new MemoryTables();
    const before = await intakeWorld(tables);
    const mail = aMail({ headers: [{ name: 'Authentication-Results', value: 'spf=pass\r\n dkim=pass' }] });
    const robot = aMail({ headers: [{ name: 'Auto-Submitted', value: 'auto-replied' }] });
    before.mailbox.lay(mail);
    await sweepMailboxes(before.deps);
    await before.arrive(robot);
    before.clock.advance(40);
    await drainPending(before.deps, 4);
    await before.tailer.catchUpAll();
    const after = await intakeWorld(tables);
    for (const world of [before, after]) {
      const fates = bindFates({ ...world.deps, mailIndex: world.mailIndex }, () => {});
      const { items, total, counts } = await fates.listFates({}, { limit: 10 });
      assert.equal(total, 2);
      assert.deepEqual([counts.opened, counts.auto_reply], [1, 1]);
      const opened = items.find(({ fate }) => fate.outcome === 'opened');
      assert.ok(opened !== undefined);
      const shown = presentFate(opened.fate, opened.caseNumber);
      assert.equal(shown.case?.number, 'HC-1001');
      assert.deepEqual(shown.noted?.by, 'sweep');
      assert.equal(shown.tookMs, 40);
      assert.deepEqual(
        shown.steps.map(({ step }) => step),
        ['noted', 'fetched', 'judged', 'matched', 'recorded'],
      );
      assert.deepEqual(shown.signs, [{ name: 'Authentication-Results', value: 'spf=pass dkim=pass' }]);
      const byId = await fates.listFates({ q: robot.internetMessageId ?? '' }, { limit: 10 });
      assert.deepEqual(
        byId.items.map(({ fate }) => fate.kind),
        ['auto_reply'],
      );
      const [pulse] = await fates.mailHeartbeats();
      assert.equal(pulse?.mailbox, 'support@contoso.example');
      assert.equal(pulse?.lastMailAt, mail.receivedAt);
      assert.ok(pulse?.lastSyncAt !== null);
    }
  });

  it('shows mails on their way with their tries and the last error', async () => {
    const world = await intakeWorld();
    await world.arrive(aMail());
    world.mailbox.failWith = new Failure('throttled', 'Too many requests.', { retryAfterSeconds: 60 });
    await drainPending(world.deps, 4);
    const fates = bindFates({ ...world.deps, mailIndex: world.mailIndex }, () => {});
    const { pending } = await fates.listFates({}, { limit: 10 });
    assert.deepEqual([pending.total, pending.retrying], [1, 1]);
    assert.match(pending.items[0]?.lastError ?? '', /Too many requests/);
    await assert.rejects(fates.retryFate({ id: 'x', name: 'x', role: 'admin', surface: 'api' }, 'nobody'), /No mail/);
  });

  it('counts the mails on their way at most once a second while many are due, and each time otherwise', async () => {
    const world = await intakeWorld();
    const fates = bindFates({ ...world.deps, mailIndex: world.mailIndex }, () => {});
    const counted = async () => (await fates.listFates({}, { limit: 1 })).pending.total;
    await world.arrive(aMail());
    assert.equal(await counted(), 1);
    await world.arrive(aMail());
    assert.equal(await counted(), 2);
    world.deps.backlog.begin(await world.deps.pending.due(world.clock.now(), 2), false);
    await world.arrive(aMail());
    assert.equal(await counted(), 3, 'two mails are not many');
    const many = Array.from({ length: 21 }, () => ({ attempts: 0 }) as PendingMail);
    world.deps.backlog.begin(many, false);
    await world.arrive(aMail());
    assert.equal(await counted(), 3);
    world.clock.advance(1_000);
    assert.equal(await counted(), 4);
  });
});
