import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, type GenerateKeyPairResult, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { createTokenVerifier } from '../../../../backend/adapters/entra/token-verifier.ts';
import { isFailure } from '../../../../backend/domain/failure.ts';
import type { Authenticate } from '../../../../backend/ports/sign-in.ts';

const issuer = 'https://login.example/tenant/v2.0';
const audience = ['client-id', 'api://client-id'];

describe('Access tokens of Microsoft Entra', () => {
  let server: Server;
  let jwksUri: string;
  let authenticate: Authenticate;
  let privateKey: GenerateKeyPairResult['privateKey'];
  let healthy = true;

  before(async () => {
    const pair = await generateKeyPair('RS256');
    privateKey = pair.privateKey;
    const keys = [{ ...(await exportJWK(pair.publicKey)), kid: 'k1', use: 'sig' }];
    server = createServer((_request, response) => {
      response.statusCode = healthy ? 200 : 500;
      response.end(JSON.stringify({ keys }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    jwksUri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    healthy = true;
    authenticate = createTokenVerifier({ issuer, audience, jwksUri });
  });

  function token(
    claims: Record<string, unknown> = {},
    header: { kid?: string } = { kid: 'k1' },
    key = privateKey,
  ): Promise<string> {
    const nowSeconds = Math.floor(Date.now() / 1_000);
    const usual = { iss: issuer, aud: 'client-id', exp: nowSeconds + 600, oid: 'o-1', sub: 's-1', name: 'Ana Ruiz' };
    const payload = { ...usual, roles: ['HandyConnect.Agent'], ...claims };
    return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', ...header }).sign(key);
  }
  function refused(attempt: Promise<unknown>, code: 'unauthenticated' | 'unavailable' = 'unauthenticated') {
    return assert.rejects(attempt, (error) => isFailure(error, code));
  }

  it('say who somebody is, with the highest of their roles and the end of their time', async () => {
    const exp = Math.floor(Date.now() / 1_000) + 600;
    const roles = ['HandyConnect.Agent', 'HandyConnect.Manager', 'Other.Role'];
    const { actor, expiresAtMs } = await authenticate(await token({ roles, exp, aud: 'api://client-id' }));
    assert.deepEqual(actor, { id: 'o-1', name: 'Ana Ruiz', role: 'manager', surface: 'api' });
    assert.equal(expiresAtMs, (exp + 60) * 1_000);
  });

  it('of somebody without a role of ours are good, but carry none', async () => {
    for (const roles of [[], ['Other.Admin'], 'HandyConnect.Admin', undefined, { 0: 'HandyConnect.Admin' }]) {
      assert.equal((await authenticate(await token({ roles }))).actor.role, null);
    }
  });

  it('fall back to the subject where there is no object id, and to the sign-in name', async () => {
    const claims = { oid: undefined, name: undefined, preferred_username: 'ana@contoso.example' };
    const { actor } = await authenticate(await token(claims));
    assert.deepEqual([actor.id, actor.name], ['s-1', 'ana@contoso.example']);
    await refused(authenticate(await token({ oid: undefined, sub: undefined })));
  });

  it('are refused when expired, too early, endless, or meant for others', async () => {
    const nowSeconds = Math.floor(Date.now() / 1_000);
    await refused(authenticate(await token({ exp: nowSeconds - 120 })));
    await refused(authenticate(await token({ nbf: nowSeconds + 120 })));
    await refused(authenticate(await token({ exp: undefined })));
    await refused(authenticate(await token({ aud: 'somebody-else' })));
    await refused(authenticate(await token({ iss: 'https://evil.example' })));
    assert.ok(await authenticate(await token({ exp: nowSeconds - 30 })), 'within the tolerated minute');
  });

  it('are refused when unsigned, signed by another key, by an unknown key or by a shared secret', async () => {
    const claims = { iss: issuer, aud: 'client-id', oid: 'o-1', roles: ['HandyConnect.Admin'] };
    await refused(authenticate(new UnsecuredJWT(claims).setExpirationTime('1h').encode()));
    const other = await generateKeyPair('RS256');
    await refused(authenticate(await token({}, { kid: 'k1' }, other.privateKey)));
    await refused(authenticate(await token({}, { kid: 'k2' }, other.privateKey)));
    const secret = new TextEncoder().encode('x'.repeat(32));
    const shared = new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'k1' }).setExpirationTime('1h');
    await refused(authenticate(await shared.sign(secret)));
    const [head, , signature] = (await token()).split('.');
    const forged = Buffer.from(JSON.stringify({ ...claims, exp: 9_999_999_999 })).toString('base64url');
    await refused(authenticate(`${head}.${forged}.${signature}`));
    for (const garbage of ['', 'x', 'a.b.c', '..']) await refused(authenticate(garbage));
  });

  it('cannot be judged while the issuer gives no keys, which is not the caller’s fault', async () => {
    healthy = false;
    await refused(authenticate(await token()), 'unavailable');
    const nobodyThere = createTokenVerifier({ issuer, audience, jwksUri: 'http://127.0.0.1:1/keys' });
    await refused(nobodyThere(await token()), 'unavailable');
    healthy = true;
    assert.ok(await authenticate(await token()), 'good again as soon as the keys are there');
  });
});
