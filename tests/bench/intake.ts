import { setTimeout as sleep } from 'node:timers/promises';
import { startGraphEmulator } from '../../backend/sandbox/graph-emulator/emulator.ts';
import { allCases, signIn, type TestApi } from '../support/api.ts';
import type { RunningProduct } from '../support/product.ts';

export interface IntakeRow {
  mails: number;
  perSecond: number;
  /** Milliseconds from a mail's arrival to the commit that holds its fate, for 95 in 100 of them while all arrive at once. */
  p95Ms: number;
}

const mailbox = 'support@contoso.example';

/** Half of the mails open a case; the others answer the one before. */
function mailNumber(n: number) {
  const asked = n - (n % 2);
  return {
    internetMessageId: `<bench-${n}@customer.example>`,
    conversationId: `bench-${asked}`,
    subject: n === asked ? `Heating ${n}` : `Re: Heating ${asked}`,
    from: { emailAddress: { address: `c${asked}@example.com`, name: `Customer ${asked}` } },
    internetMessageHeaders: n === asked ? [] : [{ name: 'In-Reply-To', value: `<bench-${asked}@customer.example>` }],
    body: {
      contentType: 'text',
      content: `The heating in flat ${asked} has been cold since this morning. Who is coming?\n\nMail ${n}`,
    },
  };
}

/**
 * Complete intake: pushed, fetched, judged, threaded, analysed, recorded with its acknowledgement in the outbox. Ends when
 * every mail has its fate and every case its analysis; a mail that was lost or held back is an error.
 */
export async function measureIntake(
  mails: number,
  withProduct: <T>(environment: Record<string, string>, work: (product: RunningProduct) => Promise<T>) => Promise<T>,
): Promise<IntakeRow> {
  const emulator = await startGraphEmulator({ mailboxes: [mailbox] });
  try {
    return await withProduct({ GRAPH_BASE_URL: emulator.url }, async (product) => {
      // The bot playground takes a core while it starts.
      await product.open();
      const api = await signIn(product.url, 'manager');
      const deliveredMs = new Map<string, number>();
      const startedMs = Date.now();
      for (let n = 0; n < mails; n++) {
        const mail = mailNumber(n);
        deliveredMs.set(mail.internetMessageId, Date.now());
        await emulator.deliver(mailbox, mail);
      }
      while ((await api.call('listFates', { query: { limit: 1 } })).total < mails) await sleep(50);
      const tookMs = Date.now() - startedMs;
      await assertWhole(api, mails);
      const waits = await waitsOf(api, deliveredMs);
      const p95Ms = waits.sort((a, b) => a - b)[Math.floor(waits.length * 0.95)] ?? 0;
      return { mails, perSecond: Math.round((mails / tookMs) * 1000), p95Ms };
    });
  } finally {
    await emulator.close();
  }
}

/** Sent acknowledgements are messages too, so a case may hold more than its two mails. */
async function assertWhole(api: TestApi, mails: number): Promise<void> {
  const cases = await allCases(api);
  const whole = cases.every((one) => one.ai !== null && one.messageCount >= 2);
  if (cases.length !== Math.ceil(mails / 2) || !whole)
    throw new Error('a mail is not on its case, or a case not analysed');
}

async function waitsOf(api: TestApi, deliveredMs: Map<string, number>): Promise<number[]> {
  const waits: number[] = [];
  for (let after: string | undefined; ; ) {
    const page = await api.call('listFates', { query: { limit: 200, ...(after && { after }) } });
    for (const fate of page.items) {
      waits.push(Date.parse(fate.decidedAt) - (deliveredMs.get(fate.internetMessageId ?? '') ?? 0));
    }
    after = page.next;
    if (after === undefined) return waits;
  }
}
