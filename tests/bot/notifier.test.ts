import assert from 'node:assert/strict';
import type { Conversation } from '../../backend/ports/conversations.ts';
import type { NoticeTarget } from '../../backend/ports/notifier.ts';
import { noticeCard } from '../../bot/cards/notice-card.ts';
import { aCase } from '../builders/case.ts';
import { ana, jonas } from '../fakes/fixed-directory.ts';
import { activityFaults, cardFaults, draw } from '../support/card-checks.ts';
import { type FakeConnector, startFakeConnector } from '../support/fake-connector.ts';
import { hasShared } from '../support/shared.ts';
import { type BotWorld, startBotWorld } from './bot-world.ts';

describe('The notifier', () => {
  let world: BotWorld;
  let teams: FakeConnector;
  beforeEach(async () => {
    teams = await startFakeConnector();
    world = await startBotWorld({ connectorMs: 300 });
    await world.conversations.put(place('general'));
    await world.conversations.put(place('plumbers', { team: 'plumbers' }));
    await world.conversations.put(place('product', { team: 'product' }));
    await world.conversations.put(place('jonas', { scope: 'personal', agentId: jonas.id }));
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

  const about = () => world.app.put(aCase({ subject: 'Lift stuck' }));
  const tell = (target: NoticeTarget, key = 'k1', value = about()) =>
    world.bot.notifier.notify({ key, text: 'HC-1001 is **at risk**', target, about: value });
  const told = () => teams.calls.map(({ path }) => path.split('/')[3]).sort();

  it('tells people in their own chat, and says how many it reached', async () => {
    assert.equal(await tell({ kind: 'people', ids: [jonas.id, ana.id] }), 1);
    assert.deepEqual(told(), ['jonas']);
    const [call] = teams.calls;
    assert.match(String(call?.activity.summary), /at risk/);
    if (hasShared) assert.deepEqual(activityFaults(call?.activity), []);
  });

  it('tells the channel that serves a team, and those that serve all', async () => {
    assert.equal(await tell({ kind: 'channel', team: 'plumbers' }), 2);
    assert.deepEqual(told(), ['general', 'plumbers']);
  });

  it('tells each place a fact once, also when another place could not be told', async () => {
    teams.answerNext({ status: 200 }, { status: 503 });
    const value = about();
    await assert.rejects(tell({ kind: 'channel', team: 'plumbers' }, 'k', value), { code: 'unavailable' });
    assert.equal(await tell({ kind: 'channel', team: 'plumbers' }, 'k', value), 2);
    await tell({ kind: 'channel', team: 'plumbers' }, 'k', value);
    assert.equal(teams.calls.length, 3);
  });

  it('forgets a place where it is no longer welcome', async () => {
    teams.answerNext({ status: 403 });
    assert.equal(await tell({ kind: 'people', ids: [jonas.id] }), 0);
    assert.equal(await world.conversations.get('jonas'), undefined);
  });
});

describe('The notice card', () => {
  const view = {
    id: 'a',
    number: 'HC-1001',
    subject: 'Lift [stuck](x)',
    openUrl: 'https://desk.example/tab/?case=HC-1001',
  };

  it('says the fact as text, offers to take the case, and opens it', () => {
    const card = noticeCard({ ...view, text: 'Is **overdue** {{TIME(x)}}', status: 'new', assignee: null });
    if (hasShared) assert.deepEqual(cardFaults(card), []);
    assert.deepEqual(draw(card).faults, []);
    assert.match(card.fallbackText, /^HC-1001: Is .*\.$/);
    assert.deepEqual(
      card.actions?.map(({ title }) => title),
      ['Take it', 'Open'],
    );
    assert.match(draw(card).text, /Lift \[stuck\]\(x\)/);
  });

  it('offers nothing that can no longer be done', () => {
    const card = noticeCard({ ...view, text: 'Done.', status: 'closed', assignee: 'x' });
    assert.deepEqual(
      card.actions?.map(({ title }) => title),
      ['Open'],
    );
  });
});
