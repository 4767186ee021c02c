import assert from 'node:assert/strict';
import { Failure, isFailure } from '../../backend/domain/failure.ts';
import { aCase } from '../builders/case.ts';
import { ana, FixedDirectory, jonas } from '../fakes/fixed-directory.ts';
import { activityFaults } from '../support/card-checks.ts';
import { type FakeConnector, startFakeConnector } from '../support/fake-connector.ts';
import { hasShared } from '../support/shared.ts';
import { type BotWorld, startBotWorld } from './bot-world.ts';

interface Reply {
  text?: string;
  attachments?: { content: Record<string, unknown> }[];
}

describe('The bot at its door', () => {
  let world: BotWorld;
  let teams: FakeConnector;

  before(async () => {
    teams = await startFakeConnector();
    world = await startBotWorld();
  });
  after(async () => {
    await world.close();
    await teams.close();
  });

  function activity(fields: Record<string, unknown>): Record<string, unknown> {
    return {
      type: 'message',
      id: 'activity-from-teams',
      channelId: 'msteams',
      serviceUrl: teams.serviceUrl,
      from: { id: 'user-jonas', name: 'Jonas Weber', aadObjectId: jonas.id },
      recipient: { id: 'bot', name: 'HandyConnect' },
      conversation: { id: 'chat-jonas', conversationType: 'personal' },
      ...fields,
    };
  }

  function post(body: unknown, url = world.url): Promise<Response> {
    return fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  async function ask(text: string, fields: Record<string, unknown> = {}): Promise<Reply> {
    const response = await post(activity({ text, deliveryMode: 'expectReplies', ...fields }));
    const { activities } = (await response.json()) as { activities: Reply[] };
    if (hasShared) for (const reply of activities) assert.deepEqual(activityFaults(reply), []);
    assert.equal(activities.length, 1);
    return activities[0] ?? {};
  }

  async function press(verb: string, data: unknown): Promise<{ statusCode: number; type: string; value: unknown }> {
    const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
    const response = await post(activity({ type: 'invoke', name: 'adaptiveCard/action', value }));
    return (await response.json()) as { statusCode: number; type: string; value: unknown };
  }

  it('answers every kind of message with a valid activity', async () => {
    world.app.put(aCase({ number: 'HC-7001' }));
    for (const text of ['help', 'cases', 'my cases', 'HC-7001', 'HC-0', 'nonsense', '']) {
      const { attachments } = await ask(text);
      assert.equal(attachments?.length, 1, text);
    }
  });

  it('lists what a person asks for, by the next due', async () => {
    await ask('my cases urgent');
    assert.deepEqual(world.app.listed?.filter.assignee, [jonas.id]);
    assert.deepEqual(world.app.listed?.filter.priority, ['urgent']);
    assert.deepEqual(world.app.listed?.sort, { key: 'due', descending: false });
  });

  it('turns the page at a press', async () => {
    await press('cases.page', { words: 'unassigned', after: 'cursor-2' });
    assert.deepEqual(world.app.listed?.filter.assignee, [null]);
    assert.equal(world.app.listed?.page.after, 'cursor-2');
  });

  it('says that it cannot reach its cases, and what is safe', async () => {
    world.app.failNext(new Failure('unavailable', 'store down', { retryAfterSeconds: 3 }));
    const card = JSON.stringify((await ask('cases')).attachments);
    assert.match(card, /HandyConnect cannot reach its cases\. Look at the case in 3 seconds before you repeat it/);
    world.app.failNext(new Failure('unavailable', 'store down'));
    const { value } = world.app.put(aCase());
    const answer = await press('case.assign-to-me', { ref: value.id });
    assert.equal(answer.type, 'application/vnd.microsoft.activity.message');
  });

  it('names the log entry of a fault, and never the fault', async () => {
    world.app.failNext(new Error('secret connection string'));
    const card = JSON.stringify((await ask('cases')).attachments);
    assert.match(card, /The fault is logged as activity-from-teams/);
    assert.ok(!card.includes('secret'));
    assert.equal(world.log.lines.at(-1)?.event, 'bot request failed');
  });

  it('shows the true state when a status may no longer follow', async () => {
    const { value } = world.app.put(aCase());
    const changeStatus = world.app.changeStatus;
    world.app.changeStatus = async () => {
      throw new Failure('conflict', 'A case that is closed cannot become resolved.');
    };
    const answer = await press('case.status', { ref: value.id, status: 'resolved' });
    world.app.changeStatus = changeStatus;
    assert.match(JSON.stringify(answer.value), /Nothing was changed\. A case that is closed cannot become resolved\./);
  });

  it('does a deed although a mail came in at the same moment', async () => {
    const { value } = world.app.put(aCase());
    const assignCase = world.app.assignCase;
    world.app.assignCase = async (actor, ref, to, ifMatch) => {
      world.app.assignCase = assignCase;
      world.app.put({ ...value, messageCount: 2 });
      return assignCase(actor, ref, to, ifMatch);
    };
    await press('case.assign-to-me', { ref: value.id, seen: { status: 'new', assignee: null } });
    const after = await world.app.getCase(value.id);
    assert.equal(after.value.assignee, jonas.id);
    assert.equal(after.value.messageCount, 2);
  });

  it('takes a second press for the same as the first', async () => {
    const { value } = world.app.put(aCase());
    const data = { ref: value.id, seen: { status: 'new', assignee: null } };
    await press('case.assign-to-me', data);
    const again = JSON.stringify((await press('case.assign-to-me', data)).value);
    assert.match(again, /Jonas Weber has it/);
    assert.ok(!again.includes('Nothing was changed'));
  });

  for (const [what, verb, data] of [
    ['a verb it never had', 'case.delete', { ref: 'HC-1001' }],
    ['the name of a built-in', 'constructor', {}],
    ['no data', 'case.status', null],
    ['a status that is none', 'case.status', { ref: 'HC-7001', status: 'gone' }],
    ['a reference that is none', 'case.show', { ref: '../../etc' }],
  ] as const) {
    it(`answers a button with ${what} in a sentence`, async () => {
      const answer = await press(verb, data);
      assert.equal(answer.statusCode, 200);
      assert.equal(answer.type, 'application/vnd.microsoft.activity.message');
      assert.match(String(answer.value), /^Nothing was changed\. /);
    });
  }

  it('does not know a person without an id of the directory', async () => {
    const { text, attachments } = await ask('cases', { from: { id: 'somebody', name: 'Jonas Weber' } });
    assert.match(String(text), /You are not known here/);
    assert.equal(attachments, undefined);
  });

  it('keeps a chat, and follows it when Teams moves it', async () => {
    await ask('help', { conversation: { id: 'chat-1', conversationType: 'personal' } });
    assert.equal(world.conversations.places.get('chat-1')?.agentId, jonas.id);
    await ask('help', {
      conversation: { id: 'chat-1', conversationType: 'personal' },
      serviceUrl: 'http://localhost:1/moved',
    });
    assert.equal(world.conversations.places.get('chat-1')?.reference.serviceUrl, 'http://localhost:1/moved');
  });

  it('keeps a channel by its own id, not by the thread in which somebody wrote', async () => {
    const thread = { id: '19:abc@thread.tacv2;messageid=17', conversationType: 'channel', isGroup: true };
    await ask('help', { conversation: thread });
    const kept = world.conversations.places.get('19:abc@thread.tacv2');
    assert.deepEqual(kept?.reference.conversation, { ...thread, id: '19:abc@thread.tacv2' });
    await ask('help', { conversation: { ...thread, id: '19:other@thread.tacv2' } });
    assert.equal(world.conversations.places.has('19:other@thread.tacv2'), false);
  });

  it('forgets a place where it was removed', async () => {
    const conversation = { id: 'group-1', conversationType: 'groupChat', isGroup: true };
    await post(activity({ type: 'installationUpdate', action: 'add', conversation }));
    assert.equal(world.conversations.places.get('group-1')?.scope, 'group');
    await post(activity({ type: 'installationUpdate', action: 'remove', conversation }));
    assert.equal(world.conversations.places.has('group-1'), false);
  });

  it('writes to nothing but this machine in the sandbox', async () => {
    const response = await post(activity({ text: 'help', serviceUrl: 'https://evil.example/' }));
    assert.equal(response.status, 403);
  });

  it('refuses what is no activity', async () => {
    for (const body of [{}, { type: 7 }, []]) {
      const response = await post(body);
      assert.ok(response.status >= 400 && response.status < 500, JSON.stringify(body));
    }
    await post({ type: 'message', from: 'x', serviceUrl: teams.serviceUrl });
    await post({ type: 'message', text: 'help', from: { aadObjectId: jonas.id }, conversation: { id: 7 } });
    assert.equal((await ask('help')).attachments?.length, 1);
  });
});

describe('The bot outside the sandbox', () => {
  it('does not start without credentials', async () => {
    await assert.rejects(startBotWorld({ mode: 'production' }), (error) => isFailure(error, 'invalid'));
  });

  it('refuses an activity that nobody signed', async () => {
    const world = await startBotWorld({
      mode: 'production',
      credentials: { id: '11111111-1111-1111-1111-111111111111', password: 'p', tenantId: 't' },
      directory: new FixedDirectory([ana]),
    });
    const response = await fetch(world.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        channelId: 'msteams',
        serviceUrl: 'http://127.0.0.1:1/',
        text: 'cases',
        from: { id: 'x', aadObjectId: ana.id },
        recipient: { id: 'bot' },
        conversation: { id: 'c' },
      }),
    });
    await world.close();
    assert.equal(response.status, 401);
    assert.equal(world.app.listed, undefined);
  });
});
