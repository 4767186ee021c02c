import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aMessage, type EmulatorFixture, recipient, startEmulatorFixture, support } from './emulator-fixture.ts';

describe('Faults of the Graph emulator', () => {
  let graph: EmulatorFixture;
  before(async () => {
    graph = await startEmulatorFixture();
  });
  beforeEach(() => graph.emulator.reset());
  after(() => graph.emulator.close());

  const inbox = `/users/${support}/mailFolders/inbox/messages`;

  it('are switched over HTTP', async () => {
    await graph.call('POST', '/_emulator/faults', { requests: { throttle: 1, retryAfterSeconds: 7 } });
    const { status, headers } = await graph.call('GET', inbox);
    assert.deepEqual([status, headers.get('retry-after')], [429, '7']);
    await graph.call('POST', '/_emulator/faults', { reset: true });
    assert.equal((await graph.call('GET', inbox)).status, 200);
    assert.equal((await graph.call('POST', '/_emulator/faults', { requests: { throttle: 2 } })).status, 400);
  });

  it('come in the share that was set', async () => {
    graph.emulator.faults.set({ seed: 3, requests: { unavailable: 0.2, gatewayTimeout: 0.2, serverError: 0.2 } });
    const counts: Record<number, number> = {};
    for (let n = 0; n < 300; n += 1) {
      const { status } = await graph.call('GET', inbox);
      counts[status] = (counts[status] ?? 0) + 1;
    }
    for (const status of [500, 503, 504]) assert.ok(Math.abs((counts[status] ?? 0) - 60) < 25, `${status}`);
  });

  it('can carry a request out and then not answer', async () => {
    graph.emulator.faults.set({ requests: { cutAfterSuccess: 1 } });
    const message = { subject: 'Hello', toRecipients: [recipient('ada@fabrikam.example')] };
    await assert.rejects(graph.call('POST', `/users/${support}/sendMail`, { message }));
    assert.equal(graph.emulator.sent(support).length, 1);
  });

  it('can take everything down for a while', async () => {
    graph.emulator.faults.downFor(60_000);
    assert.equal((await graph.call('GET', inbox)).status, 503);
    graph.emulator.faults.downFor(60_000, 'refuse');
    await assert.rejects(graph.call('GET', inbox));
    graph.emulator.faults.downFor(20);
    await new Promise((resolve) => setTimeout(resolve, 40));
    assert.equal((await graph.call('GET', inbox)).status, 200);
  });

  it('can lose the delta tokens, once', async () => {
    const { json } = await graph.call('GET', `${inbox}/delta`);
    const link = String(json['@odata.deltaLink']);
    await graph.call('POST', '/_emulator/faults', { loseDeltaTokens: true });
    const lost = await graph.call('GET', link);
    assert.deepEqual([lost.status, lost.json.error?.code], [410, 'syncStateNotFound']);
    const again = await graph.call('GET', `${inbox}/delta`);
    assert.equal((await graph.call('GET', String(again.json['@odata.deltaLink']))).status, 200);
  });

  it('take mail over HTTP and count what was asked', async () => {
    const one = await graph.call('POST', '/_emulator/deliver', { mailbox: support, message: aMessage() });
    assert.equal(one.status, 201);
    const many = await graph.call('POST', '/_emulator/deliver', {
      mailbox: support,
      messages: [aMessage(), aMessage()],
    });
    assert.equal(many.json.value?.length, 2);
    await graph.call('GET', `/users/${support}/messages/${one.json.id}`);
    const { json } = await graph.call('GET', '/_emulator/stats');
    assert.deepEqual(json.requests, { 'GET /users/{mailbox}/messages/{id}': 1 });
    assert.equal((await graph.call('POST', '/_emulator/reset')).status, 204);
    assert.equal(graph.emulator.list(support, 'inbox').length, 0);
  });
});

describe('The Graph emulator with a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'graph-emulator-'));
  const file = join(folder, 'mail.jsonl');
  after(() => rmSync(folder, { recursive: true }));

  it('has its mail again after a restart, and delta tokens still hold', async () => {
    const first = await startEmulatorFixture({ file });
    const kept = await first.emulator.deliver(support, aMessage({ internetMessageId: '<kept@x>' }));
    const gone = await first.emulator.deliver(support, aMessage());
    await first.call('POST', `/users/${support}/messages/${gone.id}/permanentDelete`);
    const { json } = await first.call('GET', `/users/${support}/mailFolders/inbox/messages/delta`);
    await first.emulator.close();
    await appendFile(file, '{"op":"put","stored":{"ser');

    const second = await startEmulatorFixture({ file });
    assert.deepEqual(second.emulator.list(support, 'inbox'), [kept]);
    const added = await second.emulator.deliver(support, aMessage());
    assert.ok(![kept.id, gone.id].includes(added.id));
    const link = new URL(String(json['@odata.deltaLink']));
    const delta = await second.call('GET', link.pathname.slice('/v1.0'.length) + link.search);
    assert.deepEqual(
      delta.json.value?.map(({ id }) => id),
      [added.id],
    );
    await second.emulator.close();

    const third = await startEmulatorFixture({ file });
    assert.equal(third.emulator.list(support, 'inbox').length, 2);
    await third.emulator.close();
  });
});
