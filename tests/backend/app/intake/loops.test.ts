import assert from 'node:assert/strict';
import { drainPending } from '../../../../backend/app/intake/drain-pending.ts';
import { releaseMail } from '../../../../backend/app/intake/release-mail.ts';
import { system } from '../../../../backend/domain/access/actor.ts';
import { aMail } from '../../../builders/mail.ts';
import { MemoryTables } from '../../../fakes/memory-tables.ts';
import { type IntakeWorld, intakeWorld } from '../../../support/intake-world.ts';

async function send(world: IntakeWorld, count: number, text: (n: number) => string): Promise<void> {
  for (let n = 0; n < count; n++) {
    await world.arrive(aMail({ body: { type: 'text', content: text(n) }, receivedAt: world.clock.now() }));
    await drainPending(world.deps, 8);
    await world.tailer.catchUpAll();
    world.clock.advance(1_000);
  }
}

const countOf = (world: IntakeWorld) => world.mailIndex.list({}, { limit: 200 }).counts;

describe('The loop firewall', () => {
  it('lets a hundred genuine mails of an hour pass', async () => {
    const world = await intakeWorld();
    await send(world, 100, (n) => `Question ${n}: where is parcel number ${n}?`);
    assert.equal(countOf(world).opened, 100);
  });

  it('parks the turns of a loop, also after a restart, and says why', async () => {
    const tables = new MemoryTables();
    const before = await intakeWorld(tables);
    await send(before, 15, () => 'We have received your message and will come back to you.');
    assert.deepEqual([countOf(before).opened, countOf(before).parked], [10, 5]);
    const after = await intakeWorld(tables);
    after.clock.advance(60_000);
    await send(after, 1, () => 'We have received your message and will come back to you.');
    assert.equal(countOf(after).parked, 6);
    const parked = (await after.fates()).find((fate) => fate.outcome === 'parked');
    assert.match(parked?.reason ?? '', /^Loop breaker: \d+ mails of this sender say the same/);
  });

  it('lets a parked mail go on when a person says so, once, and forgets none', async () => {
    const world = await intakeWorld();
    await send(world, 11, () => 'The same again.');
    const [held] = world.mailIndex.list({ became: ['parked'] }, { limit: 1 }).items;
    assert.ok(held !== undefined);
    for (let click = 0; click < 2; click++) {
      await releaseMail(world.deps, system, held.mailKey).catch(() => {});
      await drainPending(world.deps, 8);
      await world.tailer.catchUpAll();
    }
    const counts = countOf(world);
    assert.deepEqual([counts.opened, counts.parked], [11, 0]);
    assert.equal((await world.cases()).length, 11);
  });
});
