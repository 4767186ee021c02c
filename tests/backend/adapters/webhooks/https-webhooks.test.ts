import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import type { LookupAddress } from 'node:dns';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createWebhooks } from '../../../../backend/adapters/webhooks/https-webhooks.ts';
import { isPublicAddress } from '../../../../backend/adapters/webhooks/public-address.ts';
import { TestClock } from '../../../fakes/test-clock.ts';
import { selfSigned } from '../../../support/self-signed.ts';

const secret = 'a secret of sixteen';
const { cert, key } = selfSigned('hook.test');
const clock = new TestClock('2026-03-02T09:00:00.000Z');

/** Resolves every name to one address, as a hostile name server may. */
function resolvingTo(...addresses: string[]) {
  const found: LookupAddress[] = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  return ((_name: string, _options: object, done: (error: null, all: LookupAddress[]) => void) =>
    done(null, found)) as never;
}

describe('Webhooks', () => {
  let server: Server;
  let port: number;
  const got: { headers: Record<string, unknown>; body: string }[] = [];
  let answer = 204;
  before(async () => {
    server = createServer({ cert, key }, (request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => {
        got.push({ headers: request.headers, body });
        if (answer === 0) return;
        response.writeHead(answer, { location: 'https://hook.test/elsewhere' }).end('x'.repeat(100));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    answer = 204;
    got.length = 0;
  });

  const trusting = { secret, clock, ca: cert, lookup: resolvingTo('127.0.0.1'), isAllowed: () => true };
  const post = (options = {}) =>
    createWebhooks({ ...trusting, ...options }).post(`https://hook.test:${port}/in?x=1`, '0-7-0', { rule: 'R' });

  it('carry a signature over time and body, and an id by which repeats are known', async () => {
    await post();
    const { headers, body } = got[0] ?? { headers: {}, body: '' };
    assert.deepEqual(JSON.parse(body), { id: '0-7-0', rule: 'R' });
    assert.equal(headers['x-handyconnect-delivery'], '0-7-0');
    const signed = createHmac('sha256', secret).update(`1772442000.${body}`).digest('hex');
    assert.equal(headers['x-handyconnect-signature'], `t=1772442000,v1=${signed}`);
  });

  it('are tried again after a fault of the other side, not after a refusal, and follow no redirect', async () => {
    for (const [status, code] of [
      [503, 'unavailable'],
      [429, 'unavailable'],
      [404, 'forbidden'],
      [302, 'forbidden'],
    ] as const) {
      answer = status;
      await assert.rejects(post(), { code });
    }
    assert.equal(got.length, 4);
  });

  it('do not wait for ever', async () => {
    answer = 0;
    await assert.rejects(post({ timeoutMs: 100 }), { code: 'unavailable' });
  });

  it('lead into no private network, by name, by number, or by a name with two faces', async () => {
    const guarded = { secret, clock, ca: cert };
    const call = (url: string, lookup = resolvingTo('127.0.0.1')) =>
      createWebhooks({ ...guarded, lookup }).post(url, '1', {});
    await assert.rejects(call(`https://hook.test:${port}/`), { code: 'forbidden' });
    await assert.rejects(call(`https://hook.test:${port}/`, resolvingTo('93.184.215.14', '10.0.0.1')), {
      code: 'forbidden',
    });
    for (const host of [
      '127.0.0.1',
      '2130706433',
      '0x7f.1',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '169.254.169.254',
      'localhost.',
    ]) {
      await assert.rejects(call(`https://${host}:${port}/`), { code: 'forbidden' }, host);
    }
    await assert.rejects(call(`http://hook.test:${port}/`), { code: 'forbidden' });
    assert.equal(got.length, 0);
  });

  it('are not made without a secret to sign them with', async () => {
    await assert.rejects(post({ secret: null }), { code: 'forbidden' });
  });
});

describe('A public address', () => {
  it('is none that stays in a network or hides another', () => {
    const hidden = [
      '10.1.2.3',
      '100.64.0.1',
      '172.31.255.255',
      '192.168.0.1',
      '198.18.0.1',
      '224.0.0.1',
      '255.255.255.255',
      '0.0.0.0',
    ];
    const hidden6 = [
      '::',
      '::1',
      'fe80::1',
      'fc00::1',
      '::ffff:8.8.8.8',
      '64:ff9b::7f00:1',
      '2002:7f00:1::',
      '2001:db8::1',
      'ff02::1',
      'x',
    ];
    for (const address of [...hidden, ...hidden6]) assert.equal(isPublicAddress(address), false, address);
    for (const address of ['8.8.8.8', '172.32.0.1', '2606:4700::1111'])
      assert.equal(isPublicAddress(address), true, address);
  });
});
