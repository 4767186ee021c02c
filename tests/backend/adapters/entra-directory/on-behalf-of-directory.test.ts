import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createOnBehalfOfDirectory } from '../../../../backend/adapters/entra-directory/on-behalf-of-directory.ts';
import { type FailureCode, isFailure } from '../../../../backend/domain/failure.ts';

const settings = { clientId: 'c', clientSecret: 's', tenantId: 't', graphBaseUrl: 'http://127.0.0.1:9/v1.0' };

class CodedError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

describe('Looking a person up on behalf of the signed-in one', () => {
  const asked: { url: string | undefined; authorization: string | undefined }[] = [];
  let answer: { status: number; body: string; headers?: Record<string, string> };
  let server: Server;
  let graphBaseUrl: string;

  before(async () => {
    server = createServer((request, response) => {
      asked.push({ url: request.url, authorization: request.headers.authorization });
      response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
      response.end(answer.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    graphBaseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1.0`;
  });

  after(() => {
    server.closeAllConnections();
    server.close();
  });

  function lookUp(userId: string) {
    return createOnBehalfOfDirectory({ ...settings, graphBaseUrl }, async (sso) => `graph-${sso}`).person(
      'sso',
      userId,
    );
  }

  it('gives name and mail address', async () => {
    answer = {
      status: 200,
      body: JSON.stringify({
        id: 'e1',
        displayName: 'Ann',
        mail: 'ann@one.example',
        userPrincipalName: 'a@one.example',
      }),
    };
    assert.deepEqual(await lookUp('11/22?x'), { id: 'e1', name: 'Ann', email: 'ann@one.example' });
    assert.deepEqual(asked.at(-1), {
      url: '/v1.0/users/11%2F22%3Fx?$select=id,displayName,mail,userPrincipalName',
      authorization: 'Bearer graph-sso',
    });
  });

  it('gives the sign-in name of somebody without a mailbox', async () => {
    answer = {
      status: 200,
      body: JSON.stringify({ displayName: null, mail: null, userPrincipalName: 'a@one.example' }),
    };
    assert.deepEqual(await lookUp('1'), { id: '1', name: 'a@one.example', email: 'a@one.example' });
  });

  const refusals: [number, FailureCode][] = [
    [401, 'unauthenticated'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [429, 'throttled'],
    [503, 'unavailable'],
  ];
  for (const [status, code] of refusals) {
    it(`fails as ${code} when Graph answers ${status}`, async () => {
      answer = { status, body: '{}', headers: { 'retry-after': '3' } };
      await assert.rejects(lookUp('1'), (error) => isFailure(error, code) && error.retryAfterSeconds === 3);
    });
  }

  it('fails as unavailable when Graph answers nonsense or not at all', async () => {
    answer = { status: 200, body: '<html>' };
    await assert.rejects(lookUp('1'), (error) => isFailure(error, 'unavailable'));
    answer = { status: 200, body: '{"displayName":5}' };
    await assert.rejects(lookUp('1'), (error) => isFailure(error, 'unavailable'));
    const deaf = createOnBehalfOfDirectory(settings, async () => 'token');
    await assert.rejects(deaf.person('sso', '1'), (error) => isFailure(error, 'unavailable'));
  });

  const tokenFaults: [string, FailureCode][] = [
    ['UiRequiredError', 'forbidden'],
    ['TokenExpiredError', 'unauthenticated'],
    ['ServiceError', 'unavailable'],
    ['InvalidConfiguration', 'invalid'],
  ];
  for (const [fault, code] of tokenFaults) {
    it(`fails as ${code} when Entra says ${fault}`, async () => {
      const directory = createOnBehalfOfDirectory(settings, () => Promise.reject(new CodedError(fault)));
      await assert.rejects(directory.person('sso', '1'), (error) => isFailure(error, code));
    });
  }

  it('refuses a token that is none before anything is sent', async () => {
    const directory = createOnBehalfOfDirectory(settings);
    for (const token of ['', 'nonsense', 'a.b.c']) {
      await assert.rejects(directory.person(token, '1'), (error) => isFailure(error, 'unauthenticated'), token);
    }
  });

  it('names missing settings as invalid', async () => {
    const directory = createOnBehalfOfDirectory({ ...settings, clientSecret: '' });
    await assert.rejects(directory.person('a.b.c', '1'), (error) => isFailure(error, 'invalid'));
  });
});
