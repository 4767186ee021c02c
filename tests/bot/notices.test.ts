import assert from 'node:assert/strict';
import type { Conversation } from '../../backend/ports/conversations.ts';
import type { Notice, NoticeTarget } from '../../backend/ports/notifier.ts';
import { noticeCard } from '../../bot/cards/notice-card.ts';
import { aCase } from '../builders/case.ts';
import { ana, jonas } from '../fakes/fixed-directory.ts';
import { cardFaults, draw } from '../support/card-checks.ts';
import { type FakeConnector, startFakeConnector } from '../support/fake-connector.ts';
import { hasShared } from '../support/shared.ts';
import { type BotWorld, startBotWorld } from './bot-world.ts';
import { aPlace } from './places.ts';

describe('Notices in Teams', () => {
  let world: BotWorld;
  let teams: FakeConnector;
  beforeEach(async () => {
    teams = await startFakeConnector();
    world = await startBotWorld({ connectorMs: 2_500 });
    await add('general');
    await add('plumbers', { team: 'plumbers' });
    await add('product', { team: 'product' });
    await add('jonas', { scope: 'personal', agentId: jonas.id });
  });
  afterEach(async () => {
    await world.close();
    await teams.close();
  });

  const add = (id: string, fields: Partial<Conversation> = {}) =>
    world.conversations.put(aPlace(teams.serviceUrl, id, fields));
  const about = () => world.app.put(aCase({ subject: 'Lift stuck' }));
  async function tell(target: NoticeTarget, fields: Partial<Notice> = {}): Promise<number> {
    const notice: Notice = {
      key: 'k1',
      of: 'rule',
      text: 'HC-1001 is **at risk**',
      target,
      about: fields.about ?? about(),
      ...fields,
    };
    const told = await world.bot.notifier.notify(notice);
    await world.delivered();
    return told;
  }
  const told = () => teams.calls.map(({ path }) => path.split('/')[3]).sort();

  it('tell people in their own chat, and say how many they reach', async () => {
    assert.equal(await tell({ kind: 'people', ids: [jonas.id, ana.id] }), 1);
    assert.deepEqual(told(), ['jonas']);
    assert.match(String(teams.calls[0]?.activity.summary), /at risk/);
  });

  it('tell the channel that serves a team, and those that serve all', async () => {
    assert.equal(await tell({ kind: 'channel', team: 'plumbers' }), 2);
    assert.deepEqual(told(), ['general', 'plumbers']);
  });

  it('tell each place a fact once, also when another place could not be told', async () => {
    teams.answerNext({ status: 200 }, { status: 503 });
    const value = about();
    const again = { key: 'k', about: value };
    await tell({ kind: 'channel', team: 'plumbers' }, again);
    assert.equal(await tell({ kind: 'channel', team: 'plumbers' }, again), 2);
    world.clock.advance(60_000);
    await world.delivered();
    await tell({ kind: 'channel', team: 'plumbers' }, again);
    assert.deepEqual(told(), ['general', 'plumbers', 'plumbers']);
  });

  it('go by e-mail where the person has taken the bot away', async () => {
    teams.answerNext({ status: 403 });
    await tell({ kind: 'people', ids: [jonas.id] });
    assert.equal(await world.conversations.get('jonas'), undefined);
    assert.deepEqual(
      world.undelivered.map(({ fallback }) => fallback),
      [{ agentId: jonas.id, of: 'rule', text: 'HC-1001 is **at risk**' }],
    );
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
