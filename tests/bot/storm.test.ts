import assert from 'node:assert/strict';
import type { VersionedCase } from '../../backend/app/app.ts';
import type { SupportCase } from '../../backend/domain/case/case.ts';
import { aClockedCase, clocked } from '../builders/clocked-case.ts';
import { type StormyConnector, startStormyConnector } from '../support/stormy-connector.ts';
import { type BotWorld, startBotWorld } from './bot-world.ts';
import { aPlace } from './places.ts';

const alerts = 500;
const channels = ['one', 'two', 'three', 'four', 'five'];

describe('A storm of alerts', function () {
  this.timeout(60_000);
  let teams: StormyConnector;
  let world: BotWorld;
  before(async () => {
    teams = await startStormyConnector(0.25);
    world = await startBotWorld({ connectorMs: 4_000, drawEvery: 50 });
    for (const team of channels) await world.conversations.put(aPlace(teams.serviceUrl, team, { team }));
  });
  after(async () => {
    await world.close();
    await teams.close();
  });

  /** The alert of a case at risk, as the watch over the clocks tells of it. */
  async function alert(about: VersionedCase): Promise<void> {
    const { id, number, team } = about.value;
    await world.bot.notifier.notify({
      key: `alert-${id}`,
      of: 'at_risk',
      text: `${number} is at risk.`,
      clock: 'firstResponse',
      target: { kind: 'channel', team },
      about,
    });
  }

  function change(value: SupportCase, fields: Partial<SupportCase>): VersionedCase {
    return world.app.put(clocked({ ...value, ...fields, updatedAt: world.clock.now() }, value));
  }

  async function pass(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += 500) {
      world.clock.advance(500);
      await world.delivered();
    }
  }

  async function restart(): Promise<void> {
    const { app, conversations, clock } = world;
    await world.close();
    world = await startBotWorld({ connectorMs: 4_000, drawEvery: 50, kept: { app, conversations, clock } });
  }

  it('ends with exactly one card for each, in its final state and in order, over a break and restarts', async () => {
    const cases: SupportCase[] = [];
    world.clock.set('2026-11-24T13:45:00.000Z');
    for (let i = 0; i < alerts; i++) {
      // At risk after 80 % of 45 minutes.
      const value = aClockedCase({
        priority: 'urgent',
        team: channels[i % channels.length] ?? null,
        subject: `Alert ${i}`,
      });
      cases.push(value);
      await alert(world.app.put(value));
      // A minute for all of them.
      if (i % 4 === 0) await pass(500);
    }
    assert.ok(world.conversations.waiting.size > 0, 'the storm must be faster than Teams');

    await restart();
    await pass(5_000);
    await teams.disappear();
    // Meanwhile some are answered, one in four.
    for (const [i, value] of cases.entries()) {
      if (i % 4 !== 1) continue;
      const answered = change(value, { firstResponseAt: '2026-11-24T13:46:30.000Z', status: 'awaiting_customer' });
      cases[i] = answered.value;
      await world.bot.announcer.refresh(answered);
    }
    await pass(60_000);
    await restart();
    await pass(60_000);
    await teams.comeBack();
    await pass(240_000);
    // The rest has become overdue by now, of which the log tells.
    for (const value of cases) await world.bot.announcer.refresh(await world.app.getCase(value.id));
    await pass(240_000);
    assert.equal(world.conversations.waiting.size, 0);

    const never: string[] = [];
    for (const [c, channel] of channels.entries()) {
      const cards = (teams.conversations.get(channel) ?? []).map(({ activity }) => String(activity.summary));
      const numbers = cards.map((summary) => /^HC-\d+/.exec(summary)?.[0] ?? '');
      assert.equal(new Set(numbers).size, numbers.length, 'each has one card');
      const expected = cases.filter((_, i) => i % channels.length === c);
      // What was answered before its card could be posted needs none any more.
      const missing = expected.filter(({ number }) => !numbers.includes(number));
      never.push(...missing.map(({ number }) => number));
      assert.ok(
        missing.every((value) => value.firstResponseAt !== null),
        'none is lost',
      );
      assert.deepEqual(
        numbers,
        expected.map(({ number }) => number).filter((number) => numbers.includes(number)),
        'in the order in which they were wanted',
      );
      for (const summary of cards) {
        const value = expected.find(({ number }) => summary.startsWith(`${number},`));
        assert.match(summary, value?.firstResponseAt === null ? /first reply is overdue\.$/ : /first reply is done\.$/);
      }
    }
    const posted = [...teams.conversations.values()].reduce((sum, messages) => sum + messages.length, 0);
    assert.equal(posted + never.length, alerts);
    for (const status of [429, 412, 502]) assert.ok((teams.refusals[status] ?? 0) > 20, `${status} came`);
  });
});
