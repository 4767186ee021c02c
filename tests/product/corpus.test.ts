import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openSqliteTables } from '../../backend/adapters/embedded/sqlite-tables.ts';
import { openCaseStore } from '../../backend/adapters/store/case-store.ts';
import { TableMailDecisions } from '../../backend/adapters/store/mail-decisions.ts';
import { TablePendingMails } from '../../backend/adapters/store/pending-mails.ts';
import { cryptoIds } from '../../backend/adapters/system/ids.ts';
import { findFate } from '../../backend/app/intake/find-fate.ts';
import { messageIdKey } from '../../backend/app/intake/mail-key.ts';
import type { MailFate } from '../../backend/domain/mail/mail.ts';
import { type GraphEmulator, startGraphEmulator } from '../../backend/sandbox/graph-emulator/emulator.ts';
import { MemoryBlobs } from '../fakes/memory-blobs.ts';
import { freePort, RunningProduct } from '../support/product.ts';
import { describeWithShared, sharedLines } from '../support/shared.ts';

interface CorpusMail {
  file: string;
  expect: { human?: boolean; parent?: string };
  message: Record<string, unknown> & { internetMessageId?: string | null };
}

const mailbox = 'support@contoso.example';

/** Real mail by other people, each row with a Message-ID, as Exchange would see to it. */
function corpus(): CorpusMail[] {
  return sharedLines<CorpusMail>('mail/corpus.jsonl.gz').map((row, n) => ({
    ...row,
    message: { ...row.message, internetMessageId: row.message.internetMessageId ?? `<row-${n}@corpus.example>` },
  }));
}

describeWithShared('A mailbox full of real mail', function () {
  this.timeout(300_000);
  const mails = corpus();
  const ids = [...new Set(mails.map((mail) => mail.message.internetMessageId ?? ''))];
  let dataDir: string;
  let emulator: GraphEmulator;
  let product: RunningProduct;
  let output = '';
  const fates = new Map<string, MailFate>();
  let store: Awaited<ReturnType<typeof openCaseStore>>;
  let backend: ReturnType<typeof openSqliteTables>;

  before(async () => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'handyconnect-corpus-'));
    emulator = await startGraphEmulator({ mailboxes: [mailbox] });
    const environment = { GRAPH_BASE_URL: emulator.url, GRAPH_SWEEP_SECONDS: '2' };
    product = new RunningProduct({ dataDir, port: await freePort(), environment });
    await product.ready();
    for (const delivery of [1, 2]) {
      for (const mail of mails) await emulator.deliver(mailbox, mail.message);
      if (delivery === 1) await settled(dataDir);
    }
    await settled(dataDir);
    await product.stop();
    output = product.output;
    backend = openSqliteTables({ path: path.join(dataDir, 'handyconnect.db') });
    store = await openCaseStore({ backend, blobs: new MemoryBlobs(), shards: 4 });
    const deps = { decisions: new TableMailDecisions(backend), store, ids: cryptoIds };
    for (const id of ids) {
      const found = await findFate(deps, id);
      if (found !== undefined) fates.set(id, found.fate);
    }
  });

  after(async () => {
    await product?.kill();
    await emulator?.close();
    await backend?.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('gives every mail one recorded fate and parks none', () => {
    assert.deepEqual(
      ids.filter((id) => !fates.has(id)),
      [],
    );
    assert.deepEqual(
      [...fates.values()].filter((fate) => fate.outcome === 'parked').map((fate) => fate.reason),
      [],
    );
  });

  it('writes each fate into the log once, though every mail was delivered twice', async () => {
    // Notices to managers, which lie among the sent mail by now, have fates as well.
    const delivered = new Set(ids.map((id) => messageIdKey(cryptoIds, id)));
    const seen = new Map<string, number>();
    for (let shard = 0; shard < store.shardCount; shard++) {
      for (const event of await store.tail(shard, 0, 1_000_000)) {
        // That the same mail lies in a second place is noted beside its fate.
        if (event.mail === null || event.kind === 'mail.seen_again' || !delivered.has(event.mail.mailKey)) continue;
        seen.set(event.mail.mailKey, (seen.get(event.mail.mailKey) ?? 0) + 1);
      }
    }
    assert.equal(seen.size, ids.length);
    assert.deepEqual(
      [...seen.values()].filter((count) => count !== 1),
      [],
    );
  });

  it('puts an answer on the case of the mail it answers', () => {
    const byFile = new Map(mails.map((mail) => [path.posix.basename(mail.file), mail.message.internetMessageId ?? '']));
    const wrong = mails.filter(({ expect, message }) => {
      if (expect.parent === undefined) return false;
      const parent = fates.get(byFile.get(expect.parent) ?? '');
      const own = fates.get(message.internetMessageId ?? '');
      return parent === undefined || own === undefined || parent.caseId === null || parent.caseId !== own.caseId;
    });
    assert.deepEqual(
      wrong.map((mail) => mail.file),
      [],
    );
  });

  it('takes no person for a machine', () => {
    const misjudged = mails.filter(
      ({ expect, message }) => expect.human && fates.get(message.internetMessageId ?? '')?.kind !== 'human',
    );
    assert.deepEqual(
      misjudged.map((mail) => mail.file),
      [],
    );
  });

  it('never stumbles', () => {
    assert.ok(!output.includes('"level":"error"'), output.slice(-4_000));
  });
});

/** Resolves once no mail is pending and none has been for a while. */
async function settled(dataDir: string): Promise<void> {
  const backend = openSqliteTables({ path: path.join(dataDir, 'handyconnect.db') });
  const pending = new TablePendingMails(backend);
  for (let quiet = 0; quiet < 4; ) {
    await sleep(1_000);
    quiet = (await pending.count()) === 0 ? quiet + 1 : 0;
  }
  await backend.close();
}
