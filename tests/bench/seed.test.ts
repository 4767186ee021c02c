import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { allCases, signIn, type TestApi } from '../support/api.ts';
import { freePort, RunningProduct } from '../support/product.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

function seed(dataDir: string, ...args: string[]) {
  return spawnSync(process.execPath, ['--import=tsx', 'backend/seed.ts', ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, DATA_DIR: dataDir },
    encoding: 'utf8',
  });
}

async function casesOnceThereAre(api: TestApi, count: number) {
  for (const deadline = Date.now() + 15_000; ; await sleep(100)) {
    const cases = await allCases(api);
    if (cases.length >= count || Date.now() > deadline) return cases;
  }
}

describe('The seed command', function () {
  this.timeout(60_000);
  const dataDir = mkdtempSync(path.join(tmpdir(), 'handyconnect-seed-'));
  let product: RunningProduct | undefined;

  after(async () => {
    await product?.kill();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('shows its cases in a running product, and numbers go on without collision', async () => {
    product = new RunningProduct({ dataDir, port: await freePort() });
    await product.ready();
    const api = await signIn(product.url);
    const body = { subject: 'By hand', customer: { email: 'walk.in@example.com', name: 'Walk-in' }, description: '' };
    await api.call('createCase', { body });
    const first = seed(dataDir, '--cases', '50', '--mails', '120');
    assert.equal(first.status, 0, first.stderr);
    assert.match(first.stdout, /^50 of 50 cases, 120 messages, [\d,]+ cases a second\. Done\.$/m);
    await casesOnceThereAre(api, 51);
    await api.call('createCase', { body });
    assert.equal(seed(dataDir, '--cases', '10').status, 0);
    const cases = await casesOnceThereAre(api, 62);
    assert.equal(cases.length, 62);
    assert.equal(new Set(cases.map((one) => one.number)).size, 62);
    const madeUp = cases.filter((one) => one.subject !== 'By hand');
    assert.ok(new Set(madeUp.map((one) => one.status)).size >= 3);
    assert.ok(new Set(madeUp.map((one) => one.priority)).size >= 3);
    assert.ok(madeUp.every((one) => one.ai !== null && one.createdAt <= one.updatedAt));
  });

  it('leaves each case with its conversation, its history and its mail', async () => {
    const api = await signIn(product?.url ?? '');
    const found = (await allCases(api, { source: 'mail', status: 'closed' })).find((one) => one.messageCount > 1);
    assert.ok(found !== undefined);
    const messages = await api.call('listMessages', { params: { id: found.id } });
    assert.equal(messages.total, found.messageCount);
    const history = await api.call('caseHistory', { params: { id: found.id } });
    assert.deepEqual(
      history.items.map((entry) => entry.at),
      history.items.map((entry) => entry.at).sort(),
    );
    const internetMessageId = messages.items[0]?.internetMessageId ?? '';
    const lookup = await api.call('lookupMail', { query: { internetMessageId, sender: found.customer.email } });
    assert.equal(lookup.case?.number, found.number);
  });

  for (const args of [['--cases', 'abc'], ['--cases', '0'], ['--cases', '5', '--mails', '51'], ['--case', '5'], []]) {
    it(`refuses "${args.join(' ')}" and says how it is done`, () => {
      const { status, stdout, stderr } = seed(dataDir, ...args);
      assert.equal(status, 1);
      assert.equal(stdout, '');
      assert.match(stderr, /--(case|mail).*\nFor example: npm run seed -- --cases 10000/);
    });
  }
});
