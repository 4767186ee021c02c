import { outgoingText } from '../../backend/adapters/mail-text/outgoing-text.ts';
import { parseSheet } from '../../backend/adapters/sheets/parse-sheet.ts';
import { TableFirings } from '../../backend/adapters/store/firing-rows.ts';
import { TableMentions } from '../../backend/adapters/store/mention-rows.ts';
import { noticePreferences } from '../../backend/adapters/store/notice-preferences.ts';
import { TableOutbox } from '../../backend/adapters/store/outbox.ts';
import { TableOutgoing } from '../../backend/adapters/store/outgoing-rows.ts';
import { SettingsDirectory } from '../../backend/adapters/store/settings-directory.ts';
import { TableSettingsStore } from '../../backend/adapters/store/settings-store.ts';
import { tableBulkRuns, tableImports } from '../../backend/adapters/store/table-kept-runs.ts';
import { TableOperations } from '../../backend/adapters/store/table-operations.ts';
import { TableReports } from '../../backend/adapters/store/table-reports.ts';
import { tableSchedules } from '../../backend/adapters/store/table-schedules.ts';
import { TableViews } from '../../backend/adapters/store/table-views.ts';
import { TableWorkflowState } from '../../backend/adapters/store/workflow-state.ts';
import { workspaces } from '../../backend/adapters/store/workspaces.ts';
import { hmacSigner } from '../../backend/adapters/system/hmac-signer.ts';
import type { App } from '../../backend/app/app.ts';
import { bindApp } from '../../backend/app/bind-app.ts';
import { drainPending } from '../../backend/app/intake/drain-pending.ts';
import { enrichWaiting } from '../../backend/app/intake/enrich-case.ts';
import { followNotices } from '../../backend/app/notices/follow-notices.ts';
import { houseNotices } from '../../backend/app/notices/house-notices.ts';
import { PresenceBook } from '../../backend/app/presence/presence-book.ts';
import { DueIndex } from '../../backend/app/sla/due-index.ts';
import { keepClocks } from '../../backend/app/sla/keep-clocks.ts';
import { loadClocks } from '../../backend/app/sla/load-clocks.ts';
import { SlaBook } from '../../backend/app/sla/sla-book.ts';
import { watchClocks } from '../../backend/app/sla/watch-clocks.ts';
import { surveyLinks } from '../../backend/app/surveys/survey-links.ts';
import { assignWaiting } from '../../backend/app/workflow/assign-waiting.ts';
import type { EngineDeps } from '../../backend/app/workflow/deps.ts';
import { followRules } from '../../backend/app/workflow/follow-rules.ts';
import { beginFollowing } from '../../backend/app/workflow/positions.ts';
import { type Plan, planCase, runTimers } from '../../backend/app/workflow/run-timers.ts';
import { sendOutgoing } from '../../backend/app/workflow/send-outgoing.ts';
import { defaultSettings } from '../../backend/default-settings.ts';
import { system } from '../../backend/domain/access/actor.ts';
import type { CaseEvent } from '../../backend/domain/case/case.ts';
import type { Rule } from '../../backend/domain/workflow/rule.ts';
import type { Agent } from '../../backend/ports/directory.ts';
import type { Notice } from '../../backend/ports/notifier.ts';
import type { PresenceState } from '../../backend/ports/presence.ts';
import type { SettingsName } from '../../backend/ports/settings.ts';
import type { TableBackend } from '../../backend/ports/table-backend.ts';
import type { MemoryCaseIndex } from '../../backend/readmodel/case-index.ts';
import { MemoryOpenWork } from '../../backend/readmodel/open-work.ts';
import { MemoryTaskIndex } from '../../backend/readmodel/task-index.ts';
import { TimerHeap } from '../../backend/readmodel/timer-heap.ts';
import { MemoryConversations } from '../fakes/memory-conversations.ts';
import { MemorySender } from '../fakes/memory-sender.ts';
import { MemoryTables } from '../fakes/memory-tables.ts';
import { TestClock } from '../fakes/test-clock.ts';
import { TestLog } from '../fakes/test-log.ts';
import { type IntakeWorld, intakeWorld } from './intake-world.ts';
import { privacyParts } from './privacy-parts.ts';
import { noCountries } from './sla-world.ts';
import { triageParts } from './triage-parts.ts';

export interface WorkflowWorld extends IntakeWorld {
  app: App;
  engine: EngineDeps;
  /** What people were told. */
  notices: Notice[];
  /** What was posted to other servers. */
  posted: { url: string; id: string; body: Record<string, unknown> }[];
  presence: Map<string, PresenceState>;
  outlook: MemorySender;
  /** Lets everything happen that happens by itself, until nothing more does. */
  settle(): Promise<void>;
  write(name: SettingsName, document: unknown): Promise<void>;
  setRules(...rules: Rule[]): Promise<void>;
  history(caseId: string): Promise<CaseEvent[]>;
}

export const people: Agent[] = [
  { id: 'ana', name: 'Ana Ruiz', email: 'ana.ruiz@contoso.example', role: 'agent', team: 'property' },
  { id: 'tom', name: 'Tom Okafor', email: 'tom.okafor@contoso.example', role: 'agent', team: 'property' },
  { id: 'sofia', name: 'Sofia Marin', email: 'sofia.marin@contoso.example', role: 'manager', team: 'property' },
];

/**
 * The real rules, timers and assignment over the real intake and store, in memory; Teams and other servers only listen.
 * @param base over the same backend, where it is to be more than the intake
 * @param searchFile where the words of cases are kept; without it nothing can be searched for
 */
export async function workflowWorld(
  backend: TableBackend = new MemoryTables(),
  base?: IntakeWorld,
  outlook = new MemorySender(),
  searchFile?: string,
): Promise<WorkflowWorld> {
  const teams = [{ id: 'property', name: 'Property' }];
  const settings = new TableSettingsStore(backend, defaultSettings(people, teams));
  const book = new SlaBook({ settings, holidays: noCountries, log: new TestLog() });
  await book.refresh();
  const world =
    base ??
    (await intakeWorld(
      backend,
      new TestClock(),
      keepClocks(() => book.terms()),
      undefined,
      searchFile,
    ));
  const { deps, tailer, clock } = world;
  const due = new DueIndex();
  const watch = { store: world.store, clock, log: deps.log, due, terms: () => book.terms() };
  await loadClocks({ index: deps.index, due, pause: async () => {} });
  deps.directory = new SettingsDirectory(settings, clock);
  const openWork = new MemoryOpenWork();
  const notices: Notice[] = [];
  const posted: WorkflowWorld['posted'] = [];
  const presence = new Map<string, PresenceState>();
  const preferences = houseNotices(settings, noticePreferences(backend));
  const engine: EngineDeps = {
    ...deps,
    settings,
    state: new TableWorkflowState(backend),
    openWork,
    firings: new TableFirings(backend),
    mentions: new TableMentions(backend),
    presence: { of: async () => presence },
    settle: (caseId) => tailer.catchUp(world.store.shardOf(caseId)),
    pause: async () => {},
    outgoing: new TableOutgoing(backend),
    notifier: { notify: async (notice) => notices.push(notice) },
    activityFeed: { tell: async () => false },
    preferences,
    sender: outlook,
    publicUrl: 'https://desk.example',
    webhooks: { post: async (url, id, body) => void posted.push({ url, id, body }) },
    timers: new TimerHeap(),
    link: async (caseId, to) => void (await app.linkCases(system, caseId, { to, kind: 'related' })),
    addTask: async (caseId, { title, description }, id) =>
      void (await app.createTask(system, { case: caseId, title, description }, { key: id, requestHash: id })),
    addTemplateTasks: async (caseId) => void (await app.applyTemplates(system, caseId)),
  };
  await beginFollowing(world.store, engine.state);
  const plan: Plan = { book: null, version: '' };
  tailer.follow((change) => {
    if (change.case === null) return;
    openWork.put(change.case.value);
    due.put(change.case.value);
    planCase(engine, plan, change.case.value);
  });
  const tasks = new MemoryTaskIndex();
  tasks.follow(tailer);
  const app = bindApp({
    figures: deps.index as MemoryCaseIndex,
    intake: deps,
    mailIndex: world.mailIndex,
    settings,
    mailText: deps.mailText,
    outgoingText,
    people: { person: async () => ({ id: '', name: '', email: '' }) },
    workflow: engine,
    sla: { book: book, holidays: noCountries },
    settle: engine.settle,
    settleAll: () => tailer.catchUpAll(),
    operations: new TableOperations(backend),
    outbox: new TableOutbox(backend, world.store),
    surveyLinks: surveyLinks(hmacSigner(Buffer.from('a key of the tests')), 'https://help.contoso.example'),
    reports: new TableReports(backend),
    schedules: tableSchedules(backend),
    conversations: new MemoryConversations(),
    wakeSchedules: () => {},
    diagnose: async () => [],
    tasks,
    validQuery: () => null,
    views: new TableViews(backend),
    imports: tableImports(backend),
    bulkRuns: tableBulkRuns(backend),
    sheets: { read: parseSheet },
    preferences,
    workspaces: workspaces(backend),
    presence: new PresenceBook(),
    privacy: privacyParts(world.deps, backend, world.store),
    triage: triageParts(backend, settings, deps.clock),
    reachVersion: async () => {},
    wakeAnalysis: () => {},
    wakeDrain: () => {},
    wakeOutbox: () => {},
    wakeSync: () => {},
  });
  return {
    ...world,
    app,
    engine,
    notices,
    posted,
    presence,
    outlook,
    async settle() {
      await drainPending(deps, 8);
      await tailer.catchUpAll();
      await enrichWaiting(deps, 50);
      for (let heads = ''; heads !== String(await world.store.heads()); ) {
        heads = String(await world.store.heads());
        if (base === undefined) await watchClocks(watch);
        await followRules(engine);
        await followNotices(engine);
        await tailer.catchUpAll();
        await runTimers(engine, plan);
        await assignWaiting(engine);
        await tailer.catchUpAll();
      }
      while ((await sendOutgoing(engine)) === 0);
      await tailer.catchUpAll();
    },
    async write(name, document) {
      await settings.write(name, document, (await settings.read(name)).etag);
      // The directory keeps people in memory for a few seconds.
      clock.advance(6_000);
    },
    async setRules(...rules) {
      await settings.write('rules', { timezone: 'Europe/Berlin', rules }, (await settings.read('rules')).etag);
    },
    history: (caseId) => world.store.history(caseId),
  };
}
