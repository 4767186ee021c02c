import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openSqliteTables } from '../../backend/adapters/embedded/sqlite-tables.ts';
import { openCaseStore } from '../../backend/adapters/store/case-store.ts';
import { type GraphEmulator, startGraphEmulator } from '../../backend/sandbox/graph-emulator/emulator.ts';
import { MemoryBlobs } from '../fakes/memory-blobs.ts';
import { allCases, signIn, type TestApi } from '../support/api.ts';
import { freePort, RunningProduct } from '../support/product.ts';

const mailCount = 500;
const kills = 30;
const mailbox = 'support@contoso.example';

/** A third opens conversations; the others answer the one before. */
function mailNumber(n: number) {
  const id = (k: number) => `<kill-${k}@customer.example>`;
  const root = n - (n % 3);
  return {
    internetMessageId: id(n),
    conversationId: `kill-conversation-${root}`,
    subject: n === root ? `Question ${n}` : `Re: Question ${root}`,
    from: { emailAddress: { address: `customer-${root}@example.com`, name: `Customer ${root}` } },
    body: { contentType: 'text', content: `This is mail ${n}. The heating in flat ${n} is cold.` },
    internetMessageHeaders: n === root ? [] : [{ name: 'In-Reply-To', value: id(n - 1) }],
  };
}

/** Writes that were acknowledged, by what must be found again. */
interface Acknowledged {
  created: Map<string, string>;
  tagged: Map<string, string>;
}

async function writeUntilKilled(api: TestApi, acknowledged: Acknowledged, alive: () => boolean): Promise<void> {
  while (alive()) {
    const key = `write-${acknowledged.created.size}`;
    const subject = `By hand ${acknowledged.created.size}`;
    try {
      const created = await api.call('createCase', {
        body: { subject, description: '', customer: { email: 'walk.in@example.com', name: 'Walk-in' } },
        idempotencyKey: key,
      });
      acknowledged.created.set(key, created.number);
      await api.call('patchCase', { params: { id: created.id }, body: { tags: [key] }, ifMatch: created.etag });
      acknowledged.tagged.set(created.number, key);
    } catch {
      // The process is dying, or the analyst was faster than the tag: nothing was acknowledged.
    }
    await sleep(5);
  }
}

/** Message-IDs of the mails that came in; what we sent ourselves is left out. */
async function receivedIds(api: TestApi, cases: { id: string }[]) {
  const lists = await Promise.all(cases.map((one) => api.call('listMessages', { params: { id: one.id } })));
  const messages = lists.flatMap(({ items }) => items);
  return messages.filter(({ direction }) => direction === 'inbound').map((message) => message.internetMessageId);
}

describe('A product that is killed again and again', function () {
  this.timeout(480_000);
  let dataDir: string;
  let emulator: GraphEmulator;
  const acknowledged: Acknowledged = { created: new Map(), tagged: new Map() };
  let product: RunningProduct;
  let api: TestApi;

  before(async () => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'handyconnect-kill-'));
    emulator = await startGraphEmulator({ mailboxes: [mailbox] });
    const port = await freePort();
    const start = () =>
      new RunningProduct({ dataDir, port, environment: { GRAPH_BASE_URL: emulator.url, GRAPH_SWEEP_SECONDS: '1' } });
    const firstWrite = async (before: number) => {
      await product.ready();
      for (const deadline = Date.now() + 5_000; Date.now() < deadline; await sleep(20)) {
        if (acknowledged.created.size > before) return;
      }
    };
    let delivered = 0;
    let finished = false;
    const delivering = (async () => {
      while (delivered < mailCount && !finished) {
        await emulator.deliver(mailbox, mailNumber(delivered++));
        await sleep(70);
      }
      while (delivered < mailCount) await emulator.deliver(mailbox, mailNumber(delivered++));
    })();
    for (let n = 0; n < kills; n++) {
      product = start();
      let alive = true;
      const working = product
        .ready()
        .then(() => signIn(product.url))
        .then((signedIn) => writeUntilKilled(signedIn, acknowledged, () => alive))
        .catch(() => {});
      // Every fifth time the process dies while it is still starting, else some time after it acknowledged a write.
      if (n % 5 !== 4) await firstWrite(acknowledged.created.size);
      await sleep(50 + Math.random() * 1_000);
      await product.kill();
      alive = false;
      await working;
    }
    finished = true;
    await delivering;
    product = start();
    await product.ready();
    api = await signIn(product.url);
    for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(250)) {
      const cases = await allCases(api, { source: 'mail' });
      const received = await receivedIds(api, cases);
      if (received.length >= mailCount && cases.every((one) => one.ai)) break;
    }
  });

  after(async () => {
    await product?.kill();
    await emulator?.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('has every mail as exactly one message on one case', async () => {
    const cases = await allCases(api, { source: 'mail' });
    const ids = (await receivedIds(api, cases)).sort();
    const expected = Array.from({ length: mailCount }, (_, n) => mailNumber(n).internetMessageId).sort();
    assert.deepEqual(ids, expected);
    assert.equal(cases.length, Math.ceil(mailCount / 3));
  });

  it('has lost no write that was acknowledged', async () => {
    const byNumber = new Map((await allCases(api)).map((one) => [one.number, one]));
    assert.ok(acknowledged.created.size > 20, `only ${acknowledged.created.size} writes were acknowledged`);
    for (const number of acknowledged.created.values()) assert.ok(byNumber.has(number), `${number} is lost`);
    for (const [number, tag] of acknowledged.tagged) assert.deepEqual(byNumber.get(number)?.tags, [tag], number);
  });

  it('has numbered every case differently', async () => {
    const numbers = (await allCases(api)).map((one) => one.number);
    assert.equal(new Set(numbers).size, numbers.length);
  });

  it('has no gap in any log', async () => {
    assert.equal(await product.stop(), 0);
    const backend = openSqliteTables({ path: path.join(dataDir, 'handyconnect.db') });
    const store = await openCaseStore({ backend, blobs: new MemoryBlobs(), shards: 4 });
    for (const [shard, head] of (await store.heads()).entries()) {
      const events = await store.tail(shard, 0, 100_000);
      assert.deepEqual(
        events.map((event) => event.seq),
        Array.from({ length: head }, (_, n) => n + 1),
      );
    }
    await backend.close();
  });
});
