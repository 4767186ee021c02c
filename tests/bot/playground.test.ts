import assert from 'node:assert/strict';
import { type Playground, startPlayground } from '../../backend/sandbox/playground.ts';
import { aCase } from '../builders/case.ts';
import { ana, jonas } from '../fakes/fixed-directory.ts';
import { cardOf, connectPlayground, type PlaygroundClient } from '../support/playground.ts';
import { type BotWorld, startBotWorld } from './bot-world.ts';

const team = 'team-contoso';

describe('The bot in the Teams playground', function () {
  this.timeout(40_000);
  let world: BotWorld;
  let playground: Playground;
  let person: PlaygroundClient;

  before(async () => {
    world = await startBotWorld();
    playground = await startPlayground({ botUrl: world.url, port: 0, log: world.log });
    person = await connectPlayground(playground.url);
  });
  after(async () => {
    person?.close();
    await playground?.close();
    await world?.close();
  });

  it('greets the channel of the team without anybody pressing anything, and once', async () => {
    const welcome = await person.next(({ actionConversationId }) => actionConversationId === team);
    assert.match(JSON.stringify(cardOf(welcome)), /Every new case gets one card in this channel/);
    assert.equal(world.conversations.places.get(team)?.scope, 'channel');
    await person.send(await person.template('botAdded', team));
    await person.send(await person.template('install', team));
    await person.say('help');
    assert.match(JSON.stringify(cardOf(await person.next())), /I bring the cases/);
  });

  it('answers hello with what it can do', async () => {
    await person.say('Hello!');
    const help = JSON.stringify(cardOf(await person.next()));
    assert.match(help, /my cases/);
    assert.match(help, /case HC-1042/);
  });

  it('lists the open cases and shows the one that is pressed, with a way back', async () => {
    const leak = world.app.put(aCase({ subject: 'Water is coming through the ceiling in flat 3B' }));
    await person.say('cases');
    const list = await person.next();
    assert.match(JSON.stringify(cardOf(list)), /flat 3B/);
    const row = cardOf(list).body.find((element) => element.type === 'ColumnSet');
    assert.ok(row?.type === 'ColumnSet' && row.selectAction !== undefined);
    const answer = await person.execute(list, row.selectAction.verb, row.selectAction.data);
    assert.equal(answer.type, 'application/vnd.microsoft.card.adaptive');
    assert.match(JSON.stringify(answer.value), new RegExp(leak.value.number));
    assert.match(JSON.stringify(answer.value), /Back to the list/);
  });

  it('shows one case by its number', async () => {
    const { value } = world.app.put(aCase({ subject: 'No heating' }));
    await person.say(`case ${value.number.toLowerCase()}`);
    assert.match(JSON.stringify(cardOf(await person.next())), /No heating/);
    await person.say(value.number.replace('HC-', ''));
    assert.match(JSON.stringify(cardOf(await person.next())), /No heating/);
  });

  it('says plainly that there is no such case', async () => {
    await person.say('case HC-99999');
    assert.match(JSON.stringify(cardOf(await person.next())), /There is no case HC-99999\. Check the number/);
  });

  it('answers what it does not know with what it does', async () => {
    await person.say('brew [coffee](http://evil.example)');
    const card = JSON.stringify(cardOf(await person.next()));
    assert.match(card, /I do not know that command/);
    assert.match(card, /my cases/);
    assert.ok(!card.includes('[coffee](http'));
  });

  it('posts one card for a case in the channel, and updates that card when it is taken there', async () => {
    const opened = world.app.put(aCase({ subject: 'Lift broken' }));
    await world.bot.announcer.announce(opened);
    await world.bot.announcer.announce(opened);
    const posted = await person.next(({ message }) => JSON.stringify(message.attachments).includes('Lift broken'));
    assert.equal(posted.action, 'createMessage');
    const take = cardOf(posted).actions?.[0];
    assert.ok(take?.type === 'Action.Execute' && take.title === 'Take it');

    const answer = await person.execute(posted, take.verb, take.data);
    assert.match(JSON.stringify(answer.value), /Jonas Weber has it/);
    const held = await world.app.getCase(opened.value.id);
    assert.equal(held.value.assignee, jonas.id);
    const updated = await person.next(({ action }) => action === 'updateMessage');
    assert.equal(updated.message.messageId, posted.message.messageId);
    assert.match(JSON.stringify(cardOf(updated)), /Jonas Weber has it/);
    await world.bot.announcer.announce(held);
    const about = person.shown.filter(({ message }) => JSON.stringify(message).includes('Lift broken'));
    assert.deepEqual(
      about.map(({ action }) => action),
      ['createMessage', 'updateMessage'],
    );
  });

  it('resolves a case from its card', async () => {
    const { value } = world.app.put(aCase({ status: 'in_progress', assignee: jonas.id }));
    await person.say(value.number);
    const shown = await person.next();
    const resolve = cardOf(shown).actions?.find(({ title }) => title === 'Resolve');
    assert.ok(resolve?.type === 'Action.Execute');
    await person.execute(shown, resolve.verb, resolve.data);
    assert.equal((await world.app.getCase(value.id)).value.status, 'resolved');
  });

  it('changes nothing when somebody else was faster, and shows how it is', async () => {
    const { value } = world.app.put(aCase());
    await person.say(value.number);
    const shown = await person.next();
    const take = cardOf(shown).actions?.[0];
    assert.ok(take?.type === 'Action.Execute');
    world.app.put({ ...value, assignee: ana.id });
    const answer = await person.execute(shown, take.verb, take.data);
    assert.match(JSON.stringify(answer.value), /Nothing was changed\. Meanwhile Ana Ruiz has it/);
    assert.equal((await world.app.getCase(value.id)).value.assignee, ana.id);
  });

  it('does the same for a client that can only submit, and rewrites the card', async () => {
    const { value } = world.app.put(aCase());
    await person.say(value.number);
    const shown = await person.next();
    const take = cardOf(shown).actions?.[0];
    assert.ok(take?.type === 'Action.Execute');
    await person.submit(shown, take.fallback.data);
    const updated = await person.next(({ action }) => action === 'updateMessage');
    assert.equal(updated.message.messageId, shown.message.messageId);
    assert.match(JSON.stringify(cardOf(updated)), /Jonas Weber has it/);
    assert.equal((await world.app.getCase(value.id)).value.assignee, jonas.id);
  });

  it('tells a stranger nothing but that they are not known', async () => {
    const { value } = world.app.put(aCase({ subject: 'Secret leak' }));
    const install = await person.template('install', team);
    const stranger = { id: 'user-guest', aadObjectId: '00000000-0000-0000-0000-0000000000ff' };
    await person.send({ ...install, type: 'message', from: stranger, text: value.number });
    const { message } = await person.next();
    assert.match(String(message.text), /You are not known here/);
    assert.deepEqual(message.attachments, []);
  });

  it('lets a stranger press nothing', async () => {
    const { value, etag } = world.app.put(aCase({ subject: 'Not for strangers' }));
    await world.bot.announcer.announce({ value, etag });
    const posted = await person.next(({ action }) => action === 'createMessage');
    const take = cardOf(posted).actions?.[0];
    assert.ok(take?.type === 'Action.Execute');
    const answer = await person.execute(posted, take.verb, take.data, 'user-guest');
    assert.equal(answer.type, 'application/vnd.microsoft.activity.message');
    assert.match(String(answer.value), /You are not known here/);
    assert.equal((await world.app.getCase(value.id)).value.assignee, null);
  });

  it('answers in a channel when it is mentioned', async () => {
    await person.say('help', team);
    assert.match(JSON.stringify(cardOf(await person.next())), /my cases/);
  });
});
