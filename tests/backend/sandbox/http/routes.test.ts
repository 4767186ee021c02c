import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SandboxInbox, SandboxOpenMail, SandboxSamples } from '../../../../backend/contracts/sandbox.ts';
import { type GraphEmulator, startGraphEmulator } from '../../../../backend/sandbox/graph-emulator/emulator.ts';
import { sandboxRoutes } from '../../../../backend/sandbox/http/routes.ts';
import { createSandboxIdentity } from '../../../../backend/sandbox/identity.ts';
import { createMailroom } from '../../../../backend/sandbox/mailroom.ts';
import { createSampleDelivery } from '../../../../backend/sandbox/sample-delivery.ts';
import { TestClock } from '../../../fakes/test-clock.ts';
import { TestLog } from '../../../fakes/test-log.ts';
import { type Harness, startHarness } from '../../http/harness.ts';

const mailboxes = ['support@contoso.example'];

describe('The sandbox over HTTP', () => {
  const dir = mkdtempSync(join(tmpdir(), 'sandbox-'));
  const places = { tab: 'http://localhost/tab/', playground: null, docs: 'http://localhost/api/docs' };
  let emulator: GraphEmulator;
  let harness: Harness;
  let token: string;

  before(async () => {
    emulator = await startGraphEmulator({ mailboxes });
    const identity = createSandboxIdentity(dir);
    const mailText = { read: () => ({ visibleText: 'text', hasQuoted: false, signature: '', safeHtml: '' }) };
    const mailroom = createMailroom({ emulator, mailboxes, fateOf: async () => undefined, mailText });
    const samples = createSampleDelivery({ emulator, mailboxes, clock: new TestClock(), log: new TestLog() });
    const sandbox = sandboxRoutes({ identity, mailroom, samples, places: () => places });
    harness = await startHarness({ sandbox, authenticate: identity.verify });
    token = (await harness.call('POST', '/sandbox/token', { as: null, body: { role: 'agent' } })).json.token;
  });
  after(async () => {
    await harness.close();
    await emulator.close();
    rmSync(dir, { recursive: true });
  });

  it('signs anybody in, and the token is good everywhere', async () => {
    const { json } = await harness.call('GET', '/api/me', { as: token });
    assert.equal(json.name, 'Jonas Weber');
    assert.equal((await harness.call('POST', '/sandbox/token', { as: null, body: { role: 'root' } })).status, 422);
  });

  it('takes a customer’s mail, lists it and opens it by its long id', async () => {
    const body = { from: { email: 'a@b.example', name: 'A' }, to: mailboxes[0], subject: 'S', body: 'B' };
    const { status, json } = await harness.call('POST', '/sandbox/api/mails', { as: token, body });
    assert.equal(status, 201);
    const inbox = SandboxInbox.parse((await harness.call('GET', '/sandbox/api/mails', { as: token })).json);
    assert.equal(inbox.items[0]?.id, json.id);
    const opened = await harness.call('GET', `/sandbox/api/mails/${encodeURIComponent(json.id)}`, { as: token });
    assert.equal(SandboxOpenMail.parse(opened.json).subject, 'S');
    const long = `/sandbox/api/mails/${'x'.repeat(400)}`;
    assert.equal((await harness.call('GET', long, { as: token })).json.detail, 'There is no such mail.');
  });

  it('delivers samples and says where everything is', async () => {
    SandboxSamples.parse((await harness.call('GET', '/sandbox/api/samples', { as: token })).json);
    const delivered = await harness.call('POST', '/sandbox/api/samples', { as: token, body: { count: 2 } });
    assert.deepEqual(delivered.json, { delivered: 2, trickling: false });
    assert.equal((await harness.call('POST', '/sandbox/api/samples', { as: token, body: {} })).status, 422);
    assert.deepEqual((await harness.call('GET', '/sandbox/api/places', { as: token })).json, places);
  });
});
