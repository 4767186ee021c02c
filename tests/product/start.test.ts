import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { signIn } from '../support/api.ts';
import { freePort, RunningProduct } from '../support/product.ts';

describe('Starting and stopping', function () {
  this.timeout(120_000);
  let dataDir: string;

  beforeEach(() => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'handyconnect-start-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it('names every place, and after Ctrl-C none of them answers', async () => {
    const product = new RunningProduct({ dataDir, port: await freePort() });
    const { playground } = await product.open();
    for (const place of ['Dashboard', 'Outlook pane', 'Bot playground', 'API docs']) {
      const url = new RegExp(`${place}\\s+(http\\S+)`).exec(product.output)?.[1];
      assert.ok(url, `${place} is not named`);
      assert.equal((await fetch(url)).status, 200, url);
    }
    assert.equal(await product.stop(), 0);
    await assert.rejects(fetch(playground), 'the playground still runs');
    await assert.rejects(fetch(product.url), 'the server still listens');
  });

  it('listens on this computer alone', async () => {
    const product = new RunningProduct({ dataDir, port: await freePort(), environment: { HOST: '0.0.0.0' } });
    await assert.rejects(product.ready(), /HOST: sandbox listens on loopback addresses only/);
    assert.equal(await product.stop(), 1);
  });

  it('goes on after a restart where it was, and hears of new mail at once', async () => {
    const port = await freePort();
    const first = new RunningProduct({ dataDir, port });
    await first.ready();
    await write(first.url, 'Before the restart');
    await appears(first.url, 'Before the restart');
    await first.kill();
    const second = new RunningProduct({ dataDir, port });
    await second.ready();
    await appears(second.url, 'Before the restart');
    await write(second.url, 'After the restart');
    await appears(second.url, 'After the restart');
    assert.equal(await second.stop(), 0);
  });
});

async function write(url: string, subject: string): Promise<void> {
  const api = await signIn(url);
  const from = { email: 'grace.mbeki@example.com', name: 'Grace Mbeki' };
  await api.sandbox('writeMail', {
    body: { from, to: 'support@contoso.example', subject, body: 'The meter is off by a digit.' },
  });
}

async function appears(url: string, subject: string): Promise<void> {
  const api = await signIn(url);
  for (const deadline = Date.now() + 10_000; Date.now() < deadline; ) {
    const { items } = await api.call('listCases', { query: { q: subject } });
    if (items.length > 0) return;
  }
  assert.fail(`"${subject}" did not become a case`);
}
