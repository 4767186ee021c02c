import assert from 'node:assert/strict';
import { request } from 'node:http';
import { connect } from 'node:net';
import { Problem } from '../../../backend/contracts/common.ts';
import { Failure } from '../../../backend/domain/failure.ts';
import { aCase } from '../../builders/case.ts';
import { type CallResult, type Harness, startHarness } from './harness.ts';

const newCase = { subject: 'No heating', customer: { email: 'nadia@example.com', name: 'Nadia' } };

function isProblem(result: CallResult, status: number, code: string): void {
  assert.equal(result.status, status, result.text);
  assert.match(result.headers.get('content-type') ?? '', /^application\/problem\+json/);
  const problem = Problem.parse(result.json);
  assert.equal(problem.status, status);
  assert.equal(problem.code, code);
  assert.equal(problem.requestId, result.headers.get('x-request-id'));
  assert.match(problem.type, new RegExp(`/api/docs#problem-${code}$`));
}

describe('Every refusal over HTTP is a problem document', () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  it('answers 404 for an unknown case and for an unknown address', async () => {
    isProblem(await harness.call('GET', '/api/cases/HC-9'), 404, 'not-found');
    isProblem(await harness.call('GET', '/api/nowhere'), 404, 'not-found');
    isProblem(await harness.call('GET', `/api/cases/${'x'.repeat(300)}`), 404, 'not-found');
    isProblem(await harness.call('GET', '/api/cases/%E0%A4%A'), 404, 'not-found');
  });

  it('answers 405 with Allow for a method the address does not have', async () => {
    const result = await harness.call('DELETE', '/api/cases');
    isProblem(result, 405, 'method-not-allowed');
    const allowed = (result.headers.get('allow') ?? '').split(', ').sort();
    assert.deepEqual(allowed, ['GET', 'HEAD', 'POST']);
  });

  it('answers 400 for bodies that are not JSON, empty or not UTF-8', async () => {
    isProblem(await harness.call('POST', '/api/cases', { body: '{"subject":' }), 400, 'malformed-json');
    isProblem(
      await harness.call('POST', '/api/cases', { headers: { 'content-type': 'application/json' } }),
      400,
      'malformed-json',
    );
    const response = await fetch(`${harness.url}/api/cases`, {
      method: 'POST',
      headers: { authorization: 'Bearer agent', 'content-type': 'application/json' },
      body: new Uint8Array([0x22, 0xff, 0xfe, 0x22]),
    });
    assert.equal(response.status, 400);
  });

  it('answers 415 for anything but plain JSON in UTF-8', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=utf-16']) {
      const result = await harness.call('POST', '/api/cases', { body: newCase, headers: { 'content-type': type } });
      isProblem(result, 415, 'unsupported-media-type');
    }
    const zipped = await harness.call('POST', '/api/cases', { body: newCase, headers: { 'content-encoding': 'gzip' } });
    isProblem(zipped, 415, 'unsupported-media-type');
    const suffixed = { body: newCase, headers: { 'content-type': 'application/vnd.x+json; charset=UTF-8' } };
    assert.equal((await harness.call('POST', '/api/cases', suffixed)).status, 201);
  });

  it('answers 422 with the path of each faulty field in plain words', async () => {
    const body = { subject: '', customer: { email: 'nobody' }, tags: ['ok', 7], priority: 'asap' };
    const result = await harness.call('POST', '/api/cases', { body });
    isProblem(result, 422, 'invalid');
    assert.deepEqual(result.json.errors, [
      { path: 'subject', message: 'must not be empty' },
      { path: 'customer.email', message: 'must be a mail address' },
      { path: 'customer.name', message: 'is missing' },
      { path: 'priority', message: 'must be one of critical, urgent, high, medium, low' },
      { path: 'tags.1', message: 'must be text' },
    ]);
  });

  it('answers 422 for a field that a strict body does not know', async () => {
    const { value } = harness.app.put(aCase());
    const headers = { 'if-match': '"v1"' };
    const result = await harness.call('PATCH', `/api/cases/${value.id}`, { body: { colour: 'red' }, headers });
    isProblem(result, 422, 'invalid');
    assert.ok(
      result.json.errors.some((e: { path: string }) => e.path === 'colour'),
      result.text,
    );
  });

  it('answers 422 for unknown, repeated or impossible query parameters', async () => {
    for (const [query, path] of [
      ['statsu=new', 'statsu'],
      ['limit=1&limit=2', 'limit'],
      ['limit=0', 'limit'],
      ['limit=201', 'limit'],
      ['status=open', 'status.0'],
      ['createdFrom=yesterday', 'createdFrom'],
      ['sort=colour', 'sort'],
    ]) {
      const result = await harness.call('GET', `/api/cases?${query}`);
      isProblem(result, 422, 'invalid');
      assert.equal(result.json.errors[0].path, path);
    }
    isProblem(await harness.call('GET', '/api/mail/lookup'), 422, 'invalid');
  });

  it('refuses bodies made to tamper with objects or to exhaust the stack', async () => {
    const tampering = '{"subject":"x","customer":{"email":"a@b.example","name":"n","__proto__":{"admin":true}}}';
    isProblem(await harness.call('POST', '/api/cases', { body: tampering }), 422, 'invalid');
    const deep = `{"message":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    isProblem(await harness.call('POST', '/api/cases/from-mail', { body: deep }), 422, 'invalid');
    assert.equal(Object.hasOwn(Object.prototype, 'admin'), false);
  });

  it('answers 413 for a body over the limit, announced or not', async () => {
    const body = JSON.stringify({ ...newCase, description: 'x'.repeat(1_100_000) });
    isProblem(await harness.call('POST', '/api/cases', { body }), 413, 'too-large');
    const chunked = await fetch(`${harness.url}/api/cases`, {
      method: 'POST',
      headers: { authorization: 'Bearer agent', 'content-type': 'application/json' },
      body: new Blob([body]).stream(),
      duplex: 'half',
    } as RequestInit);
    assert.equal(chunked.status, 413);
    assert.equal((await harness.call('GET', '/health')).status, 200);
  });

  it('answers 413 at once when an absurd length is announced', async () => {
    const status = await new Promise((resolve, reject) => {
      const headers = { authorization: 'Bearer agent', 'content-type': 'application/json', 'content-length': 1e12 };
      const outgoing = request(`${harness.url}/api/cases`, { method: 'POST', headers }, (response) => {
        resolve(response.statusCode);
        outgoing.destroy();
      });
      outgoing.on('error', reject);
      outgoing.write('{');
    });
    assert.equal(status, 413);
  });

  it('lets a mail be handed over that is larger than other bodies may be', async () => {
    const message = { body: { contentType: 'text', content: 'x'.repeat(3_000_000) } };
    assert.equal((await harness.call('POST', '/api/cases/from-mail', { body: { message } })).status, 201);
  });

  it('answers 401 with a challenge when there is no good token', async () => {
    const headers = [
      {},
      { authorization: 'Bearer wrong' },
      { authorization: 'Basic YTpi' },
      { authorization: 'Bearer' },
    ];
    for (const given of headers) {
      const result = await harness.call('GET', '/api/cases', { as: null, headers: given as Record<string, string> });
      isProblem(result, 401, 'unauthenticated');
      assert.match(result.headers.get('www-authenticate') ?? '', /^Bearer /);
    }
  });

  it('answers 403 naming the role that would be needed', async () => {
    const result = await harness.call('PUT', '/api/settings/teams', { body: { teams: [] }, as: 'manager' });
    isProblem(result, 403, 'forbidden');
    assert.match(result.json.detail, /admin/);
    isProblem(await harness.call('GET', '/api/me', { as: 'nobody' }), 403, 'forbidden');
  });

  it('translates what stops a use case, with Retry-After where waiting helps', async () => {
    harness.app.failNext(new Failure('conflict', 'A closed case cannot wait.'));
    isProblem(await harness.call('GET', '/api/cases'), 409, 'conflict');
    harness.app.failNext(new Failure('throttled', 'Too fast.', { retryAfterSeconds: 7.2 }));
    const throttled = await harness.call('GET', '/api/cases');
    isProblem(throttled, 429, 'throttled');
    assert.equal(throttled.headers.get('retry-after'), '8');
    harness.app.failNext(new Failure('unavailable', 'The store does not answer.'));
    const unavailable = await harness.call('GET', '/api/cases');
    isProblem(unavailable, 503, 'unavailable');
    assert.ok(Number(unavailable.headers.get('retry-after')) > 0);
  });

  it('tells nothing of an unforeseen fault but the request id, under which it is logged', async () => {
    harness.app.failNext(new TypeError('connection string Password=hunter2'));
    const result = await harness.call('GET', '/api/cases', { headers: { 'x-request-id': 'abc-123' } });
    isProblem(result, 500, 'internal');
    assert.doesNotMatch(result.text, /hunter2|TypeError/);
    const logged = harness.log.lines.find(({ level }) => level === 'error');
    assert.equal(logged?.fields.requestId, 'abc-123');
    assert.match(String(logged?.fields.error), /hunter2/);
  });

  it('keeps a sane request id and replaces any other', async () => {
    assert.equal(
      (await harness.call('GET', '/nowhere', { headers: { 'x-request-id': 'a.b:c-1' } })).headers.get('x-request-id'),
      'a.b:c-1',
    );
    for (const id of ['a b', 'x'.repeat(200), '<script>']) {
      const echoed = (await harness.call('GET', '/health', { headers: { 'x-request-id': id } })).headers.get(
        'x-request-id',
      );
      assert.match(echoed ?? '', /^[0-9a-f-]{36}$/);
    }
  });

  it('answers what is not HTTP with a problem and closes', async () => {
    const { port } = new URL(harness.url);
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(Number(port), '127.0.0.1', () => socket.write('GARBAGE\r\n\r\n'));
      socket.on('data', (chunk) => {
        text += chunk;
      });
      socket.on('close', () => resolve(text));
    });
    assert.match(answer, /^HTTP\/1.1 400 /);
    assert.match(answer, /application\/problem\+json[\s\S]*X-Request-Id: /);
  });

  it('never lets a browser cache, frame or sniff an API answer', async () => {
    const { headers } = await harness.call('GET', '/api/cases');
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'; frame-ancestors 'none'/);
    assert.equal(headers.get('access-control-allow-origin'), null);
    assert.equal(headers.get('server'), null);
  });
});
