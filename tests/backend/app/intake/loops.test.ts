import assert from 'node:assert/strict';
import { drainPending } from '../../../../backend/app/intake/drain-pending.ts';
import { releaseMail } from '../../../../backend/app/intake/release-mail.ts';
import { type LoopDeps, watchLoops } from '../../../../backend/app/intake/watch-loops.ts';
import { system } from '../../../../backend/domain/access/actor.ts';
import { Failure } from '../../../../backend/domain/failure.ts';
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

  it('is told of in Teams once, and once that it is over', async () => {
    const world = await intakeWorld();
    const told: string[] = [];
    let reachable = false;
    const tell = (word: string) => async (loop: { held?: number }) => {
      if (!reachable) throw new Failure('unavailable', 'Teams does not answer.');
      told.push(`${word} ${loop.held}`);
      return true;
    };
    const deps: LoopDeps = {
      ...{ ...world.deps, mailIndex: world.mailIndex, silenceMinutes: 30, watchedSinceMs: 0 },
      teller: {
        ...{ fellSilent: async () => true, speaksAgain: async () => true },
        ...{ goesInCircle: tell('loop'), loopEnded: tell('over') },
      },
    };
    await watchLoops(deps);
    assert.deepEqual(await deps.sync.loops(), []);
    await send(world, 12, () => 'The same again.');
    await watchLoops(deps);
    assert.equal((await deps.sync.loops())[0]?.toldAt, null, 'nobody could be told yet');
    reachable = true;
    for (let n = 0; n < 3; n++) await watchLoops(deps);
    assert.deepEqual(told, ['loop 2']);
    await send(world, 3, () => 'The same again.');
    await watchLoops(deps);
    assert.equal((await deps.sync.loops())[0]?.held, 5);
    world.clock.advance(2 * 3_600_000);
    for (let n = 0; n < 3; n++) await watchLoops(deps);
    assert.deepEqual(told, ['loop 2', 'over 5']);
    assert.deepEqual(await deps.sync.loops(), []);
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
