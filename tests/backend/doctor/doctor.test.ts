import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { TableSyncState } from '../../../backend/adapters/store/sync-state.ts';
import { createJsonLog } from '../../../backend/adapters/system/json-log.ts';
import { loadConfig } from '../../../backend/config.ts';
import { checkMailboxes, tenantWideMailRights } from '../../../backend/doctor/check-mailboxes.ts';
import { checkManifests } from '../../../backend/doctor/check-manifests.ts';
import { checkAnalyst, checkBot, checkPeopleSignIn, checkPublicUrl } from '../../../backend/doctor/check-services.ts';
import { checkDataDir, checkStorage, checkSubscriptions } from '../../../backend/doctor/check-storage.ts';
import { diagnose } from '../../../backend/doctor/diagnose.ts';
import { type Finding, lineOf } from '../../../backend/doctor/finding.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const log = createJsonLog({ level: 'silent' });
const servers: Server[] = [];
const folders: string[] = [];

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A server that always answers the same, and keeps what it was asked. */
async function answering(status: number, body: unknown): Promise<{ url: string; asked: IncomingMessage[] }> {
  const asked: IncomingMessage[] = [];
  const url = await serve((request, response) => {
    asked.push(request);
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  });
  return { url, asked };
}

function freshFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'handyconnect-doctor-'));
  folders.push(folder);
  return folder;
}

async function all(findings: AsyncIterable<Finding>): Promise<Finding[]> {
  const found: Finding[] = [];
  for await (const finding of findings) found.push(finding);
  return found;
}

function sandbox(settings: Record<string, string> = {}) {
  return loadConfig({ HANDYCONNECT_MODE: 'sandbox', ...settings });
}

const withBot = () => sandbox({ BOT_ID: 'bot-id', BOT_PASSWORD: 'bot-secret', BOT_TENANT_ID: 'tenant-id' });

describe('The doctor', () => {
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  it('finds nothing wrong with a sandbox that nobody has set up', async () => {
    const environment = { DATA_DIR: freshFolder() };
    const found = await all(diagnose({ environment, root: freshFolder(), loginUrl: 'http://127.0.0.1:1', log }));
    assert.deepEqual(
      found.filter(({ kind }) => kind === 'fault'),
      [],
    );
    assert.deepEqual(
      found.map(({ about }) => about),
      ['settings', 'DATA_DIR', 'storage', 'mailbox', 'bot', 'sign-in', 'PUBLIC_URL', 'analyst', 'manifests'],
    );
  });

  it('names every faulty setting with a fix and never with its value', async () => {
    const environment = { HANDYCONNECT_MODE: 'production', MICROSOFT_CLIENT_SECRET: 'very-secret', PORT: 'many' };
    const found = await all(diagnose({ environment, root, loginUrl: 'http://127.0.0.1:1', log }));
    assert.ok(found.length >= 1);
    assert.ok(found.every(({ kind, fix }) => kind === 'fault' && fix !== undefined));
    assert.doesNotMatch(found.map(lineOf).join('\n'), /very-secret/);
  });

  it('tells a folder that cannot be written', async () => {
    const file = path.join(freshFolder(), 'file');
    writeFileSync(file, '');
    assert.equal((await checkDataDir(path.join(file, 'data'))).kind, 'fault');
  });

  it('tells a store that does not open', async () => {
    const dataDir = freshFolder();
    writeFileSync(path.join(dataDir, 'handyconnect.db'), 'this is no database, and it is long enough to be sure of it');
    const { finding, storage } = await checkStorage(sandbox({ DATA_DIR: dataDir }));
    await storage?.tables.close();
    assert.equal(finding.kind, 'fault');
  });

  it('tells which mailbox does not push, and which subscription has ended', async () => {
    const config = sandbox({ DATA_DIR: freshFolder(), SUPPORT_MAILBOXES: 'a@contoso.example,b@contoso.example' });
    const { storage } = await checkStorage(config);
    assert.ok(storage);
    const sync = new TableSyncState(storage.tables);
    const expiresAt = '2026-03-02T10:00:00.000Z';
    await sync.putSubscription({
      id: 's1',
      mailbox: 'a@contoso.example',
      clientState: 'x',
      notificationUrl: 'https://desk.contoso.example/graph/notifications',
      expiresAt,
    });
    const before = await checkSubscriptions(config, storage, Date.parse('2026-03-02T09:00:00.000Z'));
    const after = await checkSubscriptions(config, storage, Date.parse('2026-03-02T11:00:00.000Z'));
    await storage.tables.close();
    assert.deepEqual(
      before.map(({ kind }) => kind),
      ['ok', 'fault'],
    );
    assert.deepEqual(
      after.map(({ kind }) => kind),
      ['fault', 'fault'],
    );
  });

  it('reads each mailbox as the server will, and says what to do where it may not', async () => {
    const graph = await serve((request, response) => {
      const refused = request.url?.includes('sales');
      const body = refused ? { error: { code: 'ErrorAccessDenied', message: 'Access is denied.' } } : { value: [] };
      response.writeHead(refused ? 403 : 200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    });
    const config = sandbox({ SUPPORT_MAILBOXES: 'support@contoso.example,sales@contoso.example' });
    const [support, sales] = await checkMailboxes(config, `${graph}/v1.0`, log);
    assert.equal(support?.kind, 'ok');
    assert.equal(sales?.kind, 'fault');
    assert.match(sales?.fix ?? '', /Application Mail\.Read/);
  });

  it('finds rights on all mailboxes of the tenant in the token', () => {
    const token = (claims: unknown) => `x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;
    assert.deepEqual(tenantWideMailRights(token({ roles: ['Mail.Read', 'User.Read.All', 'Mail.Send'] })), [
      'Mail.Read',
      'Mail.Send',
    ]);
    assert.deepEqual(tenantWideMailRights(token({})), []);
    assert.deepEqual(tenantWideMailRights('not a token'), []);
  });

  it('signs the bot in', async () => {
    const entra = await answering(200, { access_token: 'x' });
    assert.equal((await checkBot(withBot(), entra.url)).kind, 'ok');
    assert.equal(entra.asked[0]?.url, '/tenant-id/oauth2/v2.0/token');
  });

  for (const [code, words] of [
    [7000222, 'has expired'],
    [7000215, 'not its id'],
    [700016, 'No application has the id'],
    [1, 'Check BOT_ID, BOT_PASSWORD and BOT_TENANT_ID'],
  ] as const) {
    it(`knows what to do when Entra refuses the bot with ${code}`, async () => {
      const entra = await answering(401, { error: 'invalid_client', error_codes: [code] });
      const finding = await checkBot(withBot(), entra.url);
      assert.equal(finding.kind, 'fault');
      assert.ok(finding.fix?.includes(words), finding.fix);
      assert.doesNotMatch(lineOf(finding), /bot-secret/);
    });
  }

  it('asks a language model for nothing but its models', async () => {
    const openai = await answering(200, { data: [] });
    const config = sandbox({ OPENAI_API_KEY: 'key', OPENAI_BASE_URL: `${openai.url}/v1` });
    assert.equal((await checkAnalyst(config)).kind, 'ok');
    assert.equal(openai.asked[0]?.url, '/v1/models');
    assert.equal(openai.asked[0]?.method, 'GET');
  });

  it('tells a refused key from a server that is not there', async () => {
    const refusing = await answering(401, {});
    const refused = await checkAnalyst(sandbox({ OPENAI_API_KEY: 'key', OPENAI_BASE_URL: refusing.url }));
    assert.match(lineOf(refused), /refuses the key \(401\)/);
    const away = await checkAnalyst(sandbox({ OPENAI_API_KEY: 'key', OPENAI_BASE_URL: 'http://127.0.0.1:1' }));
    assert.match(lineOf(away), /FAULT {2}analyst: 127\.0\.0\.1:1: /);
  });

  it('knows HandyConnect from something else at its public address', async () => {
    const ours = await answering(200, { status: 'alive', version: '1' });
    assert.equal((await checkPublicUrl(ours.url)).kind, 'ok');
    const other = await answering(200, { hello: 'world' });
    assert.equal((await checkPublicUrl(other.url)).kind, 'fault');
  });

  it('looks for the keys that people are signed in with', async () => {
    const issuer = await answering(200, { keys: [] });
    const settings = { AUTH_ISSUER: 'issuer', AUTH_AUDIENCE: 'audience', AUTH_JWKS_URI: issuer.url };
    assert.equal((await checkPeopleSignIn(sandbox(settings))).kind, 'ok');
    const broken = await answering(500, {});
    assert.equal((await checkPeopleSignIn(sandbox({ ...settings, AUTH_JWKS_URI: broken.url }))).kind, 'fault');
  });

  it('has the manifests checked by the package command', async () => {
    const { PATH } = process.env;
    const [fine] = await checkManifests(root, { ...(PATH !== undefined && { PATH }), HANDYCONNECT_MODE: 'sandbox' });
    assert.equal(fine?.kind, 'ok', fine && lineOf(fine));
    const faulty = await checkManifests(root, { ...(PATH !== undefined && { PATH }), BOT_ID: 'no-guid' });
    assert.deepEqual(
      faulty.map(({ says }) => says),
      ['BOT_ID: must be a GUID'],
    );
  });
});
