import assert from 'node:assert/strict';
import type { AdaptiveCard } from '../../bot/cards/elements.ts';
import { commandTable } from '../../bot/commands/table.ts';
import { aCase } from '../builders/case.ts';
import { ana, jonas, sofia } from '../fakes/fixed-directory.ts';
import { type FakeConnector, startFakeConnector } from '../support/fake-connector.ts';
import { type BotWorld, startBotWorld } from './bot-world.ts';
import { buttonOf, type Door, openDoor, textOf } from './door.ts';
import { aPlace } from './places.ts';

interface Dialog {
  task: { type: string; value: { card: { content: AdaptiveCard } } };
}

describe('What people do through the bot', () => {
  let world: BotWorld;
  let teams: FakeConnector;
  let door: Door;
  before(async () => {
    teams = await startFakeConnector();
    world = await startBotWorld({ connectorMs: 2_500 });
    door = openDoor(world.url, teams.serviceUrl);
  });
  after(async () => {
    await world.close();
    await teams.close();
  });
  const caseOf = async (id: string) => (await world.app.getCase(id)).value;

  it('is answered for every command, in person, in a group and in a channel', async () => {
    world.app.put(aCase({ number: 'HC-1042' }));
    world.app.put(aCase({ number: 'HC-1001', status: 'in_progress', assignee: jonas.id }));
    for (const { example } of commandTable) {
      for (const [id, conversationType] of [
        ['chat', 'personal'],
        ['group', 'groupChat'],
        ['19:c@thread.tacv2', 'channel'],
      ] as const) {
        const card = await door.say(example, { conversation: { id, conversationType } });
        assert.ok((card.actions?.length ?? 0) > 0, example);
      }
    }
  });

  it('gives a case to whom is meant, and asks back where that is not clear', async () => {
    const { value } = world.app.put(aCase());
    assert.match(textOf(await door.say(`assign ${value.number} to Ana`)), /Ana Ruiz has it now/);
    assert.equal((await caseOf(value.id)).assignee, ana.id);
    const unclear = await door.say(`assign ${value.number} to Anna`);
    assert.match(textOf(unclear), /I know nobody called Anna/);
    assert.equal((await caseOf(value.id)).assignee, ana.id);
    await door.pressOn(unclear, `Assign ${value.number} to me`);
    assert.equal((await caseOf(value.id)).assignee, jonas.id);
  });

  it('believes the id of a mention, not its name', async () => {
    const { value } = world.app.put(aCase());
    const entities = [
      {
        type: 'mention',
        mentioned: { id: '29:x', name: 'Ana Ruiz', aadObjectId: 'somebody-else' },
        text: '<at>Ana Ruiz</at>',
      },
    ];
    const card = await door.say(`assign ${value.number} to <at>Ana Ruiz</at>`, { entities });
    assert.match(textOf(card), /not one of the agents/);
    assert.equal((await caseOf(value.id)).assignee, null);
  });

  it('does what it says and offers to take it back', async () => {
    const { value } = world.app.put(aCase({ status: 'in_progress', assignee: jonas.id }));
    const card = await door.say(`resolve ${value.number}: valve replaced`);
    assert.match(textOf(card), /It is resolved now/);
    assert.equal((await caseOf(value.id)).status, 'resolved');
    assert.equal(buttonOf(card, 'Undo').type, 'Action.Execute');
    assert.match(textOf(await door.say(`priority ${value.number} high`)), /Its priority is high now/);
    assert.match(textOf(await door.say(`priority ${value.number} high`)), /priority|so already/);
    assert.match(textOf(await door.say(`note ${value.number} Key under the mat`)), /never sent/);
    assert.match(textOf(await door.say(`watch ${value.number}`)), /You are told of what happens here/);
  });

  it('asks before it does what might not be meant, and does it when pressed', async () => {
    const { value } = world.app.put(aCase());
    const asked = await door.say(`merge ${value.number} and HC-1001`);
    assert.match(textOf(asked), /Which of the two shall remain/);
    assert.equal((await caseOf(value.id)).mergedInto, null);
    await door.pressOn(asked, `Merge ${value.number} into HC-1001`);
    assert.notEqual((await caseOf(value.id)).mergedInto, null);
  });

  it('opens a form for a new case, keeps what was written when it is refused, and makes one case of two presses', async () => {
    const form = await door.say('new case Lift broken');
    assert.match(textOf(form), /"value":"Lift broken"/);
    const send = buttonOf(form, 'Create case');
    const data = { ...send.data, subject: 'Lift broken', description: 'Stuck on 3', customerEmail: 'nobody' };
    const refused = await door.press('form.new-case', data);
    assert.match(JSON.stringify(refused.value), /is not an address/);
    assert.match(JSON.stringify(refused.value), /Stuck on 3/);
    const right = { ...data, customerEmail: 'tom@example.com' };
    const made = await door.press('form.new-case', right);
    assert.match(JSON.stringify(made.value), /The case is open/);
    assert.match(JSON.stringify((await door.press('form.new-case', right)).value), /made from it already/);
  });

  it('opens the dialog of a reply, and sends it once', async () => {
    const { value } = world.app.put(aCase({ status: 'in_progress', assignee: jonas.id }));
    const card = await door.say(`reply ${value.number} We are on our way`);
    const write = buttonOf(card, 'Write…');
    const dialog = await door.invoke<Dialog>('task/fetch', { data: write.data });
    assert.match(textOf(dialog.task.value.card.content), /We are on our way/);
    const send = buttonOf(dialog.task.value.card.content, 'Send');
    const sent = await door.invoke<Dialog>('task/submit', {
      data: { ...send.data, text: 'We are on our way', thenStatus: '' },
    });
    assert.match(textOf(sent.task.value.card.content), /leaves in a moment/);
  });

  it('gives the form in the chat to a client without dialogs', async () => {
    const { value } = world.app.put(aCase());
    const card = await door.say(value.number);
    const { data } = buttonOf(card, 'Assign…');
    const response = await fetch(world.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        id: 'submit-1',
        value: data,
        deliveryMode: 'expectReplies',
        channelId: 'msteams',
        serviceUrl: teams.serviceUrl,
        from: { id: '29:jonas', aadObjectId: jonas.id },
        recipient: { id: 'bot' },
        conversation: { id: 'chat', conversationType: 'personal' },
      }),
    });
    const { activities } = (await response.json()) as { activities: { attachments: { content: AdaptiveCard }[] }[] };
    const form = activities[0]?.attachments[0]?.content as AdaptiveCard;
    const assigned = await door.press('form.assign', { ...buttonOf(form, 'Assign').data, assignee: ana.id });
    assert.match(JSON.stringify(assigned.value), /Ana Ruiz/);
  });

  it('lets managers alone decide what waits for approval, with a reason for a refusal', async () => {
    const { value } = world.app.put(aCase({ status: 'awaiting_approval' }));
    const fetched = { dialog: 'decide', ref: value.id, decision: 'rejected' };
    const refused = await door.invoke<{ task: { value: string } }>('task/fetch', { data: fetched });
    assert.match(refused.task.value, /Only managers may decide this/);
    const agent = await door.invoke<{ task: { value: string } }>('task/submit', {
      data: { ...fetched, verb: 'form.decide', reason: 'x' },
    });
    assert.match(agent.task.value, /needs the role manager/);
    const form = await door.invoke<Dialog>('task/fetch', { data: fetched }, { by: sofia });
    const send = buttonOf(form.task.value.card.content, 'Reject');
    const done = await door.invoke<Dialog>(
      'task/submit',
      { data: { ...send.data, reason: 'Too dear' } },
      { by: sofia },
    );
    assert.match(textOf(done.task.value.card.content), /Rejected\./);
    assert.equal((await caseOf(value.id)).status, 'in_progress');
    const late = await door.invoke<{ task: { value: string } }>(
      'task/submit',
      { data: { ...send.data, reason: 'Too dear' } },
      { by: sofia },
    );
    assert.match(late.task.value, /waits for no approval any more/);
  });

  it('chooses what a channel hears of, and says what it does not know', async () => {
    const conversation = { id: 'choosing', conversationType: 'channel' };
    await world.conversations.put(aPlace(teams.serviceUrl, 'choosing'));
    world.clock.advance(6_000);
    assert.match(textOf(await door.say('subscribe urgent', { conversation })), /cases that are urgent come here/);
    assert.match(textOf(await door.say('subscribe general', { conversation })), /urgent, and General/);
    assert.match(textOf(await door.say('subscribe purple', { conversation })), /I know no purple/);
    assert.deepEqual(world.conversations.places.get('choosing')?.subscription, {
      teams: [],
      priorities: ['urgent'],
      categories: ['general'],
    });
    assert.match(textOf(await door.say('unsubscribe', { conversation })), /No cards and alerts come here any more/);
    assert.match(textOf(await door.say('subscribe')), /Channels and group chats subscribe/);
  });

  it('keeps what somebody wants to be told of', async () => {
    const card = await door.say('settings');
    const saved = await door.press('settings.save', {
      ...buttonOf(card, 'Save').data,
      at_risk: 'email',
      overdue: 'nonsense',
    });
    assert.match(JSON.stringify(saved.value), /"id":"at_risk"[^}]*"value":"email"/);
  });

  it('brings figures in the morning to whoever wants them, once', async () => {
    world.clock.set('2026-11-24T13:10:00.000Z');
    const conversation = { id: 'digest', conversationType: 'personal' };
    await door.say('hi', { conversation });
    assert.match(textOf(await door.say('digest daily', { conversation })), /every working morning at 8/);
    await world.conversations.put({
      ...aPlace(teams.serviceUrl, 'digest', { ...world.conversations.places.get('digest') }),
      scope: 'personal',
    });
    const before = teams.calls.length;
    for (const at of [
      '2026-11-24T20:00:00.000Z',
      '2026-11-25T07:30:00.000Z',
      '2026-11-25T08:05:00.000Z',
      '2026-11-25T09:00:00.000Z',
    ]) {
      world.clock.set(at);
      await world.delivered();
    }
    const told = teams.calls.slice(before).filter(({ path }) => path.includes('/digest/'));
    assert.deepEqual(
      told.map(({ activity }) => /^Yesterday\. Created/.test(String(activity.summary))),
      [true],
    );
    assert.match(textOf(await door.say('digest off', { conversation })), /No digests come here/);
  });

  it('tells a stranger nothing, whatever door they come to', async () => {
    const { value } = world.app.put(aCase({ subject: 'Secret' }));
    const by = { id: '00000000-0000-0000-0000-0000000000ff', name: 'Robin Guest' };
    assert.match(await door.told(value.number, { by }), /not known here/);
    const doors: [string, unknown][] = [
      [
        'adaptiveCard/action',
        { action: { type: 'Action.Execute', verb: 'case.show', data: { ref: value.id } }, trigger: 'manual' },
      ],
      ['task/fetch', { data: { dialog: 'reply', ref: value.id } }],
      ['task/submit', { data: { verb: 'form.assign', ref: value.id } }],
      ['composeExtension/query', { commandId: 'searchCases', parameters: [{ name: 'words', value: 'Secret' }] }],
      ['composeExtension/queryLink', { url: `http://localhost:3978/tab/?case=${value.number}` }],
      ['composeExtension/fetchTask', { commandId: 'newCase', messagePayload: {} }],
      ['composeExtension/submitAction', { commandId: 'newCase', data: { subject: 'x', customerEmail: 'a@b.example' } }],
    ];
    for (const [name, body] of doors) {
      const answer = JSON.stringify(await door.invoke(name, body, { by }));
      assert.ok(!answer.includes('Secret'), name);
      assert.ok(/not known here/.test(answer) || answer === '{}', `${name}: ${answer}`);
    }
    assert.equal((await caseOf(value.id)).status, 'new');
  });

  it('answers slow work at once, and rewrites the card when it is done', async () => {
    const { value } = world.app.put(aCase());
    const { assignCase } = world.app;
    world.app.assignCase = async (...args) => {
      await new Promise((resolve) => setTimeout(resolve, 700));
      return assignCase(...args);
    };
    const answer = await door.press('case.assign-to-me', { ref: value.id }, { card: 'card-7' });
    world.app.assignCase = assignCase;
    assert.match(String(answer.value), /One moment/);
    for (let i = 0; i < 50 && !teams.calls.some(({ path }) => path.endsWith('/card-7')); i++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const rewritten = teams.calls.find(({ path }) => path.endsWith('/card-7'));
    assert.match(JSON.stringify(rewritten?.activity), /Jonas Weber/);
  });
});

describe('Cases in messages', () => {
  let world: BotWorld;
  let teams: FakeConnector;
  let door: Door;
  before(async () => {
    teams = await startFakeConnector();
    world = await startBotWorld();
    door = openDoor(world.url, teams.serviceUrl);
  });
  after(async () => {
    await world.close();
    await teams.close();
  });

  interface Found {
    composeExtension: {
      type: string;
      attachments: { content: AdaptiveCard; preview: { content: { title: string } } }[];
    };
  }

  it('are found by words or by number, each with its card and a line for the list', async () => {
    const { value } = world.app.put(aCase({ subject: 'Boiler <b>cold</b>' }));
    for (const words of ['boiler', value.number, value.number.slice(3), '']) {
      const query = { commandId: 'searchCases', parameters: [{ name: 'words', value: words }] };
      const { composeExtension } = await door.invoke<Found>('composeExtension/query', query);
      assert.equal(composeExtension.type, 'result');
      assert.match(composeExtension.attachments[0]?.preview.content.title ?? '', /^HC-\d+ Boiler/);
    }
  });

  it('are shown where somebody pastes their link, and other links are left alone', async () => {
    const { value } = world.app.put(aCase());
    const shown = await door.invoke<Found>('composeExtension/queryLink', {
      url: `http://localhost:3978/tab/?case=${value.number}`,
    });
    assert.match(textOf(shown.composeExtension.attachments[0]?.content as AdaptiveCard), new RegExp(value.number));
    for (const url of [
      'https://evil.example/tab/?case=HC-1001',
      'http://localhost:3978/tab/',
      'nonsense',
      'http://localhost:3978/tab/?case=HC-99999',
    ]) {
      assert.deepEqual(await door.invoke('composeExtension/queryLink', { url }), {});
    }
  });

  it('are made from a message, with who wrote it, its text, its files and the way back', async () => {
    const messagePayload = {
      id: '1795',
      createdDateTime: '2026-11-24T12:00:00Z',
      linkToMessage: 'https://teams.microsoft.com/l/message/19:abc/1795',
      from: { user: { displayName: 'Ana Ruiz' } },
      body: {
        contentType: 'html',
        content:
          '<p>The lift in <b>Harbour View</b> is stuck</p><p>Call nadia@example.com</p><script>alert(1)</script>',
      },
      attachments: [
        { contentType: 'reference', name: 'photo.jpg', contentUrl: 'https://contoso.sharepoint.com/photo.jpg' },
      ],
    };
    const fetched = await door.invoke<Dialog>('composeExtension/fetchTask', { commandId: 'newCase', messagePayload });
    const form = fetched.task.value.card.content;
    const said = textOf(form);
    for (const part of [
      'The lift in Harbour View is stuck',
      'Written in Teams by Ana Ruiz',
      'photo.jpg https://contoso',
      'teams.microsoft.com/l/message',
      '"value":"nadia@example.com"',
      '"value":"Ana Ruiz"',
    ]) {
      assert.ok(said.includes(part), `${part} in ${said}`);
    }
    const send = buttonOf(form, 'Create case');
    const data = { ...send.data, subject: 'Lift stuck', description: 'x', customerEmail: 'nadia@example.com' };
    const made = await door.invoke<Found>('composeExtension/submitAction', { commandId: 'newCase', data });
    assert.match(textOf(made.composeExtension.attachments[0]?.content as AdaptiveCard), /The case is open/);
    const again = await door.invoke<Found>('composeExtension/submitAction', { commandId: 'newCase', data });
    assert.match(textOf(again.composeExtension.attachments[0]?.content as AdaptiveCard), /made from it already/);
  });
});
