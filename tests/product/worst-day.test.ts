import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fate } from '../../backend/contracts/fates.ts';
import { type GraphEmulator, startGraphEmulator } from '../../backend/sandbox/graph-emulator/emulator.ts';
import { allCases, signIn, type TestApi } from '../support/api.ts';
import { freePort, RunningProduct } from '../support/product.ts';

const mailCount = 5_000;
const kills = 5;
const [support, sales] = ['support@contoso.example', 'sales@contoso.example'];
/** Each customer asks, answers twice, and asks something else. */
const perCustomer = 4;
/** So many mails lie in both mailboxes: one in twenty-five. */
const inBoth = (n: number) => n % 25 === 0;

function mailNumber(n: number) {
  const id = (k: number) => `<worst-${k}@customer.example>`;
  const turn = n % perCustomer;
  const first = n - turn;
  const answers = turn === 1 || turn === 2;
  return {
    internetMessageId: id(n),
    conversationId: `worst-conversation-${turn === 3 ? n : first}`,
    subject: answers ? `Re: Question ${first}` : `Question ${n}`,
    from: { emailAddress: { address: `customer-${first}@example.com`, name: `Customer ${first}` } },
    body: { contentType: 'text', content: `This is mail ${n}. The heating in flat ${n} is cold.` },
    internetMessageHeaders: answers ? [{ name: 'In-Reply-To', value: id(n - 1) }] : [],
  };
}

async function allFates(api: TestApi): Promise<Fate[]> {
  const fates: Fate[] = [];
  for (let after: string | undefined; ; ) {
    const page = await api.call('listFates', { query: { limit: 200, ...(after && { after }) } });
    fates.push(...page.items);
    after = page.next;
    if (after === undefined) return fates;
  }
}

/** Everything that Graph does on its worst day, while the process dies again and again. */
describe('The worst day of a mailbox', function () {
  this.timeout(1_200_000);
  let dataDir: string;
  let emulator: GraphEmulator;
  let product: RunningProduct;
  let api: TestApi;

  before(async () => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'handyconnect-worst-'));
    emulator = await startGraphEmulator({ mailboxes: [support, sales], notificationRetryDelaysMs: [200, 800] });
    emulator.faults.set({
      seed: 7,
      notifications: { drop: 0.2, duplicate: 0.2, reorder: 0.3, delay: 0.05, delayMs: 2_000 },
      requests: { throttle: 0.1, retryAfterSeconds: 0.05, gatewayTimeout: 0.005, cutAfterSuccess: 0.005 },
    });
    const port = await freePort();
    const environment = {
      GRAPH_BASE_URL: emulator.url,
      GRAPH_SWEEP_SECONDS: '3',
      GRAPH_SENDS_PER_MINUTE: '100000',
      SUPPORT_MAILBOXES: `${support},${sales}`,
    };
    const start = () => new RunningProduct({ dataDir, port, environment });
    product = start();
    await product.ready();
    const incidents = [
      () => emulator.faults.endSubscriptions({ notice: true }),
      () => emulator.faults.loseDeltaTokens(),
      () => emulator.faults.endSubscriptions({ notice: false }),
      () => emulator.faults.lifecycle('missed'),
      () => emulator.faults.lifecycle('reauthorizationRequired'),
    ];
    const perRound = mailCount / kills;
    for (let round = 0; round < kills; round++) {
      for (let n = round * perRound; n < (round + 1) * perRound; n++) {
        await emulator.deliver(support, mailNumber(n));
        if (inBoth(n)) await emulator.deliver(sales, mailNumber(n));
        if (n % 100 === 0) await sleep(40);
        if (n % perRound === perRound / 2) incidents[round]?.();
      }
      await sleep(500 + 500 * round);
      await product.kill();
      product = start();
      await product.ready();
    }
    api = await signIn(product.url, 'manager');
    for (const deadline = Date.now() + 600_000; Date.now() < deadline; await sleep(500)) {
      const { total, pending } = await api.call('listFates', { query: { limit: 1 } });
      if (total >= mailCount && pending.total === 0) break;
    }
  });

  after(async () => {
    await product?.kill();
    await emulator?.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('ends with one fate for every mail, none lost, none twice, none held back', async () => {
    const fates = await allFates(api);
    const expected = Array.from({ length: mailCount }, (_, n) => mailNumber(n).internetMessageId).sort();
    assert.deepEqual(fates.map((fate) => fate.internetMessageId).sort(), expected);
    assert.deepEqual([...new Set(fates.map((fate) => fate.outcome))].sort(), ['joined', 'opened']);
  });

  it('ends with every mail as one message on the right case, whichever mailboxes it lies in', async () => {
    const cases = await allCases(api, { source: 'mail' });
    assert.equal(cases.length, mailCount / 2);
    const fates = await allFates(api);
    const caseOf = new Map(fates.map((fate) => [fate.internetMessageId, fate.case?.id]));
    for (let n = 0; n < mailCount; n += perCustomer) {
      const [asked, answered, again, other] = [0, 1, 2, 3].map((turn) =>
        caseOf.get(mailNumber(n + turn).internetMessageId),
      );
      assert.ok(asked !== undefined && asked === answered && asked === again && asked !== other, `customer ${n}`);
    }
    const seenTwice = fates.filter((fate) => fate.alsoSeen.length > 0).length;
    assert.equal(seenTwice, mailCount / 25);
  });

  it('has acknowledged no case twice', async () => {
    const sentNow = () => [...emulator.sent(support), ...emulator.sent(sales)];
    // A mail whose sending process died is looked for a while before it is tried again.
    for (let before = 0, deadline = Date.now() + 90_000; Date.now() < deadline; await sleep(250)) {
      const now = sentNow().length;
      if (now >= mailCount / perCustomer) break;
      if (now > before) deadline = Date.now() + 90_000;
      before = now;
    }
    await sleep(1_000);
    const sent = sentNow();
    const receivers = sent.map((mail) => mail.toRecipients?.[0]?.emailAddress?.address);
    assert.equal(new Set(receivers).size, receivers.length, 'a customer was answered twice');
    assert.equal(receivers.length, mailCount / perCustomer, 'a customer was not answered');
  });

  it('has never asked a mailbox for more than four things at once', () => {
    const most = Math.max(...Object.values(emulator.stats.maxConcurrent));
    assert.ok(most <= 4, `${most} at once`);
    assert.ok(emulator.stats.notifications.dropped > mailCount / 10);
  });
});
