import assert from 'node:assert/strict';
import type { PostedCard } from '../../backend/ports/conversations.ts';
import type { AdaptiveCard } from '../../bot/cards/elements.ts';
import { aCase } from '../builders/case.ts';
import { ana, jonas } from '../fakes/fixed-directory.ts';
import { MemoryConversations } from '../fakes/memory-conversations.ts';
import { type FakeConnector, startFakeConnector } from '../support/fake-connector.ts';
import { type BotWorld, startBotWorld } from './bot-world.ts';
import { openDoor } from './door.ts';
import { aPlace } from './places.ts';

/** Ends the process, as it were, before the first card that Teams took is noted. */
class DyingConversations extends MemoryConversations {
  died = false;

  override async putCard(card: PostedCard): Promise<void> {
    if (this.died) return super.putCard(card);
    this.died = true;
    throw new Error('killed');
  }
}

describe('A card that Teams took and nobody noted', () => {
  let teams: FakeConnector;
  let world: BotWorld;
  before(async () => {
    teams = await startFakeConnector();
    world = await startBotWorld({ connectorMs: 2_500 });
  });
  after(async () => {
    await world.close();
    await teams.close();
  });
  const written = () => teams.calls.map(({ method, path }) => `${method} ${path.split('/').slice(3).join('/')}`);

  it('is posted again after a restart, which the log says, and one goes when either is pressed', async () => {
    const { app, clock } = world;
    const conversations = new DyingConversations();
    await world.close();
    world = await startBotWorld({ connectorMs: 2_500, kept: { app, conversations, clock } });
    await conversations.put(aPlace(teams.serviceUrl, 'general'));
    const opened = app.put(aCase());
    await world.bot.announcer.announce(opened);
    await world.delivered();
    assert.deepEqual(written(), ['POST general/activities']);
    assert.equal(conversations.waiting.size, 1, 'what was not noted still waits');

    await world.close();
    world = await startBotWorld({ connectorMs: 2_500, kept: { app, conversations, clock } });
    await world.delivered();
    assert.equal(written()[1], 'POST general/activities');
    assert.ok(world.log.lines.some(({ event }) => event === 'a card may stand twice'));

    const [attachment] = (teams.calls[0]?.activity.attachments ?? []) as { content: AdaptiveCard }[];
    const where = { conversation: { id: 'general', conversationType: 'channel' }, card: 'activity-1', by: jonas };
    await openDoor(world.url, teams.serviceUrl).pressOn(attachment?.content as AdaptiveCard, 'Take it', where);
    await world.delivered();
    assert.ok(written().includes('DELETE general/activities/activity-2'));
    await world.bot.announcer.announce(app.put({ ...(await app.getCase(opened.value.id)).value, assignee: ana.id }));
    await world.delivered();
    assert.equal(written().at(-1), 'PUT general/activities/activity-1');
    const [card] = await conversations.cards(opened.value.id);
    assert.equal(card?.activityId, 'activity-1');
  });
});
