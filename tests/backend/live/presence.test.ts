import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import { PresenceBook } from '../../../backend/app/presence/presence-book.ts';
import { CasePresence } from '../../../backend/contracts/live.ts';
import { attachLive } from '../../../backend/live/live-server.ts';
import { createFakeFeed } from '../../fakes/fake-feed.ts';
import { TestLog } from '../../fakes/test-log.ts';
import { authenticate, clock } from '../http/harness.ts';

const one = 'a'.repeat(24);

describe('Who is at a case, live', () => {
  it('is told to those who are there, and to nobody else', async () => {
    const server = createServer();
    const feed = createFakeFeed();
    const live = attachLive({
      httpServer: server,
      authenticate,
      feed,
      agentName: () => undefined,
      presence: new PresenceBook(),
      clock,
      log: new TestLog(),
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const join = (token: string) =>
      io(url, { path: '/live', auth: { token }, transports: ['websocket'], reconnection: false, forceNew: true });
    const [agent, manager, admin] = [join('agent'), join('manager'), join('admin')];
    const told: unknown[] = [];
    admin.on('presence', (value) => told.push(value));
    const next = (socket: Socket) =>
      new Promise<CasePresence>((resolve) => socket.once('presence', (value) => resolve(CasePresence.parse(value))));
    try {
      const first = next(agent);
      agent.emit('presence', { caseId: one, doing: 'replying', surface: 'outlook' });
      assert.deepEqual((await first).people[0]?.surface, 'outlook');
      const seen = [next(agent), next(manager)];
      manager.emit('presence', { caseId: 'not an id' });
      manager.emit('presence', { caseId: one, surface: 'tab' });
      for (const presence of await Promise.all(seen)) {
        assert.deepEqual(
          presence.people.map(({ id, doing }) => [id, doing]),
          [
            ['agent-id', 'replying'],
            ['manager-id', 'viewing'],
          ],
        );
      }
      const left = next(manager);
      agent.disconnect();
      assert.deepEqual(
        (await left).people.map(({ id }) => id),
        ['manager-id'],
      );
      assert.deepEqual(told, []);
    } finally {
      for (const socket of [agent, manager, admin]) socket.disconnect();
      live.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });
});
