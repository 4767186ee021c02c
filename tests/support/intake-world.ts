import { WorkerTextIndex } from '../../backend/adapters/search/text-index.ts';
import { TableCaseNumbers } from '../../backend/adapters/store/case-numbers.ts';
import { openCaseStore, type TableCaseStore } from '../../backend/adapters/store/case-store.ts';
import { TableMailDecisions } from '../../backend/adapters/store/mail-decisions.ts';
import { TableMessageFiles } from '../../backend/adapters/store/message-files.ts';
import { TablePendingMails } from '../../backend/adapters/store/pending-mails.ts';
import { TableSyncState } from '../../backend/adapters/store/sync-state.ts';
import { cryptoIds } from '../../backend/adapters/system/ids.ts';
import { Backlog } from '../../backend/app/intake/backlog.ts';
import type { IntakeDeps } from '../../backend/app/intake/deps.ts';
import { Handled } from '../../backend/app/intake/handled.ts';
import { LoopWindows } from '../../backend/app/intake/loop-windows.ts';
import { usualLoopLimits } from '../../backend/domain/mail/loop-breaker.ts';
import type { IncomingMail, MailFate } from '../../backend/domain/mail/mail.ts';
import type { Analysis } from '../../backend/domain/triage/analysis.ts';
import type { Completion } from '../../backend/ports/case-store.ts';
import type { MailboxOptions } from '../../backend/ports/mailbox-options.ts';
import type { TableBackend } from '../../backend/ports/table-backend.ts';
import { MemoryCaseIndex } from '../../backend/readmodel/case-index.ts';
import { MailFollower } from '../../backend/readmodel/mail-follower.ts';
import { MemoryMailIndex } from '../../backend/readmodel/mail-index.ts';
import { Tailer } from '../../backend/readmodel/tailer.ts';
import { MemoryTaskIndex } from '../../backend/readmodel/task-index.ts';
import { TextFeed } from '../../backend/readmodel/text-feed.ts';
import { anAnalysis } from '../builders/analysis.ts';
import { FakeMailbox } from '../fakes/fake-mailbox.ts';
import { MemoryBlobs } from '../fakes/memory-blobs.ts';
import { MemoryTables } from '../fakes/memory-tables.ts';
import { TestClock } from '../fakes/test-clock.ts';
import { TestLog } from '../fakes/test-log.ts';

export interface IntakeWorld {
  deps: IntakeDeps;
  mailIndex: MemoryMailIndex;
  mailbox: FakeMailbox;
  blobs: MemoryBlobs;
  store: TableCaseStore;
  clock: TestClock;
  tailer: Tailer;
  /** Lays a mail into the mailbox and notes it, as a push would. */
  arrive(mail: IncomingMail): Promise<void>;
  /** Every fate in the log. */
  fates(): Promise<MailFate[]>;
  /** Every case in the store. */
  cases(): Promise<Awaited<ReturnType<TableCaseStore['scan']>>>;
  /** Needed where words are kept: they are in a thread of their own. */
  close(): Promise<void>;
}

export const usualOptions: MailboxOptions = {
  ...{ closedCase: 'reopen', followUpAfterDays: null, bulkOpensCase: false, silenceMinutes: null },
};

export const plainAnalysis: Analysis = anAnalysis();

/**
 * The real intake over the real store, in memory, with a mailbox that tests fill.
 * @param searchFile where the words of cases are kept; without it nothing can be searched for
 */
export async function intakeWorld(
  backend: TableBackend = new MemoryTables(),
  clock: TestClock = new TestClock(),
  completion?: Completion,
  blobs: MemoryBlobs = new MemoryBlobs(),
  searchFile?: string,
): Promise<IntakeWorld> {
  const log = new TestLog();
  const store = await openCaseStore({ backend, blobs, shards: 4, ...(completion && { completion }) });
  const texts = searchFile === undefined ? undefined : new TextFeed(store, new WorkerTextIndex(searchFile), log);
  const index = new MemoryCaseIndex(clock, texts);
  const tailer = new Tailer(store, index, log);
  const mailbox = new FakeMailbox();
  const mailIndex = new MemoryMailIndex();
  const loops = new LoopWindows(
    () => usualLoopLimits,
    () => clock.nowMs(),
  );
  const tasks = new MemoryTaskIndex();
  tasks.follow(tailer);
  await tasks.load(store);
  const follower = new MailFollower(store, tailer, [mailIndex, loops]);
  const deps: IntakeDeps = {
    mailbox,
    readMail: () => {
      throw new Error('no mail is handed over here');
    },
    store,
    index,
    tasks,
    numbers: new TableCaseNumbers(backend, clock),
    directory: { agents: async () => [], agent: async () => undefined },
    decisions: new TableMailDecisions(backend),
    pending: new TablePendingMails(backend),
    sync: new TableSyncState(backend),
    files: new TableMessageFiles(backend),
    blobs,
    scan: async () => 'clean',
    optionsOf: async () => usualOptions,
    mailText: { read: ({ content }) => ({ visibleText: content, hasQuoted: false, signature: '', safeHtml: '' }) },
    analyst: { analyse: async () => plainAnalysis },
    clock,
    ids: cryptoIds,
    log,
    ourMailboxes: ['support@contoso.example'],
    analysisDeadlineMs: 1_000,
    handled: new Handled(),
    backlog: new Backlog(),
    loops,
  };
  const past = follower.start();
  await tailer.start();
  await texts?.start(tailer);
  await past;
  return {
    deps,
    mailIndex,
    mailbox,
    blobs,
    store,
    clock,
    tailer,
    async arrive(mail) {
      mailbox.lay(mail);
      await deps.pending.note([{ mailbox: mail.mailbox, graphId: mail.graphId ?? '' }], clock.now());
    },
    async fates() {
      const shards = Array.from({ length: store.shardCount }, async (_, shard) => {
        const keys = new Set((await store.tail(shard, 0, 10_000)).flatMap((event) => event.mail?.mailKey ?? []));
        return Promise.all([...keys].map((key) => store.fate(shard, key)));
      });
      return (await Promise.all(shards)).flat().filter((fate) => fate !== undefined);
    },
    async cases() {
      const shards = Array.from({ length: store.shardCount }, (_, shard) => store.scan(shard, null, 1_000));
      return (await Promise.all(shards)).flat();
    },
    async close() {
      tailer.stop();
      await texts?.stop();
    },
  };
}
