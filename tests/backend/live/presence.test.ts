import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import { CasePresence } from '../../../backend/contracts/live.ts';
import { attachLive } from '../../../backend/live/live-server.ts';
import { PresenceBook } from '../../../backend/live/presence.ts';
import { createFakeFeed } from '../../fakes/fake-feed.ts';
import { TestLog } from '../../fakes/test-log.ts';
import { authenticate, clock } from '../http/harness.ts';

const one = 'a'.repeat(24);
const other = 'b'.repeat(24);
const person = (id: string, doing: 'viewing' | 'replying', since: string) => ({
  ...{ id, name: id, surface: 'tab' as const, doing, since },
});

describe('Who is at a case', () => {
  it('is known once a person and surface, whoever replies in front', () => {
    const book = new PresenceBook();
    assert.deepEqual(book.enter('1', one, person('ana', 'viewing', '1')), [one]);
    assert.deepEqual(book.enter('1', one, person('ana', 'viewing', '2')), []);
    book.enter('2', one, person('ana', 'viewing', '3'));
    book.enter('3', one, person('ben', 'replying', '4'));
    assert.deepEqual(
      book.at(one).people.map(({ id, doing }) => [id, doing]),
      [
        ['ben', 'replying'],
        ['ana', 'viewing'],
      ],
    );
    assert.deepEqual(book.enter('3', other, person('ben', 'viewing', '5')), [one, other]);
    assert.deepEqual(book.leave('3'), [other]);
    assert.deepEqual(book.leave('3'), []);
    assert.deepEqual(book.at(other).people, []);
  });

  it('is told to those who are there, and to nobody else', async () => {
    const server = createServer();
    const feed = createFakeFeed();
    const live = attachLive({
      httpServer: server,
      authenticate,
      feed,
      agentName: () => undefined,
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
