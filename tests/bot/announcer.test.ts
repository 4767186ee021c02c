import assert from 'node:assert/strict';
import { isFailure } from '../../backend/domain/failure.ts';
import type { Conversation } from '../../backend/ports/conversations.ts';
import { aCase } from '../builders/case.ts';
import { ana, jonas } from '../fakes/fixed-directory.ts';
import { activityFaults, cardFaults } from '../support/card-checks.ts';
import { type ConnectorCall, type FakeConnector, startFakeConnector } from '../support/fake-connector.ts';
import { hasShared } from '../support/shared.ts';
import { type BotWorld, startBotWorld } from './bot-world.ts';

describe('The announcer', () => {
  let world: BotWorld;
  let teams: FakeConnector;

  beforeEach(async () => {
    teams = await startFakeConnector();
    world = await startBotWorld({ connectorMs: 300 });
    await world.conversations.put(place('general'));
  });
  afterEach(async () => {
    await world.close();
    await teams.close();
  });

  function place(id: string, fields: Partial<Conversation> = {}): Conversation {
    const reference = {
      serviceUrl: teams.serviceUrl,
      channelId: 'msteams',
      bot: { id: 'bot', name: 'HandyConnect' },
      conversation: { id, isGroup: true, conversationType: 'channel' },
    };
    return { id, scope: 'channel', team: null, agentId: null, reference, ...fields };
  }

  function written(): string[] {
    return teams.calls.map(({ method, path }) => `${method} ${path}`);
  }

  it('posts one card, says the same once, and updates the card in place', async () => {
    const opened = world.app.put(aCase());
    await world.bot.announcer.announce(opened);
    await world.bot.announcer.announce(opened);
    await world.bot.announcer.announce(world.app.put({ ...opened.value, status: 'in_progress', assignee: ana.id }));
    assert.deepEqual(written(), [
      'POST /v3/conversations/general/activities',
      'PUT /v3/conversations/general/activities/activity-1',
    ]);
  });

  it('sends activities and cards that are valid, with a sentence for the notification', async () => {
    await world.bot.announcer.announce(world.app.put(aCase({ subject: 'Lift stuck' })));
    const [call] = teams.calls;
    assert.match(String(call?.activity.summary), /Lift stuck/);
    if (!hasShared) return;
    assert.deepEqual(activityFaults(call?.activity), []);
    assert.deepEqual(cardFaults(cardIn(call)), []);
  });

  it('writes where the team of the case is served, and where all are', async () => {
    await world.conversations.put(place('plumbers', { team: 'plumbers' }));
    await world.conversations.put(place('product', { team: 'product' }));
    await world.conversations.put(place('jonas', { scope: 'personal', agentId: jonas.id }));
    await world.bot.announcer.announce(world.app.put(aCase({ team: 'plumbers' })));
    assert.deepEqual(written().sort(), [
      'POST /v3/conversations/general/activities',
      'POST /v3/conversations/plumbers/activities',
    ]);
  });

  it('goes on updating a card after the case moved to another team', async () => {
    await world.conversations.put(place('plumbers', { team: 'plumbers' }));
    await world.conversations.remove('general');
    const opened = world.app.put(aCase({ team: 'plumbers' }));
    await world.bot.announcer.announce(opened);
    await world.bot.announcer.announce(world.app.put({ ...opened.value, team: 'product', assignee: ana.id }));
    assert.equal(written()[1], 'PUT /v3/conversations/plumbers/activities/activity-1');
  });

  it('posts no card for a case that ended before one stood', async () => {
    await world.bot.announcer.announce(world.app.put(aCase({ status: 'closed' })));
    assert.deepEqual(written(), []);
  });

  it('never posts twice when told twice at once', async () => {
    const opened = world.app.put(aCase());
    await Promise.all([1, 2, 3].map(() => world.bot.announcer.announce(opened)));
    assert.equal(teams.calls.length, 1);
  });

  it('passes on how long Teams wants it to wait', async () => {
    teams.answerNext({ status: 429, headers: { 'retry-after': '17' } });
    const told = world.bot.announcer.announce(world.app.put(aCase()));
    await assert.rejects(told, (error) => isFailure(error, 'throttled') && error.retryAfterSeconds === 17);
    assert.equal(teams.calls.length, 1);
  });

  it('fails as unavailable, soon, when Teams does not answer or is broken', async () => {
    const opened = world.app.put(aCase());
    const started = Date.now();
    teams.answerNext('hang', { status: 503 });
    await assert.rejects(world.bot.announcer.announce(opened), (error) => isFailure(error, 'unavailable'));
    assert.ok(Date.now() - started < 2_000);
    await assert.rejects(world.bot.announcer.announce(opened), (error) => isFailure(error, 'unavailable'));
    await world.bot.announcer.announce(opened);
    assert.equal(teams.calls.length, 3);
  });

  it('keeps the place when its own credentials are at fault', async () => {
    teams.answerNext({ status: 401 });
    await assert.rejects(world.bot.announcer.announce(world.app.put(aCase())), (e) => isFailure(e, 'unavailable'));
    assert.ok(world.conversations.places.has('general'));
  });

  for (const status of [403, 404]) {
    it(`forgets a place that answers ${status}, and tells the others`, async () => {
      await world.conversations.put(place('other'));
      teams.answerNext({ status });
      await world.bot.announcer.announce(world.app.put(aCase()));
      assert.deepEqual([...world.conversations.places.keys()], ['other']);
      assert.equal(teams.calls.length, 2);
    });
  }

  it('posts anew where somebody deleted the card', async () => {
    const opened = world.app.put(aCase());
    await world.bot.announcer.announce(opened);
    teams.answerNext({ status: 404 });
    await world.bot.announcer.announce(world.app.put({ ...opened.value, assignee: ana.id }));
    assert.deepEqual(written().slice(1), [
      'PUT /v3/conversations/general/activities/activity-1',
      'POST /v3/conversations/general/activities',
    ]);
    assert.ok(world.conversations.places.has('general'));
  });

  it('tells one place although another does not answer, and does not tell it again', async () => {
    await world.conversations.put(place('other'));
    const opened = world.app.put(aCase());
    teams.answerNext({ status: 503 });
    await assert.rejects(world.bot.announcer.announce(opened));
    await world.bot.announcer.announce(opened);
    assert.deepEqual(written(), [
      'POST /v3/conversations/general/activities',
      'POST /v3/conversations/other/activities',
      'POST /v3/conversations/general/activities',
    ]);
  });

  it('gives up on a card that Teams refuses, rather than sending it for ever', async () => {
    teams.answerNext({ status: 400 });
    await world.bot.announcer.announce(world.app.put(aCase()));
    assert.equal(world.log.lines.at(-1)?.event, 'card was refused');
  });
});

function cardIn(call: ConnectorCall | undefined): Parameters<typeof cardFaults>[0] {
  const attachments = call?.activity.attachments as { content: Parameters<typeof cardFaults>[0] }[];
  const content = attachments[0]?.content;
  if (content === undefined) throw new Error('no card was sent');
  return content;
}
