import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGraphPresence } from '../../../../backend/adapters/graph/graph-presence.ts';
import type { Presence } from '../../../../backend/ports/presence.ts';
import { TestClock } from '../../../fakes/test-clock.ts';
import { TestLog } from '../../../fakes/test-log.ts';

const [ana, tom] = ['00000000-0000-0000-0000-00000000000a', '00000000-0000-0000-0000-00000000000b'];

describe('Presence from Graph', () => {
  let server: Server;
  let presence: Presence;
  let asked: { path: string; body: { ids: string[] } }[];
  let answer: { status: number; body: unknown };
  const clock = new TestClock();
  beforeEach(async () => {
    asked = [];
    server = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk) => (text += chunk));
      request.on('end', () => {
        asked.push({ path: request.url ?? '', body: JSON.parse(text) });
        response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1.0`;
    presence = createGraphPresence({ baseUrl, token: async () => 't', clock, log: new TestLog() });
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it('tells who is out of office, and is asked once a minute', async () => {
    const value = [
      { id: ana, availability: 'Offline', outOfOfficeSettings: { isOutOfOffice: true } },
      { id: tom, availability: 'BusyIdle' },
    ];
    answer = { status: 200, body: { value } };
    await presence.of([ana, tom, 'made-up']);
    const states = await presence.of([ana, tom]);
    assert.deepEqual(
      [...states],
      [
        [ana, 'out_of_office'],
        [tom, 'busy'],
      ],
    );
    assert.deepEqual(asked, [{ path: '/v1.0/communications/getPresencesByUserId', body: { ids: [ana, tom] } }]);
    clock.advance(60_000);
    await presence.of([ana, tom]);
    assert.equal(asked.length, 2);
  });

  it('is unknown without the right, and then not asked for a while', async () => {
    answer = { status: 403, body: { error: { code: 'Forbidden', message: 'No.' } } };
    assert.equal((await presence.of([ana])).size, 0);
    clock.advance(10 * 60_000);
    await presence.of([ana]);
    assert.equal(asked.length, 1);
  });
});
