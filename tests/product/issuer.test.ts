import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { signIn } from '../support/api.ts';
import { freePort, RunningProduct } from '../support/product.ts';

const issuer = 'https://login.example/tenant/v2.0';
const audience = 'api://handyconnect';

describe('A product that believes another issuer', function () {
  this.timeout(60_000);
  let dataDir: string;
  let keys: Server;
  let privateKey: CryptoKey;
  let product: RunningProduct;

  before(async () => {
    const pair = await generateKeyPair('RS256');
    privateKey = pair.privateKey;
    const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
    keys = createServer((_, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ keys: [jwk] }));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => keys.once('listening', resolve));
    const jwksUri = `http://127.0.0.1:${(keys.address() as AddressInfo).port}/keys`;
    dataDir = mkdtempSync(path.join(tmpdir(), 'handyconnect-issuer-'));
    const environment = { AUTH_ISSUER: issuer, AUTH_AUDIENCE: audience, AUTH_JWKS_URI: jwksUri };
    product = new RunningProduct({ dataDir, port: await freePort(), environment });
    await product.ready();
  });

  after(async () => {
    await product.kill();
    keys.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  function token(claims: Record<string, unknown>, forAudience = audience): Promise<string> {
    return new SignJWT({ oid: 'e-1', name: 'Ingrid Solberg', ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .setIssuer(issuer)
      .setAudience(forAudience)
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(privateKey);
  }

  async function me(bearer: string): Promise<{ status: number; body: Record<string, unknown> }> {
    const response = await fetch(`${product.url}/api/me`, { headers: { authorization: `Bearer ${bearer}` } });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  it('takes person and highest role from its tokens', async () => {
    const { status, body } = await me(await token({ roles: ['HandyConnect.Agent', 'HandyConnect.Manager'] }));
    assert.equal(status, 200);
    assert.deepEqual([body.id, body.name, body.role], ['e-1', 'Ingrid Solberg', 'manager']);
  });

  it('refuses tokens for somebody else, and people without a role', async () => {
    assert.equal((await me(await token({ roles: ['HandyConnect.Admin'] }, 'api://other'))).status, 401);
    assert.equal((await me(await token({ roles: ['Other.Admin'] }))).status, 403);
    assert.equal((await me(await token({}))).status, 403);
  });

  it('signs people of the sandbox in beside it', async () => {
    const { token: own } = await signIn(product.url, 'admin');
    assert.equal((await me(own)).body.role, 'admin');
  });
});
