import assert from 'node:assert/strict';
import type { Conversation } from '../../backend/ports/conversations.ts';
import { aCase } from '../builders/case.ts';
import { ana, jonas, sofia } from '../fakes/fixed-directory.ts';
import { type FakeConnector, startFakeConnector } from '../support/fake-connector.ts';
import { type BotWorld, startBotWorld } from './bot-world.ts';
import { aPlace } from './places.ts';

describe('Cards of cases in Teams', () => {
  let world: BotWorld;
  let teams: FakeConnector;

  beforeEach(async () => {
    teams = await startFakeConnector();
    world = await startBotWorld({ connectorMs: 2_500 });
    await add('general');
  });
  afterEach(async () => {
    await world.close();
    await teams.close();
  });

  const add = (id: string, fields: Partial<Conversation> = {}) =>
    world.conversations.put(aPlace(teams.serviceUrl, id, fields));
  const written = () => teams.calls.map(({ method, path }) => `${method} ${path}`);
  const toldIn = () => teams.calls.map(({ path }) => path.split('/')[3]).sort();
  async function announce(value: ReturnType<BotWorld['app']['put']>): Promise<void> {
    await world.bot.announcer.announce(value);
    await world.delivered();
  }
  /** What paused goes on. */
  async function later(ms = 60_000): Promise<void> {
    world.clock.advance(ms);
    await world.delivered();
  }

  it('posts one card, says the same once, and updates the card in place', async () => {
    const opened = world.app.put(aCase());
    await announce(opened);
    await announce(opened);
    await announce(world.app.put({ ...opened.value, status: 'in_progress', assignee: ana.id }));
    assert.deepEqual(written(), [
      'POST /v3/conversations/general/activities',
      'PUT /v3/conversations/general/activities/activity-1',
    ]);
    assert.match(String(teams.calls[0]?.activity.summary), /Water is coming/);
  });

  it('writes where the team of the case is served, and where all are', async () => {
    await add('plumbers', { team: 'plumbers' });
    await add('product', { team: 'product' });
    await add('jonas', { scope: 'personal', agentId: jonas.id });
    await announce(world.app.put(aCase({ team: 'plumbers' })));
    assert.deepEqual(toldIn(), ['general', 'plumbers']);
  });

  it('writes where somebody subscribed, and no longer where somebody unsubscribed', async () => {
    await add('urgent', { subscription: { teams: [], priorities: ['urgent', 'critical'], categories: [] } });
    await add('billing', { scope: 'group', subscription: { teams: [], priorities: [], categories: ['billing'] } });
    await add('silent', { subscription: null });
    await add('chat', { scope: 'group' });
    await announce(world.app.put(aCase({ priority: 'urgent' })));
    assert.deepEqual(toldIn(), ['general', 'urgent']);
    await announce(world.app.put(aCase({ category: 'billing' })));
    assert.deepEqual(toldIn(), ['billing', 'general', 'general', 'urgent']);
  });

  it('goes on updating a card after the case moved to another team', async () => {
    await add('plumbers', { team: 'plumbers' });
    await world.conversations.remove('general');
    const opened = world.app.put(aCase({ team: 'plumbers' }));
    world.clock.advance(6_000);
    await announce(opened);
    await announce(world.app.put({ ...opened.value, team: 'product', assignee: ana.id }));
    assert.equal(written()[1], 'PUT /v3/conversations/plumbers/activities/activity-1');
  });

  it('names those who see it their own way, by the ids that Teams knows them by', async () => {
    await add('jonas', { scope: 'personal', agentId: jonas.id, teamsUserId: '29:jonas' });
    await announce(world.app.put(aCase({ status: 'in_progress', assignee: jonas.id })));
    const card = JSON.stringify(teams.calls[0]?.activity.attachments);
    assert.match(card, /"userIds":\["29:jonas"\]/);
  });

  it('posts no card for a case that ended before one stood', async () => {
    await announce(world.app.put(aCase({ status: 'closed' })));
    assert.deepEqual(written(), []);
  });

  it('never posts twice when told twice at once', async () => {
    const opened = world.app.put(aCase());
    await Promise.all([1, 2, 3].map(() => world.bot.announcer.announce(opened)));
    await world.delivered();
    assert.equal(teams.calls.length, 1);
  });

  it('shows what is true when it leaves, not when it was wanted', async () => {
    teams.answerNext({ status: 503 });
    const opened = world.app.put(aCase());
    await announce(opened);
    await announce(world.app.put({ ...opened.value, status: 'in_progress', assignee: ana.id }));
    await later();
    assert.equal(teams.calls.length, 2);
    assert.match(JSON.stringify(teams.calls[1]?.activity), /Ana Ruiz has it/);
  });

  it('waits as long as Teams wants, and for nobody else', async () => {
    await add('other');
    teams.answerNext({ status: 429, headers: { 'retry-after': '17' } });
    await announce(world.app.put(aCase()));
    assert.deepEqual(toldIn(), ['general', 'other']);
    await later(16_000);
    assert.equal(teams.calls.length, 2);
    await later(1_500);
    assert.deepEqual(toldIn(), ['general', 'general', 'other']);
  });

  for (const status of [412, 502, 503, 504, 401] as const) {
    it(`tries again where Teams answers ${status}, and keeps the place`, async () => {
      teams.answerNext({ status });
      await announce(world.app.put(aCase()));
      await later();
      assert.equal(teams.calls.length, 2);
      assert.equal(world.conversations.waiting.size, 0);
      assert.ok(world.conversations.places.has('general'));
    });
  }

  it('tries again where Teams does not answer at all', async () => {
    teams.answerNext('hang');
    await announce(world.app.put(aCase()));
    await later();
    assert.equal(teams.calls.length, 2);
  });

  for (const status of [403, 404]) {
    it(`forgets a place that answers ${status}, and tells the others`, async () => {
      await add('other');
      teams.answerNext({ status });
      await announce(world.app.put(aCase()));
      assert.deepEqual([...world.conversations.places.keys()], ['other']);
      assert.deepEqual(toldIn(), ['general', 'other']);
      assert.equal(world.conversations.waiting.size, 0);
    });
  }

  it('posts anew where somebody deleted the card', async () => {
    const opened = world.app.put(aCase());
    await announce(opened);
    teams.answerNext({ status: 404 });
    await announce(world.app.put({ ...opened.value, assignee: ana.id }));
    assert.deepEqual(written().slice(1), [
      'PUT /v3/conversations/general/activities/activity-1',
      'POST /v3/conversations/general/activities',
    ]);
    assert.ok(world.conversations.places.has('general'));
  });

  it('gives up on a card that Teams refuses, rather than sending it for ever', async () => {
    teams.answerNext({ status: 400 });
    await announce(world.app.put(aCase()));
    assert.equal(world.log.lines.at(-1)?.event, 'card was refused');
    await later();
    assert.equal(teams.calls.length, 1);
  });

  it('asks the managers of the team for their approval in person, and shows them how it was decided', async () => {
    await add('sofia', { scope: 'personal', agentId: sofia.id });
    const value = aCase({ status: 'awaiting_approval', statusSince: '2026-11-24T13:08:00.000Z', assignee: jonas.id });
    await announce(world.app.put(value));
    const asked = teams.calls.find(({ path }) => path.includes('sofia'));
    assert.match(JSON.stringify(asked?.activity), /your approval is asked for/);
    assert.match(JSON.stringify(asked?.activity), /Approve…/);
    await announce(world.app.put({ ...value, status: 'in_progress', statusSince: '2026-11-24T13:09:00.000Z' }));
    const decided = teams.calls.findLast(({ path }) => path.includes('sofia'));
    assert.equal(decided?.method, 'PUT');
    assert.match(JSON.stringify(decided?.activity), /the approval is decided/);
  });
});
