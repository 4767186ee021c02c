import assert from 'node:assert/strict';
import type { VersionedCase } from '../../backend/app/app.ts';
import type { AdaptiveCard } from '../../bot/cards/elements.ts';
import { commandTable } from '../../bot/commands/table.ts';
import { type FakeConnector, startFakeConnector } from '../support/fake-connector.ts';
import { people, type WorkflowWorld, workflowWorld } from '../support/workflow-world.ts';
import { type BotWorld, startBotWorld } from './bot-world.ts';
import { buttonOf, type Door, openDoor, textOf } from './door.ts';
import { aPlace } from './places.ts';
import { hoursAround } from './playground/stage.ts';

const [ana, , sofia] = people as [(typeof people)[number], (typeof people)[number], (typeof people)[number]];
const anaActor = { id: ana.id, name: ana.name, role: ana.role, surface: 'tab' as const };

describe('The bot over the real product', function () {
  this.timeout(30_000);
  let product: WorkflowWorld;
  let world: BotWorld;
  let teams: FakeConnector;
  let door: Door;
  beforeEach(async () => {
    teams = await startFakeConnector();
    product = await workflowWorld();
    const { app, deps, clock } = product;
    world = await startBotWorld({
      app,
      directory: deps.directory,
      clock,
      agentName: (id) => people.find((one) => one.id === id)?.name,
      connectorMs: 3_000,
    });
    product.engine.notifier = world.bot.notifier;
    door = openDoor(world.url, teams.serviceUrl);
    await world.conversations.put(
      aPlace(teams.serviceUrl, 'ana', { scope: 'personal', agentId: ana.id, teamsUserId: '29:ana' }),
    );
    await world.conversations.put(aPlace(teams.serviceUrl, 'sofia', { scope: 'personal', agentId: sofia.id }));
    clock.advance(6_000);
  });
  afterEach(async () => {
    await world.close();
    await teams.close();
  });

  async function opened(subject = 'Lift stuck'): Promise<VersionedCase> {
    const customer = { email: 'nadia@example.com', name: 'Nadia Haddad' };
    const made = await product.app.createCase(anaActor, {
      subject,
      description: 'Please help.',
      customer,
      priority: 'urgent',
      source: 'teams',
      team: 'property',
    });
    return made.case;
  }
  const caseNow = async ({ value }: VersionedCase) => (await product.app.getCase(value.id)).value;
  const by = ana;
  function lastCard(place: string): AdaptiveCard {
    const call = teams.calls.findLast(({ path }) => path.includes(`/${place}/`));
    const [attachment] = (call?.activity.attachments ?? []) as { content: AdaptiveCard }[];
    if (attachment === undefined) throw new Error(`no card in ${place}`);
    return attachment.content;
  }

  it('answers every command', async () => {
    const { number } = (await opened()).value;
    const other = (await opened('Boiler cold')).value.number;
    for (const { example } of commandTable) {
      const text = example.replace('HC-1042', number).replace('HC-1001', other);
      const card = await door.say(text, { by });
      assert.ok((card.actions?.length ?? 0) > 0, text);
      assert.doesNotMatch(card.fallbackText, /did not work/, text);
    }
    assert.deepEqual(
      world.log.lines.filter(({ level }) => level === 'error'),
      [],
    );
  });

  it('works on a case from taking it to resolving it, and takes back', async () => {
    const found = await opened();
    const { number } = found.value;
    await door.say(`take ${number}`, { by });
    await door.say(`note ${number} Key is with the caretaker`, { by });
    assert.match(textOf(await door.say(`task ${number} Call the fitter`, { by })), /The task is yours/);
    await door.say(`priority ${number} high`, { by });
    const resolved = await door.say(`resolve ${number}: cable replaced`, { by });
    const now = await caseNow(found);
    assert.deepEqual(
      [now.assignee, now.priority, now.status, now.resolution],
      [ana.id, 'high', 'resolved', 'cable replaced'],
    );
    await door.pressOn(resolved, 'Undo', { by });
    assert.equal((await caseNow(found)).status, 'in_progress');
    const done = await door.pressOn(await door.say(`tasks ${number}`, { by }), 'My cases', { by });
    assert.match(textOf(done), new RegExp(number));
    const history = await product.app.caseHistory(found.value.id);
    assert.ok(history.some(({ actor }) => actor.surface === 'teams'));
  });

  it('tells of a clock at risk on one card, which follows it to the answer', async () => {
    const found = await opened();
    await door.say(`take ${found.value.number}`, { by });
    await product.settle();
    product.clock.advance(37 * 60_000);
    await product.settle();
    await world.delivered();
    assert.match(textOf(lastCard('ana')), /First reply at risk/);
    await door.pressOn(lastCard('ana'), "I'm on it", { by, conversation: { id: 'ana', conversationType: 'personal' } });
    await world.delivered();
    assert.match(textOf(lastCard('ana')), /Ana Ruiz is on it/);
    product.clock.advance(10 * 60_000);
    await product.settle();
    await world.delivered();
    assert.match(textOf(lastCard('ana')), /First reply overdue/);
    await product.app.replyToCase(anaActor, found.value.id, {
      text: 'We are on our way.',
      acceptRecipientChanges: true,
    });
    await product.settle();
    await world.bot.announcer.announce(await product.app.getCase(found.value.id));
    await world.delivered();
    assert.match(textOf(lastCard('ana')), /Answered late/);
    const alerts = teams.calls.filter(
      ({ method, path, activity }) =>
        method === 'POST' && path.includes('/ana/') && /first reply/i.test(String(activity.summary)),
    );
    assert.equal(alerts.length, 1, 'one fact, one card');
  });

  it('brings what cannot wait to whoever goes soon, once, and gives away what is ticked', async () => {
    const [given, kept] = [await opened(), await opened('Boiler cold')];
    for (const { value } of [given, kept]) await door.say(`take ${value.number}`, { by });
    await product.settle();
    const hours = hoursAround(product.clock.nowMs());
    await product.write('agents', { agents: people.map((one) => (one.id === ana.id ? { ...one, hours } : one)) });
    await world.delivered();
    product.clock.advance(61_000);
    await world.delivered();
    const tells = /come due before you are back/;
    const cards = teams.calls.filter(
      ({ path, activity }) => path.includes('/ana/') && tells.test(String(activity.summary)),
    );
    assert.equal(cards.length, 1);
    const card = lastCard('ana');
    assert.match(textOf(card), /2 cases of yours come due before you are back\. On next: Tom Okafor/);
    const { data } = buttonOf(card, 'Give to Tom Okafor');
    const ticks = { [`case-${given.value.id}`]: 'true', [`case-${kept.value.id}`]: 'false' };
    const answer = await door.press('hand-over.give', { ...data, ...ticks, note: 'Fitter is on site' }, { by });
    assert.match(JSON.stringify(answer.value), /✓ HC-\d+ Lift stuck: Tom Okafor has it now.*1 case of yours comes due/);
    assert.deepEqual([(await caseNow(given)).assignee, (await caseNow(kept)).assignee], ['tom', ana.id]);
    const again = await door.press('hand-over.give', { ...data, ...ticks }, { by });
    assert.match(JSON.stringify(again.value), /was not changed: Tom Okafor has it meanwhile/);
  });

  it('extends a clock with a reason that stands in the ledger and survives the next change', async () => {
    const found = await opened();
    const before = found.value.sla?.clocks.firstResponse;
    const data = { ref: found.value.id, clock: 'firstResponse', minutes: '60', reason: 'Waiting for the fitter' };
    const refused = await door.press('form.extend', data, { by });
    assert.match(String(refused.value), /needs the role manager/);
    await door.press('form.extend', data, { by: sofia });
    await door.say(`priority ${found.value.number} urgent`, { by });
    await door.say(`note ${found.value.number} Still waiting`, { by });
    const after = (await caseNow(found)).sla?.clocks.firstResponse;
    assert.ok(before?.state === 'running' && after?.state === 'running');
    assert.equal(after.target, before.target + 60);
    assert.equal(after.due, (before.due ?? 0) + 60 * 60_000);
    const { ledgers } = await product.app.explainClocks(found.value.id);
    assert.ok(
      ledgers.firstResponse?.entries.some(
        ({ cause, detail }) => cause === 'promise' && detail === 'Waiting for the fitter',
      ),
    );
    assert.equal(
      ledgers.resolution?.entries.some(({ detail }) => detail === 'Waiting for the fitter'),
      false,
    );
  });

  it('asks for an approval in person and keeps the decision with its reason', async () => {
    const found = await opened();
    await door.say(`status ${found.value.number} awaiting approval`, { by });
    await world.bot.announcer.announce(await product.app.getCase(found.value.id));
    await world.delivered();
    const asked = lastCard('sofia');
    assert.match(textOf(asked), /Ana Ruiz asks for your approval/);
    const { data } = buttonOf(asked, 'Reject…');
    const refused = await door.press('form.decide', { ...data, reason: '' }, { by: sofia });
    assert.match(JSON.stringify(refused.value), /A refusal needs a reason/);
    await door.press('form.decide', { ...data, reason: 'Too dear' }, { by: sofia });
    await world.delivered();
    assert.match(textOf(lastCard('sofia')), /Rejected: Too dear.*Sofia Marin/);
    const history = await product.app.caseHistory(found.value.id);
    assert.ok(history.some(({ reason, actor }) => reason === 'Rejected: Too dear' && actor.id === sofia.id));
  });
});
