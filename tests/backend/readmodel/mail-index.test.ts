import assert from 'node:assert/strict';
import type { MailEntry } from '../../../backend/ports/mail-index.ts';
import { MemoryMailIndex } from '../../../backend/readmodel/mail-index.ts';

const day = Date.UTC(2026, 10, 24);
const key = (n: number) => n.toString(16).padStart(24, '0');

function entry(
  n: number,
  seen: Partial<MailEntry['mark']['seen']> = {},
  mark: Partial<MailEntry['mark']> = {},
): MailEntry {
  const receivedAt = new Date(day + n * 1_000).toISOString();
  return {
    shard: n % 4,
    caseId: null,
    decidedAt: receivedAt,
    mark: {
      mailKey: key(n),
      outcome: 'opened',
      seen: {
        kind: 'human',
        mailbox: 'support@contoso.example',
        from: `c${n}@example.com`,
        subject: `Question ${n}`,
        receivedAt,
        answers: false,
        likeness: null,
        ...seen,
      },
      ...mark,
    },
  };
}

describe('The index of mails', () => {
  it('lists those received last first, whether they were read back or came since, over pages without gaps', () => {
    const index = new MemoryMailIndex();
    for (let n = 9; n >= 0; n--) index.past(entry(n));
    for (const n of [10, 12, 11, 13, 5.5])
      index.live(entry(Math.round(n), { receivedAt: new Date(day + n * 1_000).toISOString() }));
    const seen: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = index.list({}, { limit: 4, ...(after && { after }) });
      assert.equal(page.total, 15);
      seen.push(...page.items.map((one) => one.mailKey));
      after = page.next;
      if (after === undefined) break;
    }
    assert.deepEqual(seen, [13, 12, 11, 10, 9, 8, 7, 6, 6, 5, 4, 3, 2, 1, 0].map(key));
  });

  it('filters by what became of them, mailbox, text and time, with counts that add up', () => {
    const index = new MemoryMailIndex();
    index.live(entry(1));
    index.live(entry(2, { subject: 'Müllers Rechnung' }, { outcome: 'joined' }));
    index.live(entry(3, { kind: 'bounce', mailbox: 'sales@contoso.example' }, { outcome: 'kept_apart' }));
    index.live(entry(4, {}, { outcome: 'parked' }));
    const all = index.list({}, { limit: 10 });
    assert.equal(
      Object.values(all.counts).reduce((sum, count) => sum + count, 0),
      all.total,
    );
    const keysOf = (filter: Parameters<typeof index.list>[0]) =>
      index.list(filter, { limit: 10 }).items.map((one) => one.mailKey);
    assert.deepEqual(keysOf({ became: ['bounce', 'parked'] }), [key(4), key(3)]);
    assert.deepEqual(keysOf({ mailbox: ['Sales@contoso.example'] }), [key(3)]);
    assert.deepEqual(keysOf({ q: 'MULLERS' }), [key(2)]);
    assert.deepEqual(keysOf({ q: 'example.com Question 1' }), [key(1)]);
    const moment = (n: number) => new Date(day + n * 1_000).toISOString();
    assert.deepEqual(keysOf({ from: moment(2), to: moment(4) }), [key(3), key(2)]);
    assert.throws(() => index.list({}, { limit: 1, after: 'nonsense' }), /cursor/);
  });

  it('forgets a parked fate once the mail was let go on', () => {
    const index = new MemoryMailIndex();
    index.live(entry(1, {}, { outcome: 'parked' }));
    index.released(key(1), 'live');
    assert.equal(index.list({}, { limit: 1 }).total, 0);
    // Read back from the log, the release comes before what it released.
    index.released(key(2), 'past');
    index.past(entry(2, {}, { outcome: 'parked' }));
    assert.equal(index.list({}, { limit: 1 }).total, 0);
  });

  it('answers within milliseconds over hundreds of thousands of mails', () => {
    const index = new MemoryMailIndex();
    for (let n = 0; n < 200_000; n++) index.live(entry(n));
    const cpuMs = (work: () => void) => {
      const before = process.cpuUsage();
      work();
      return process.cpuUsage(before).user / 1_000;
    };
    index.list({}, { limit: 50 });
    assert.ok(cpuMs(() => index.list({}, { limit: 50 })) < 150);
    assert.ok(cpuMs(() => index.list({ q: 'question 199' }, { limit: 50 })) < 300);
    assert.ok(cpuMs(() => index.list({ from: new Date(day + 199_000_000).toISOString() }, { limit: 50 })) < 20);
  });
});
