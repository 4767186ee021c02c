import assert from 'node:assert/strict';
import type { SupportCase } from '../../backend/domain/case/case.ts';
import type { AdaptiveCard } from '../../bot/cards/elements.ts';
import { aClockedCase, clocked } from '../builders/clocked-case.ts';
import { ana, jonas, sofia } from '../fakes/fixed-directory.ts';
import { type FakeConnector, startFakeConnector } from '../support/fake-connector.ts';
import { type BotWorld, startBotWorld } from './bot-world.ts';
import { buttonOf, type Door, openDoor, textOf } from './door.ts';
import { aPlace } from './places.ts';

const channel = { id: 'general', conversationType: 'channel' };

describe('The alert of a clock', () => {
  let world: BotWorld;
  let teams: FakeConnector;
  let door: Door;
  beforeEach(async () => {
    teams = await startFakeConnector();
    world = await startBotWorld({ connectorMs: 2_500 });
    door = openDoor(world.url, teams.serviceUrl);
    await world.conversations.put(aPlace(teams.serviceUrl, 'general'));
    world.clock.set('2026-11-24T13:46:00.000Z');
  });
  afterEach(async () => {
    await world.close();
    await teams.close();
  });

  /** An urgent case whose first reply is at risk since 13:42 and due at 13:51. */
  async function alerted(fields: Partial<SupportCase> = {}): Promise<SupportCase> {
    const { value } = world.app.put(aClockedCase({ priority: 'urgent', ...fields }));
    await tell(value, 'at_risk');
    return value;
  }
  async function tell(value: SupportCase, of: 'at_risk' | 'overdue'): Promise<void> {
    const about = await world.app.getCase(value.id);
    const target = { kind: 'channel' as const, team: null };
    await world.bot.notifier.notify({ key: `${value.id}-${of}`, of, text: 'x', clock: 'firstResponse', target, about });
    await world.delivered();
  }
  async function moved(value: SupportCase, fields: Partial<SupportCase>): Promise<void> {
    await world.bot.announcer.refresh(world.app.put(clocked({ ...value, ...fields }, value)));
    await world.delivered();
  }
  function shown(): { method: string; card: AdaptiveCard }[] {
    return teams.calls.map(({ method, activity }) => {
      const [attachment] = activity.attachments as { content: AdaptiveCard }[];
      if (attachment === undefined) throw new Error('no card');
      return { method, card: attachment.content };
    });
  }
  const posted = () => shown()[0]?.card as AdaptiveCard;
  const where = { conversation: channel, card: 'activity-1' };

  it('says what is due, why, and what can be done', async () => {
    await alerted();
    const card = textOf(posted());
    assert.match(card, /First reply at risk.*due \{\{TIME\(2026-11-24T13:51:00Z\)\}\}/);
    assert.match(card, /Why now:.*nobody has answered yet.*Target 45 min, 36 min used/);
    assert.deepEqual(
      posted().actions?.map(({ title }) => title),
      ['Take it', 'Extend…', 'Snooze 30 min', 'Open'],
    );
  });

  it('becomes overdue and then answered on the same card, never a second one', async () => {
    const value = await alerted();
    world.clock.set('2026-11-24T13:55:00.000Z');
    await tell(value, 'overdue');
    await moved(value, { firstResponseAt: '2026-11-24T14:00:00.000Z', updatedAt: '2026-11-24T14:00:00.000Z' });
    assert.deepEqual(
      shown().map(({ method }) => method),
      ['POST', 'PUT', 'PUT'],
    );
    assert.match(textOf(shown()[1]?.card as AdaptiveCard), /First reply overdue.*since \{\{TIME/);
    const last = shown()[2]?.card as AdaptiveCard;
    assert.match(textOf(last), /Answered late.*9 min late/);
    assert.deepEqual(
      last.actions?.map(({ title }) => title),
      ['Open'],
    );
  });

  it('is not told when it was answered while it waited to leave', async () => {
    teams.answerNext({ status: 503 });
    const value = await alerted();
    await moved(value, { firstResponseAt: '2026-11-24T13:47:00.000Z', updatedAt: '2026-11-24T13:47:00.000Z' });
    world.clock.advance(60_000);
    await world.delivered();
    assert.equal(shown().length, 1);
  });

  it('belongs to whoever says first that they are on it; the second is told who', async () => {
    const value = await alerted({ assignee: jonas.id, status: 'in_progress' });
    const first = await door.pressOn(posted(), "I'm on it", where);
    assert.match(textOf(first), /Jonas Weber is on it since/);
    const second = await door.pressOn(posted(), "I'm on it", { ...where, by: ana });
    assert.match(textOf(second), /Jonas Weber was faster and is on it already/);
    await world.delivered();
    assert.match(textOf(shown().at(-1)?.card as AdaptiveCard), /Jonas Weber is on it since/);
    assert.equal((await world.app.getCase(value.id)).value.sla?.acknowledged?.firstResponse?.by, jonas.id);
  });

  it('lets one of two take the case who press at once, and tells the other', async () => {
    const value = await alerted();
    const answers = await Promise.all([jonas, ana].map((by) => door.pressOn(posted(), 'Take it', { ...where, by })));
    const { assignee } = (await world.app.getCase(value.id)).value;
    const [winner, loser] = assignee === jonas.id ? answers : [...answers].reverse();
    assert.match(textOf(winner as AdaptiveCard), /You have it now/);
    assert.match(textOf(loser as AdaptiveCard), /Nothing was changed/);
  });

  it('keeps still when snoozed and comes again as the one card', async () => {
    await alerted();
    const answer = await door.pressOn(posted(), 'Snooze 30 min', where);
    assert.match(textOf(answer), /Jonas Weber is reminded at \{\{TIME\(2026-11-24T14:16:00Z\)\}\}/);
    world.clock.advance(29 * 60_000);
    await world.delivered();
    assert.equal(teams.calls.filter(({ method }) => method === 'POST').length, 1);
    world.clock.advance(2 * 60_000);
    await world.delivered();
    assert.deepEqual(
      teams.calls.map(({ method }) => method).filter((method) => method !== 'PUT'),
      ['POST', 'POST', 'DELETE'],
    );
    assert.equal(world.conversations.waiting.size, 0);
  });

  it('is extended by managers only, with a reason', async () => {
    const value = await alerted();
    const extend = buttonOf(posted(), 'Extend…');
    const refused = await door.invoke<{ task: { value: string } }>('task/fetch', { data: extend.data }, where);
    assert.match(refused.task.value, /Only managers may extend a clock/);
    const form = await door.invoke<{ task: { value: { card: { content: AdaptiveCard } } } }>(
      'task/fetch',
      { data: extend.data },
      { ...where, by: sofia },
    );
    const send = buttonOf(form.task.value.card.content, 'Extend');
    const sent = await door.invoke<{ task: { value: { card: { content: AdaptiveCard } } } }>(
      'task/submit',
      { data: { ...send.data, minutes: '60', reason: 'Waiting for the fitter' } },
      { ...where, by: sofia },
    );
    assert.match(textOf(sent.task.value.card.content), /First reply is extended/);
    assert.equal(value.number.startsWith('HC-'), true);
  });

  it('a week old shows what is true now, and changes nothing', async () => {
    const value = await alerted();
    const old = posted();
    await moved(value, {
      status: 'closed',
      firstResponseAt: '2026-11-24T13:50:00.000Z',
      resolvedAt: '2026-11-24T13:50:00.000Z',
      closedAt: '2026-11-24T13:50:00.000Z',
      updatedAt: '2026-11-24T13:50:00.000Z',
      assignee: ana.id,
    });
    world.clock.set('2026-12-01T09:00:00.000Z');
    const before = await world.app.getCase(value.id);
    const answer = await door.pressOn(old, 'Take it', where);
    assert.match(textOf(answer), /Nothing was changed\. This is how it stands\./);
    assert.match(textOf(answer), /Answered in time/);
    assert.equal((await world.app.getCase(value.id)).etag, before.etag);
  });

  it('refuses what no card of ours says', async () => {
    const value = await alerted();
    for (const data of [
      {},
      { ref: value.id },
      { ref: value.id, clock: 'constructor', since: 1 },
      { ref: value.id, clock: 'resolution', since: 'x' },
    ]) {
      const answer = await door.press('alert.acknowledge', data, where);
      assert.match(String(answer.value), /^Nothing was changed\. /);
    }
  });
});
