import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import { PresenceBook } from '../../../backend/app/presence/presence-book.ts';
import { CaseChanged, SlaAlert, TaskChanged } from '../../../backend/contracts/live.ts';
import { attachLive, type LiveServer } from '../../../backend/live/live-server.ts';
import type { Authenticate } from '../../../backend/ports/sign-in.ts';
import { aCase } from '../../builders/case.ts';
import { aTask } from '../../builders/task.ts';
import { aChange, createFakeFeed, type FakeFeed } from '../../fakes/fake-feed.ts';
import { TestClock } from '../../fakes/test-clock.ts';
import { TestLog } from '../../fakes/test-log.ts';
import { authenticate, startHarness } from '../http/harness.ts';

describe('Live changes', () => {
  let server: Server;
  let live: LiveServer;
  let feed: FakeFeed;
  let url: string;
  let sockets: Socket[];
  const log = new TestLog();
  const clock = new TestClock();

  // A token `agent/80` is an agent's and good for 80 ms more.
  const withEnd: Authenticate = async (token) => {
    const [role = '', left = '3600000'] = token.split('/');
    return { ...(await authenticate(role)), expiresAtMs: clock.nowMs() + Number(left) };
  };

  beforeEach(async () => {
    server = createServer((_request, response) => response.end('page'));
    feed = createFakeFeed();
    sockets = [];
    const agentName = (id: string) => (id === 'ana' ? 'Ana Ruiz' : undefined);
    live = attachLive({
      httpServer: server,
      authenticate: withEnd,
      feed,
      agentName,
      presence: new PresenceBook(),
      clock,
      log,
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    for (const socket of sockets) socket.disconnect();
    live.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  function open(auth: Record<string, unknown>, transports = ['websocket']): Socket {
    const socket = io(url, { path: '/live', auth, transports, reconnection: false, forceNew: true });
    sockets.push(socket);
    return socket;
  }
  function heard<T>(socket: Socket, event: string): Promise<T> {
    return new Promise((resolve) => {
      socket.once(event, resolve);
    });
  }
  async function connected(token: string, transports?: string[]): Promise<Socket> {
    const socket = open({ token }, transports);
    await heard(socket, 'connect');
    return socket;
  }

  it('are refused in one word to whoever has no good token or no role', async () => {
    for (const [auth, word] of [
      [{}, 'unauthenticated'],
      [{ token: 'wrong' }, 'unauthenticated'],
      [{ token: { $ne: '' } }, 'unauthenticated'],
      [{ token: 'nobody' }, 'forbidden'],
    ] as const) {
      const error = await heard<Error>(open(auth), 'connect_error');
      assert.equal(error.message, word);
    }
    assert.equal(live.connections(), 0);
  });

  it('tell of a clock that came to a level, with the case and who is to hear of it', async () => {
    const agent = await connected('agent');
    const told = heard(agent, 'sla.alert');
    const at = '2026-11-24T14:26:00.000Z';
    const due = '2026-11-24T14:51:00.000Z';
    const alert = { clock: 'nextResponse' as const, level: 'at_risk', at, due, tell: ['assignee' as const] };
    feed.say(aChange(aCase({ number: 'HC-1042' }), { kind: 'sla.at_risk', sla: { alert } }));
    const { case: value, ...said } = SlaAlert.parse(await told);
    assert.deepEqual([value.number, said], ['HC-1042', alert]);
  });

  it('tell of a task that was made, changed or deleted, as it stands', async () => {
    const agent = await connected('agent');
    const told: TaskChanged[] = [];
    const done = new Promise<void>((resolve) => {
      agent.on('task.changed', (raw) => {
        told.push(TaskChanged.parse(raw));
        if (told.length === 3) resolve();
      });
    });
    const task = aTask({ title: 'Fix the pipe', owner: 'ana', ownerEmail: null });
    for (const [kind, title] of [
      ['task.created', 'Fix the pipe'],
      ['task.changed', 'Fix both pipes'],
      ['task.deleted', 'Fix both pipes'],
    ] as const) {
      feed.say(aChange(null, { kind, task: { ...task, title } }));
    }
    await done;
    assert.deepEqual(
      told.map(({ kind, task: { id, title, ownerName, blocked } }) => [kind, id, title, ownerName, blocked]),
      [
        ['created', task.id, 'Fix the pipe', 'Ana Ruiz', false],
        ['changed', task.id, 'Fix both pipes', 'Ana Ruiz', false],
        ['deleted', task.id, 'Fix both pipes', 'Ana Ruiz', false],
      ],
    );
  });

  it('reach everybody, each with the actions of their own role', async () => {
    const agent = await connected('agent');
    const manager = await connected('manager', ['polling']);
    const both = Promise.all([heard(agent, 'case.changed'), heard(manager, 'case.changed')]);
    feed.say(aChange(aCase({ assignee: 'ana' }), { kind: 'case.opened' }));
    for (const raw of await both) {
      const change = CaseChanged.parse(raw);
      assert.equal(change.kind, 'opened');
      assert.equal(change.case.assigneeName, 'Ana Ruiz');
      assert.ok(change.case.actions.includes('assign'));
      assert.deepEqual(change.actor, { id: 'ana', name: 'Ana Ruiz' });
      assert.equal(JSON.stringify(raw).includes('setByPerson'), false);
    }
  });

  it('come in the order of the log, and leave out mail that is on no case', async () => {
    const agent = await connected('agent');
    const subjects: string[] = [];
    const done = new Promise<void>((resolve) => {
      agent.on('case.changed', (change: CaseChanged) => {
        subjects.push(change.case.subject);
        if (subjects.length === 200) resolve();
      });
    });
    feed.say(aChange(null, { kind: 'mail.fated' }));
    for (let n = 0; n < 200; n++) feed.say(aChange(aCase({ subject: `s${n}` })));
    await done;
    assert.deepEqual(
      subjects,
      Array.from({ length: 200 }, (_, n) => `s${n}`),
    );
  });

  it('end when the token does', async () => {
    const agent = await connected('agent/60');
    assert.equal(await heard(agent, 'disconnect'), 'io server disconnect');
  });

  it('do not wait for a reader that never drains', async () => {
    const agent = await connected('agent');
    const gone = heard(agent, 'disconnect');
    // Nothing drains while this loop holds the thread, and the clock says it takes long.
    for (let n = 0; n < 1_200; n++) {
      clock.advance(10);
      feed.say(aChange(aCase()));
    }
    await gone;
    assert.ok(log.lines.some(({ event }) => event === 'A live reader fell behind and was cut off'));
  });

  it('leave other paths of the server alone and give nothing to other origins', async () => {
    assert.equal(await (await fetch(`${url}/page`)).text(), 'page');
    const polling = await fetch(`${url}/live/?EIO=4&transport=polling`, {
      headers: { origin: 'https://evil.example' },
    });
    assert.equal(polling.headers.get('access-control-allow-origin'), null);
    assert.ok(polling.headers.get('x-request-id'));
  });

  it('share the server of the API, and closing both is prompt', async () => {
    const harness = await startHarness();
    const httpServer = harness.http.server.server;
    const shared = attachLive({
      httpServer,
      authenticate,
      feed,
      agentName: () => undefined,
      presence: new PresenceBook(),
      clock: new TestClock(),
      log,
    });
    const socket = io(harness.url, { path: '/live', auth: { token: 'agent' }, reconnection: false, forceNew: true });
    sockets.push(socket);
    await heard(socket, 'connect');
    const change = heard(socket, 'case.changed');
    feed.say(aChange(aCase()));
    CaseChanged.parse(await change);
    assert.equal((await harness.call('GET', '/health')).status, 200);
    const started = Date.now();
    shared.close();
    await harness.close();
    assert.ok(Date.now() - started < 1_000);
  });

  it('stop at once on closing', async () => {
    const agent = await connected('agent');
    const gone = heard(agent, 'disconnect');
    live.close();
    await gone;
    assert.equal(feed.followers(), 0);
    assert.equal(live.connections(), 0);
  });
});
