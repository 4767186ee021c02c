import { type FollowDeps, followLog } from '../app/announce/follow-log.ts';
import { fetchFiles } from '../app/files/fetch-files.ts';
import type { Backlog } from '../app/intake/backlog.ts';
import type { IntakeDeps } from '../app/intake/deps.ts';
import { drainPending } from '../app/intake/drain-pending.ts';
import { enrichWaiting } from '../app/intake/enrich-case.ts';
import { keepSubscriptions } from '../app/intake/keep-subscriptions.ts';
import { sweepMailboxes } from '../app/intake/sweep-mailbox.ts';
import { watchLoops } from '../app/intake/watch-loops.ts';
import { type SilenceDeps, watchSilence } from '../app/intake/watch-silence.ts';
import { finishOperations } from '../app/lifecycle/carry-out.ts';
import { applyRetention } from '../app/privacy/apply-retention.ts';
import { finishErasures, type PersonDeps } from '../app/privacy/erase-person.ts';
import type { OutboxDeps } from '../app/replies/deps.ts';
import { drainOutbox } from '../app/replies/drain-outbox.ts';
import { type FollowUpDeps, type FollowUpPlan, runFollowUps } from '../app/replies/follow-up.ts';
import { type RunScheduleDeps, runSchedules } from '../app/reports/run-schedules.ts';
import { loadClocks } from '../app/sla/load-clocks.ts';
import type { SlaBook } from '../app/sla/sla-book.ts';
import { hasWork, type WatchDeps, watchClocks } from '../app/sla/watch-clocks.ts';
import { analyseAgain } from '../app/triage/analyse-again.ts';
import { keepLearnedInUse, type LearningDeps, learnDaily } from '../app/triage/learn-from-people.ts';
import type { AiRetries } from '../ports/ai-retries.ts';
import type { GivenAnswers } from '../ports/given-answers.ts';
import type { Lease } from '../ports/lease.ts';
import type { Operations } from '../ports/operations.ts';
import type { SettingsStore } from '../ports/settings.ts';
import type { Clock, Log } from '../ports/system.ts';
import { startTicker, type Ticker } from './ticker.ts';
import { startWorkflowJobs, type WorkflowJobDeps } from './workflow-jobs.ts';

/** Four requests at once is what Graph grants a mailbox; the others are being judged and recorded meanwhile. */
const drainConcurrency = 32;
const leaseMs = 30_000;
const yieldMs = 500;
const answersKeptMs = 24 * 3_600_000;

export interface JobDeps {
  intake: IntakeDeps;
  operations: Operations;
  watch: WatchDeps;
  book: SlaBook;
  follow: FollowDeps;
  /** Brings the cards that wait to Teams; resolves before they are there. */
  cards: { deliver(): Promise<number | null>; settled(): Promise<void> };
  silence: SilenceDeps;
  outbox: OutboxDeps;
  followUps: { deps: FollowUpDeps; plan: FollowUpPlan };
  retries: AiRetries;
  learning: LearningDeps;
  /** Reports that are sent by themselves. */
  schedules: RunScheduleDeps;
  lease: Lease;
  log: Log;
  sweepSeconds: number;
  /** Where Graph can reach us. */
  publicUrl: string;
  workflow: WorkflowJobDeps;
  privacy: PersonDeps & { settings: SettingsStore };
  /** Forgets who left and tells other replicas who is here. */
  presence: () => Promise<void>;
  /** Goes on with long runs that a dead process has left. */
  resumeRuns: () => Promise<void>;
  given: GivenAnswers;
  /** Reads what other replicas committed. */
  catchUp: () => Promise<void>;
  /** Brings text search up to date. */
  indexTexts: () => Promise<void>;
  /** Keeps what the next start would have to read anew. */
  saveSnapshot: () => Promise<void>;
  /** Keeps some more cases as they are shown; answers when it wants to go on. */
  keepCases: () => Promise<number | null>;
}

export interface Jobs {
  wakeDrain(): void;
  wakeSync(): void;
  wakeAnnouncer(): void;
  wakeDelivery(): void;
  wakeFollowers(): void;
  wakeAnalysis(): void;
  wakeOutbox(): void;
  wakeSchedules(): void;
  stop(): Promise<void>;
}

/**
 * Starts everything that happens by itself; the only timers in the product. What must not happen twice at once runs
 * under a lease, though a second run would be harmless: each step is idempotent.
 */
export function startJobs(deps: JobDeps): Jobs {
  const { intake, log } = deps;
  const leased: string[] = [];
  const alone = (name: string, job: () => Promise<number | null>) => {
    leased.push(name);
    return async () => ((await deps.lease.hold(name, leaseMs)) ? job() : null);
  };

  const watch = alone('clocks', () => done(watchClocks(deps.watch)));
  const files = startTicker(
    'files',
    10_000,
    alone('files', () => done(fetchFiles(intake))),
    log,
  );
  const drain = startTicker(
    'drain',
    1_000,
    alone('drain', async () => {
      await drainPending(intake, drainConcurrency);
      files.wake();
      return null;
    }),
    log,
  );
  const sweep = startTicker(
    'sweep',
    deps.sweepSeconds * 1000,
    alone('sweep', async () => {
      await sweepMailboxes(intake);
      intake.backlog.noted();
      drain.wake();
      return null;
    }),
    log,
  );
  const confirmed = new Set<string>();
  const subscriptions = startTicker(
    'subscriptions',
    60_000,
    alone('subscriptions', async () => {
      // What came between the last sweep and the first push is fetched by one more sweep.
      if (await keepSubscriptions({ ...intake, publicUrl: deps.publicUrl, confirmed })) sweep.wake();
      return null;
    }),
    log,
  );
  const silence = startTicker(
    'silence',
    60_000,
    alone('silence', async () => {
      await watchSilence(deps.silence);
      return done(watchLoops({ ...intake, ...deps.silence }));
    }),
    log,
  );
  const announcer = startTicker(
    'announcer',
    5_000,
    alone(
      'announcer',
      unhurried(
        intake.clock,
        yielding(intake, () => followLog(deps.follow)),
      ),
    ),
    log,
  );
  const cards = startTicker(
    'cards',
    2_000,
    alone('cards', () => deps.cards.deliver()),
    log,
  );
  const analysis = startTicker(
    'analysis',
    15_000,
    alone('analysis', async () => {
      await enrichWaiting(intake, 50);
      await analyseAgain({ ...intake, retries: deps.retries }, 20);
      return null;
    }),
    log,
  );
  const learned = startTicker('learned', 10_000, () => done(keepLearnedInUse(deps.learning)), log);
  const learning = startTicker(
    'learning',
    3_600_000,
    alone('learning', () => done(learnDaily({ ...intake, ...deps.learning }))),
    log,
  );
  const outbox = startTicker(
    'outbox',
    2_000,
    alone('outbox', () => drainOutbox(deps.outbox)),
    log,
  );
  const followUps = startTicker(
    'follow-ups',
    10_000,
    alone('follow-ups', () => runFollowUps(deps.followUps.deps, deps.followUps.plan)),
    log,
  );
  const operations = startTicker(
    'operations',
    30_000,
    alone('operations', () => done(finishOperations({ ...intake, operations: deps.operations }))),
    log,
  );
  const runs = startTicker(
    'runs',
    5_000,
    alone('runs', () => done(deps.resumeRuns())),
    log,
  );
  const settings = startTicker('sla settings', 5_000, () => done(deps.book.refresh()), log);
  const clocks = startTicker(
    'clocks',
    1_000,
    async () => {
      await loadClocks({ index: intake.index, due: deps.watch.due, pause: deps.workflow.engine.pause });
      // Nothing to do is found out in memory, so the lease is only asked for when there is.
      return hasWork(deps.watch) ? watch() : null;
    },
    log,
  );
  const tail = startTicker('tail', 500, () => done(deps.catchUp()), log);
  const presence = startTicker('presence', 2_000, () => done(deps.presence()), log);
  const erasures = startTicker(
    'erasures',
    10_000,
    alone('erasures', () => done(finishErasures(deps.privacy))),
    log,
  );
  const retention = startTicker(
    'retention',
    3_600_000,
    alone('retention', async () => {
      await deps.given.forgetBefore(intake.clock.nowMs() - answersKeptMs);
      return done(applyRetention(deps.privacy));
    }),
    log,
  );
  const schedules = startTicker(
    'schedules',
    30_000,
    alone('schedules', () => runSchedules(deps.schedules)),
    log,
  );
  const texts = startTicker('texts', 1_000, () => done(deps.indexTexts()), log);
  const shown = startTicker('shown cases', 5_000, deps.keepCases, log);
  const snapshot = startTicker('snapshot', 60_000, () => done(deps.saveSnapshot()), log);

  const workflow = startWorkflowJobs(deps.workflow, alone, (job) => yielding(intake, job));
  const all: Ticker[] = [
    ...[files, drain, sweep, subscriptions, silence, announcer, cards, analysis],
    ...[outbox, followUps, operations, runs, settings, clocks, tail, texts, snapshot, shown],
    ...[learned, learning, presence, erasures, retention, schedules],
    ...workflow.all,
  ];
  return {
    wakeDrain() {
      intake.backlog.noted();
      drain.wake();
    },
    wakeAnnouncer: () => announcer.wake(),
    wakeDelivery: () => cards.wake(),
    wakeFollowers: () => workflow.wakeFollowers(),
    wakeAnalysis: () => analysis.wake(),
    wakeOutbox: () => outbox.wake(),
    wakeSchedules: () => schedules.wake(),
    wakeSync() {
      subscriptions.wake();
      sweep.wake();
    },
    async stop() {
      await Promise.all(all.map((ticker) => ticker.stop()));
      await deps.cards.settled();
      await Promise.all(leased.map((name) => deps.lease.release(name)));
    },
  };
}

/** A job that asked for a pause gets it, however often it is woken meanwhile. */
function unhurried(clock: Clock, job: () => Promise<number | null>): () => Promise<number | null> {
  let notBeforeMs = 0;
  return async () => {
    const left = notBeforeMs - clock.nowMs();
    if (left > 0) return left;
    const pause = await job();
    notBeforeMs = clock.nowMs() + (pause ?? 0);
    return pause;
  };
}

/** While many mails are due, what follows the log runs twice a second and takes more at once. */
function yielding(
  { backlog, clock }: { backlog: Backlog; clock: Clock },
  job: () => Promise<number | null>,
): () => Promise<number | null> {
  let notBeforeMs = 0;
  return async () => {
    const left = notBeforeMs - clock.nowMs();
    if (backlog.long && left > 0) return left;
    const pause = await job();
    notBeforeMs = clock.nowMs() + yieldMs;
    return pause;
  };
}

async function done(run: Promise<unknown>): Promise<null> {
  await run;
  return null;
}
