import { setTimeout as sleep } from 'node:timers/promises';
import { createBot } from '../bot/bot.ts';
import { createTokenVerifier } from './adapters/entra/token-verifier.ts';
import { createOnBehalfOfDirectory } from './adapters/entra-directory/on-behalf-of-directory.ts';
import { createEntraToken } from './adapters/graph/entra-token.ts';
import { createGraphActivityFeed } from './adapters/graph/graph-activity-feed.ts';
import { createGraphMailbox } from './adapters/graph/graph-mailbox.ts';
import { toIncomingMail } from './adapters/graph/graph-message.ts';
import { createGraphPresence } from './adapters/graph/graph-presence.ts';
import { createHolidays } from './adapters/holidays/date-holidays.ts';
import { createMailText } from './adapters/mail-text/mail-text.ts';
import { outgoingText } from './adapters/mail-text/outgoing-text.ts';
import { printPdf } from './adapters/pdf/pdf-printer.ts';
import { createCommandScan, noScan } from './adapters/scanner/command-scan.ts';
import { workerSheets } from './adapters/sheets/worker-sheets.ts';
import { TableAnswerAllowance } from './adapters/store/answer-allowance.ts';
import { AuditRows } from './adapters/store/audit-rows.ts';
import { TableCaseNumbers } from './adapters/store/case-numbers.ts';
import { openCaseStore } from './adapters/store/case-store.ts';
import { TableConversations } from './adapters/store/conversations.ts';
import { TableErasures } from './adapters/store/erasure-rows.ts';
import { TableFirings } from './adapters/store/firing-rows.ts';
import { TableGivenAnswers } from './adapters/store/given-answers.ts';
import { TableMailDecisions } from './adapters/store/mail-decisions.ts';
import { TableMentions } from './adapters/store/mention-rows.ts';
import { TableMessageFiles } from './adapters/store/message-files.ts';
import { noticePreferences } from './adapters/store/notice-preferences.ts';
import { TableOutbox } from './adapters/store/outbox.ts';
import { TableOutgoing } from './adapters/store/outgoing-rows.ts';
import { TablePendingMails } from './adapters/store/pending-mails.ts';
import { PresenceRows } from './adapters/store/presence-rows.ts';
import { SettingsDirectory } from './adapters/store/settings-directory.ts';
import { settingsMailboxes } from './adapters/store/settings-mailboxes.ts';
import { TableSettingsStore } from './adapters/store/settings-store.ts';
import { readSigningKey } from './adapters/store/signing-key.ts';
import { TableSyncState } from './adapters/store/sync-state.ts';
import { tableBulkRuns, tableImports } from './adapters/store/table-kept-runs.ts';
import { TableOperations } from './adapters/store/table-operations.ts';
import { TableReports } from './adapters/store/table-reports.ts';
import { tableSchedules } from './adapters/store/table-schedules.ts';
import { TableViews } from './adapters/store/table-views.ts';
import { TraceRows } from './adapters/store/trace-rows.ts';
import { TableWorkflowState } from './adapters/store/workflow-state.ts';
import { workspaces } from './adapters/store/workspaces.ts';
import { hmacSigner } from './adapters/system/hmac-signer.ts';
import { cryptoIds } from './adapters/system/ids.ts';
import { createJsonLog } from './adapters/system/json-log.ts';
import { systemClock } from './adapters/system/system-clock.ts';
import { createWebhooks } from './adapters/webhooks/https-webhooks.ts';
import { watchSignIn } from './app/audit/watch-sign-in.ts';
import { bindApp } from './app/bind-app.ts';
import { Backlog } from './app/intake/backlog.ts';
import type { IntakeDeps } from './app/intake/deps.ts';
import { findFate } from './app/intake/find-fate.ts';
import { Handled } from './app/intake/handled.ts';
import { LoopWindows } from './app/intake/loop-windows.ts';
import { houseNotices } from './app/notices/house-notices.ts';
import { tellByMail } from './app/notices/tell-by-mail.ts';
import { PresenceBook } from './app/presence/presence-book.ts';
import { newPresenceRound } from './app/presence/share-presence.ts';
import { anonymise } from './app/privacy/apply-retention.ts';
import type { PersonDeps } from './app/privacy/erase-person.ts';
import type { OutboxDeps } from './app/replies/deps.ts';
import { newFollowUpPlan, planFollowUps } from './app/replies/follow-up.ts';
import { SendPace } from './app/replies/send-pace.ts';
import { sendPatience } from './app/replies/send-patience.ts';
import { DueIndex } from './app/sla/due-index.ts';
import { keepClocks } from './app/sla/keep-clocks.ts';
import { SlaBook } from './app/sla/sla-book.ts';
import { surveyLinks } from './app/surveys/survey-links.ts';
import type { EngineDeps, WorkflowDeps } from './app/workflow/deps.ts';
import { beginFollowing } from './app/workflow/positions.ts';
import { type Plan, planCase } from './app/workflow/run-timers.ts';
import { openAnalyst } from './compose-analyst.ts';
import { openReadModel } from './compose-readmodel.ts';
import { openStorage } from './compose-storage.ts';
import type { Config } from './config.ts';
import { AskQuery } from './contracts/ask.ts';
import { defaultSettings } from './default-settings.ts';
import { diagnoseRunning } from './doctor/diagnose-running.ts';
import { system } from './domain/access/actor.ts';
import type { SupportCase } from './domain/case/case.ts';
import { usualLoopLimits } from './domain/mail/loop-breaker.ts';
import { reportRenderer } from './http/render-report.ts';
import { createHttpServer, type HttpServer } from './http/server.ts';
import { type SitePlaces, staticSites } from './http/sites.ts';
import { startJobs } from './jobs/jobs.ts';
import { attachLive } from './live/live-server.ts';
import type { PeopleDirectory } from './ports/directory.ts';
import type { Presence } from './ports/presence.ts';
import type { Authenticate } from './ports/sign-in.ts';
import type { Log } from './ports/system.ts';
import { readinessOf } from './readiness.ts';
import { MailFollower } from './readmodel/mail-follower.ts';
import { MemoryOpenWork } from './readmodel/open-work.ts';
import { MemoryTaskIndex } from './readmodel/task-index.ts';
import { TimerHeap } from './readmodel/timer-heap.ts';
import type { SandboxWorld } from './sandbox/world.ts';

/** How long rules wait between two pages of the log while many mails are due. */
const longPauseMs = 200;

/** How long whoever erases a customer is kept waiting for the end of it. */
const erasePatienceMs = 25_000;

export interface Product {
  http: HttpServer;
  /** Sandbox mode: starts the bot playground once the server listens; null when it does not come up. */
  openPlayground(): Promise<string | null>;
  /** Starts following the store, the mailboxes and Teams. To be called once the server listens. */
  start(): Promise<void>;
  /** Lets what is under way end, then closes everything. */
  stop(): Promise<void>;
}

export interface Surroundings {
  /** Without a slash at the end. */
  publicUrl: string;
  version: string;
  places: Pick<SitePlaces, 'distDir' | 'iconsDir' | 'aboutDir'>;
}

/** The composition root: builds every adapter and hands them to the faces and jobs. */
export async function compose(config: Config, surroundings: Surroundings): Promise<Product> {
  const { publicUrl } = surroundings;
  const clock = systemClock;
  const log = createJsonLog({ level: config.logLevel });
  const sandbox = config.mode === 'sandbox' ? await openSandboxWorld(config, publicUrl, log) : null;
  const storage = await openStorage(config, clock);
  const { tables } = storage;
  const settings = new TableSettingsStore(tables, defaultSettings(sandbox?.agents ?? [], sandbox?.teams ?? []));
  const holidays = createHolidays();
  const book = new SlaBook({ settings, holidays, log });
  await book.refresh();
  const store = await openCaseStore({
    backend: tables,
    blobs: storage.blobs,
    shards: storage.shards,
    announceCommits: storage.shared,
    completion: keepClocks(() => book.terms()),
  });
  const directory = new SettingsDirectory(settings, clock);
  const conversations = new TableConversations(tables);
  const readModel = openReadModel({ dataDir: config.dataDir, store, clock, log });
  const { index, mailIndex, tailer } = readModel;
  const due = new DueIndex();
  const mailText = createMailText();
  const triage = openAnalyst(config, { tables, blobs: storage.blobs, settings, clock, log });
  const mailbox = graphMailbox(config, sandbox, log);
  const decisions = new TableMailDecisions(tables);
  const loops = new LoopWindows(
    () => usualLoopLimits,
    () => clock.nowMs(),
  );
  const loopFollower = new MailFollower(store, tailer, [loops]);
  const tasks = new MemoryTaskIndex();
  tasks.follow(tailer);
  const intake: IntakeDeps = {
    mailbox,
    readMail: toIncomingMail,
    store,
    index,
    tasks,
    numbers: new TableCaseNumbers(tables, clock),
    directory,
    decisions,
    pending: new TablePendingMails(tables),
    sync: new TableSyncState(tables),
    files: new TableMessageFiles(tables),
    blobs: storage.blobs,
    scan: config.antivirusCommand === null ? noScan : createCommandScan(config.antivirusCommand),
    mailText,
    optionsOf: settingsMailboxes(settings, clock),
    analyst: triage.analyst,
    clock,
    ids: cryptoIds,
    log,
    ourMailboxes: config.mailboxes,
    analysisDeadlineMs: config.openaiTimeoutMs,
    handled: new Handled(),
    backlog: new Backlog(),
    loops,
  };
  const outbox: OutboxDeps = {
    outbox: new TableOutbox(tables, store),
    sender: mailbox,
    store,
    decisions,
    allowance: new TableAnswerAllowance(tables),
    settings,
    directory,
    blobs: storage.blobs,
    outgoingText,
    clock,
    ids: cryptoIds,
    log: log.with({ part: 'outbox' }),
    pace: new SendPace(config.graph.sendsPerMinute),
    surveyLinks: surveyLinks(hmacSigner(await readSigningKey(tables)), publicUrl),
    ourMailboxes: config.mailboxes,
    ...sendPatience,
  };
  const operations = new TableOperations(tables);
  const openWork = new MemoryOpenWork();
  const state = new TableWorkflowState(tables);
  await beginFollowing(store, state);
  const settle = async (caseId: string) => {
    // The write is durable by now; a list that lags for a moment is no reason to call it failed.
    await tailer.catchUp(store.shardOf(caseId)).catch((error) => log.warn('list lags', { error: String(error) }));
  };
  const workflow: WorkflowDeps = {
    ...intake,
    settings,
    state,
    openWork,
    firings: new TableFirings(tables),
    mentions: new TableMentions(tables),
    presence: graphPresence(config, log),
    settle,
    pause: () => new Promise((resolve) => setImmediate(resolve)),
  };
  const preferences = houseNotices(settings, noticePreferences(tables));
  const privacy: PersonDeps = {
    ...intake,
    traces: new TraceRows(tables, storage.blobs, store),
    erasures: new TableErasures(tables),
    allowance: outbox.allowance,
    audit: new AuditRows(tables),
    log: log.with({ part: 'privacy' }),
    finishCase: (id) => anonymise(privacy, { id }),
    pause: workflow.pause,
    patience: () => sleep(erasePatienceMs, undefined, { ref: false }),
    forgetLists: () => readModel.forget(),
    forgetFiles: () => storage.forget(),
  };
  const given = new TableGivenAnswers(tables);
  const presence = new PresenceBook();
  const presenceBoard = storage.shared ? new PresenceRows(tables, clock, cryptoIds.secret()) : null;
  const reports = new TableReports(tables);
  const schedules = tableSchedules(tables);
  let jobs: ReturnType<typeof startJobs> | undefined;
  const app = bindApp({
    workflow,
    figures: index,
    intake,
    mailIndex,
    settings,
    mailText,
    outgoingText,
    people: sandbox?.people ?? entraPeople(config),
    sla: { book, holidays },
    reachVersion: (etag) => readModel.reach(etag),
    settleAll: () => tailer.catchUpAll().catch((error) => log.warn('lists lag', { error: String(error) })),
    operations,
    outbox: outbox.outbox,
    surveyLinks: outbox.surveyLinks,
    diagnose: () => diagnoseRunning({ config, tables, loginUrl: loginUrl(), log: log.with({ part: 'doctor' }) }),
    reports,
    schedules,
    conversations,
    tasks,
    validQuery: (value) => AskQuery.safeParse(value).data ?? null,
    views: new TableViews(tables),
    imports: tableImports(tables),
    bulkRuns: tableBulkRuns(tables),
    sheets: workerSheets,
    workspaces: workspaces(tables),
    preferences,
    presence,
    privacy,
    settle,
    triage,
    wakeAnalysis: () => jobs?.wakeAnalysis(),
    wakeDrain: () => jobs?.wakeDrain(),
    wakeOutbox: () => jobs?.wakeOutbox(),
    wakeSchedules: () => jobs?.wakeSchedules(),
    wakeSync: () => jobs?.wakeSync(),
  });
  const outgoing = new TableOutgoing(tables);
  const agentName = (id: string) => directory.known(id)?.name;
  const bot = createBot({
    app,
    directory,
    conversations,
    clock,
    log,
    agentName,
    publicUrl,
    credentials: config.bot,
    mode: config.mode,
    wakeDelivery: () => jobs?.wakeDelivery(),
    undeliverable: (errand) => tellByMail({ outgoing, ids: cryptoIds, clock }, errand),
  });
  const authenticate = watchSignIn(authenticator(config, sandbox), { ...privacy, ids: cryptoIds });
  const http = await createHttpServer({
    app,
    authenticate,
    agentOf: (id) => directory.known(id),
    clock,
    log,
    mode: config.mode,
    version: surroundings.version,
    given,
    signIn: config.microsoft && signInSettings(config.microsoft, publicUrl),
    publicUrl,
    readiness: () => readinessOf({ tables, index, texts: readModel.texts }),
    readModel: {
      feed: tailer,
      changes: () => index.changes,
      gauges: () => readModel.gauges(),
      cases: readModel.cases,
      state: () => readModel.state(),
    },
    printReport: printPdf,
    rowCache: () => tables.cache?.() ?? null,
    metricsToken: config.metricsToken,
    sites: staticSites({
      ...surroundings.places,
      publicUrl,
      sandbox: sandbox !== null,
      officeDir: sandbox?.officeDir ?? null,
    }),
    botMessages: (request, response) => bot.messages(request, response),
    ...(sandbox && { sandbox: sandbox.handlers({ fateOf: (id) => findFate(intake, id), mailText }) }),
  });
  const live = attachLive({
    httpServer: http.server.server,
    authenticate,
    feed: tailer,
    tasks,
    agentName,
    presence,
    clock,
    log,
  });
  return {
    http,
    openPlayground: async () => (await sandbox?.startPlayground()) ?? null,
    async start() {
      await directory.agents();
      const sinceMs = clock.nowMs() - usualLoopLimits.withinMinutes * 60_000;
      const mailsRead = loopFollower.start({ sinceMs });
      mailsRead.catch((error) => log.error('past mails could not be read', { error: String(error) }));
      await Promise.all([readModel.start(), tasks.load(store)]);
      const follow = { store, announcer: bot.announcer, conversations, clock, log };
      const timers = new TimerHeap();
      const plan: Plan = { book: null, version: '' };
      const engine: EngineDeps = {
        ...workflow,
        pause: () => (intake.backlog.long ? sleep(longPauseMs) : workflow.pause()),
        log,
        timers,
        notifier: bot.notifier,
        activityFeed: createGraphActivityFeed({
          ...graphAccess(config, sandbox),
          appId: config.teamsAppId,
          publicUrl,
          clock,
          log: log.with({ part: 'activity feed' }),
        }),
        preferences,
        sender: mailbox,
        publicUrl,
        link: async (caseId, to) => void (await app.linkCases(system, caseId, { to, kind: 'related' })),
        addTask: async (caseId, { title, description }, id) =>
          void (await app.createTask(system, { case: caseId, title, description }, { key: id, requestHash: id })),
        addTemplateTasks: async (caseId) => void (await app.applyTemplates(system, caseId)),
        outgoing,
        webhooks: createWebhooks({ secret: config.webhookSecret, clock }),
      };
      const silence = {
        ...intake,
        mailIndex,
        teller: bot.silenceTeller,
        silenceMinutes: config.silenceMinutes,
        watchedSinceMs: clock.nowMs(),
      };
      const followUps = {
        plan: newFollowUpPlan(),
        deps: {
          ...outbox,
          timers: new TimerHeap(),
          openWork,
          pause: () => new Promise<void>((resolve) => setImmediate(resolve)),
          wakeOutbox: () => jobs?.wakeOutbox(),
        },
      };
      jobs = startJobs({
        workflow: { engine, plan },
        intake,
        silence,
        operations,
        follow,
        outbox,
        followUps,
        retries: triage.retries,
        watch: { store, clock, log, due, terms: () => book.terms() },
        book,
        presence: newPresenceRound({ book: presence, clock, board: presenceBoard }),
        privacy: { ...privacy, settings },
        learning: triage,
        schedules: {
          ...intake,
          schedules,
          reports,
          figures: index,
          sender: mailbox,
          poster: bot.reportPoster,
          render: reportRenderer(printPdf, app.groupNames),
          publicUrl,
          log: log.with({ part: 'reports' }),
        },
        lease: storage.lease,
        log,
        sweepSeconds: config.graph.sweepSeconds,
        publicUrl,
        cards: bot,
        given,
        resumeRuns: async () => {
          await app.resumeBulk();
          await app.resumeImports();
        },
        catchUp: () => tailer.catchUpAll(),
        indexTexts: () => readModel.indexTexts(),
        saveSnapshot: () => readModel.saveSnapshots(),
        keepCases: () => http.keepCases(),
      });
      const noteCase = (value: SupportCase) => {
        openWork.put(value);
        due.put(value);
        planCase(engine, plan, value);
        planFollowUps(followUps.deps, followUps.plan, value);
      };
      tailer.follow((change) => {
        if (change.case !== null) noteCase(change.case.value);
        jobs?.wakeAnnouncer();
        jobs?.wakeFollowers();
      });
    },
    async stop() {
      await jobs?.stop();
      live.close();
      await http.close();
      loopFollower.stop();
      await readModel.stop();
      await storage.tables.close();
      await sandbox?.close();
    },
  };
}

/** The sandbox is loaded here and nowhere else, so that production cannot reach it. */
async function openSandboxWorld(config: Config, publicUrl: string, log: Log): Promise<SandboxWorld> {
  const { openSandbox } = await import('./sandbox/world.ts');
  const { dataDir, mailboxes } = config;
  return openSandbox({ dataDir, publicUrl, mailboxes, graphUrl: config.graph.baseUrl, clock: systemClock, log });
}

/** Whom the signed-in person may see in Entra. */
function entraPeople(config: Config): PeopleDirectory {
  if (config.microsoft === null) throw new Error('Production needs an Entra application.');
  return createOnBehalfOfDirectory({ ...config.microsoft, graphBaseUrl: config.graph.baseUrl ?? '' });
}

function loginUrl(): string {
  return process.env.AZURE_AUTHORITY_HOST?.replace(/\/+$/, '') || 'https://login.microsoftonline.com';
}

function graphMailbox(config: Config, sandbox: SandboxWorld | null, log: Log) {
  return createGraphMailbox({ ...graphAccess(config, sandbox), log });
}

/** The made-up Graph of the sandbox knows of nobody's presence; there people say themselves whether they are there. */
function graphPresence(config: Config, log: Log): Presence {
  if (config.microsoft === null) return { of: async () => new Map() };
  return createGraphPresence({ ...graphAccess(config, null), clock: systemClock, log });
}

function graphAccess(config: Config, sandbox: SandboxWorld | null) {
  const baseUrl = config.graph.baseUrl ?? sandbox?.graphUrl ?? '';
  const { origin, protocol } = new URL(baseUrl);
  const application = config.microsoft;
  const token =
    protocol === 'https:' && application !== null
      ? createEntraToken({ ...application, graphOrigin: origin })
      : async () => config.graph.token;
  return { baseUrl, token };
}

/** The sandbox signs people in itself, and believes another issuer beside it when the settings name one. */
function authenticator(config: Config, sandbox: SandboxWorld | null): Authenticate {
  const verify = config.auth === null ? undefined : createTokenVerifier(config.auth);
  if (sandbox === null) {
    if (verify === undefined) throw new Error('Production needs an issuer of access tokens.');
    return verify;
  }
  if (verify === undefined) return sandbox.authenticate;
  return (token) => sandbox.authenticate(token).catch(() => verify(token));
}

/** The pane asks for a token of our own API, under the name that the app manifest registers. */
function signInSettings({ clientId, tenantId }: { clientId: string; tenantId: string }, publicUrl: string) {
  return { clientId, tenantId, scope: `api://${new URL(publicUrl).host}/${clientId}/access_as_user` };
}
