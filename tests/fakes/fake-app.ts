import { tableBulkRuns } from '../../backend/adapters/store/table-kept-runs.ts';
import { TableReports } from '../../backend/adapters/store/table-reports.ts';
import { tableSchedules } from '../../backend/adapters/store/table-schedules.ts';
import { TableViews } from '../../backend/adapters/store/table-views.ts';
import { workspaces } from '../../backend/adapters/store/workspaces.ts';
import { cryptoIds } from '../../backend/adapters/system/ids.ts';
import { bindAnalytics } from '../../backend/app/analytics/analytics-use-cases.ts';
import type { App, Created, Idempotency, MailNotification, VersionedCase } from '../../backend/app/app.ts';
import { type BulkUseCases, bindBulk } from '../../backend/app/bulk/bulk-use-cases.ts';
import { bindReports } from '../../backend/app/reports/report-use-cases.ts';
import { bindSchedules } from '../../backend/app/reports/schedule-use-cases.ts';
import { bindPresets } from '../../backend/app/settings/preset-use-cases.ts';
import { slaPreviews } from '../../backend/app/sla/sla-use-cases.ts';
import { bindViews } from '../../backend/app/views/view-use-cases.ts';
import { bindWorkspace } from '../../backend/app/views/workspace-use-cases.ts';
import type { SupportCase } from '../../backend/domain/case/case.ts';
import { Failure } from '../../backend/domain/failure.ts';
import { usualPreferences } from '../../backend/domain/notices/preferences.ts';
import { standardPolicy, termsOf } from '../../backend/domain/sla/policy.ts';
import { type MailBecame, mailBecame } from '../../backend/domain/vocabulary.ts';
import type { CaseFilter, CaseSort } from '../../backend/ports/case-index.ts';
import { MemoryCaseIndex } from '../../backend/readmodel/case-index.ts';
import { anAnalysis } from '../builders/analysis.ts';
import { aCase } from '../builders/case.ts';
import { fakeCustomers } from './fake-customers.ts';
import { fakeKnowledge } from './fake-knowledge.ts';
import { fakeLifecycle } from './fake-lifecycle.ts';
import { fakePresence } from './fake-presence.ts';
import { fakeReplies } from './fake-replies.ts';
import { fakeSettings } from './fake-settings.ts';
import { MemoryTables } from './memory-tables.ts';
import { noImports } from './no-imports.ts';
import { noSetup } from './no-setup.ts';
import { noTasks } from './no-tasks.ts';
import { TestClock } from './test-clock.ts';
import { TestLog } from './test-log.ts';

/** Use cases over a plain map, for testing the faces alone. */
export interface FakeApp extends App {
  put(value: SupportCase): VersionedCase;
  /** Arguments of the last list. */
  listed: { filter: CaseFilter; sort: CaseSort; page: { limit: number; after?: string } } | undefined;
  notifications: MailNotification[];
  /** Thrown by the next call of any use case. */
  failNext(error: unknown): void;
}

export function createFakeApp(): FakeApp {
  const cases = new Map<string, { value: SupportCase; version: number }>();
  const receipts = new Map<string, { hash: string; id: string }>();
  const settings = fakeSettings();
  let pending: unknown;

  function trip(): void {
    const error = pending;
    pending = undefined;
    if (error !== undefined) throw error;
  }
  function get(ref: string): VersionedCase {
    trip();
    const held = cases.get(ref) ?? [...cases.values()].find(({ value }) => value.number === ref);
    if (held === undefined) throw new Failure('not-found', `There is no case ${ref}.`);
    return { value: held.value, etag: `v${held.version}` };
  }
  function put(value: SupportCase): VersionedCase {
    const version = (cases.get(value.id)?.version ?? 0) + 1;
    cases.set(value.id, { value, version });
    return { value, etag: `v${version}` };
  }
  function change(ref: string, fields: Partial<SupportCase>, ifMatch?: string): VersionedCase {
    const before = get(ref);
    if (ifMatch !== undefined && ifMatch !== before.etag) {
      throw new Failure('stale', 'Somebody changed the case meanwhile.', { current: before });
    }
    return put({ ...before.value, ...fields });
  }
  function create(fields: Partial<SupportCase>, idempotency?: Idempotency): Created {
    trip();
    const receipt = idempotency && receipts.get(idempotency.key);
    if (receipt && receipt.hash !== idempotency?.requestHash) {
      throw new Failure('conflict', 'This Idempotency-Key was used for another request.');
    }
    if (receipt) return { case: get(receipt.id), created: false };
    const made = put(aCase(fields));
    if (idempotency) receipts.set(idempotency.key, { hash: idempotency.requestHash, id: made.value.id });
    return { case: made, created: true };
  }

  const app: FakeApp = {
    ...slaPreviews,
    publicHolidays: async () => [{ date: '2026-12-25', name: 'Christmas Day' }],
    explainClocks: async (ref, at = 0) => {
      const { value } = get(ref);
      const terms = termsOf(standardPolicy, value.priority);
      const calendar = { id: 'always', name: 'Round the clock', tz: 'UTC' };
      const ledgers = { firstResponse: null, nextResponse: null, resolution: null };
      return { caseId: value.id, number: value.number, at, terms, policyNames: new Map(), calendar, ledgers };
    },
    ...bindAnalytics({ figures: new MemoryCaseIndex(new TestClock()), clock: new TestClock() }),
    put,
    listed: undefined,
    notifications: [],
    failNext: (error) => {
      pending = error;
    },
    listCases: async (filter, sort, page) => {
      trip();
      app.listed = { filter, sort, page };
      const items = [...cases.values()].map(({ value, version }) => ({ value, etag: `v${version}` }));
      const more = items.length > page.limit;
      return { items: items.slice(0, page.limit), total: items.length, ...(more && { next: 'cursor-2' }) };
    },
    findCases: async (filter, sort, page) => {
      const { items, ...rest } = await app.listCases(filter, sort, page);
      return { ...rest, cases: items.map(({ value }) => ({ id: value.id })) };
    },
    reachVersion: async () => undefined,
    getCase: async (ref) => get(ref),
    createCase: async (_actor, input, idempotency) =>
      create({ subject: input.subject, customer: input.customer, source: input.source }, idempotency),
    editCase: async (_actor, ref, edit, ifMatch) => {
      const defined = Object.entries(edit).filter(([, value]) => value !== undefined);
      return change(ref, Object.fromEntries(defined), ifMatch);
    },
    changeStatus: async (_actor, ref, to, ifMatch) => change(ref, { status: to.status }, ifMatch),
    decideApproval: async (_actor, ref) => {
      if (get(ref).value.status !== 'awaiting_approval')
        throw new Failure('conflict', 'It waits for no approval any more.');
      return change(ref, { status: 'in_progress' });
    },
    extendClock: async (_actor, ref) => change(ref, {}),
    acknowledgeClock: async (actor, ref, clock) => {
      const { sla } = get(ref).value;
      const stored = sla?.clocks[clock];
      if (sla == null || stored?.state !== 'running')
        throw new Failure('conflict', 'That clock does not run any more.');
      if (sla.acknowledged?.[clock]?.since === stored.since) return get(ref);
      const said = { since: stored.since, at: Date.parse('2026-11-24T13:11:00.000Z'), by: actor.id };
      return change(ref, { sla: { ...sla, acknowledged: { ...sla.acknowledged, [clock]: said } } });
    },
    assignCase: async (actor, ref, to, ifMatch) =>
      change(ref, { assignee: to.assignee === 'me' ? actor.id : to.assignee }, ifMatch),
    ...fakeLifecycle({ get, change }),
    ...noTasks,
    ...noImports,
    ...bindWorkspace(workspaces(new MemoryTables())),
    ask: async () => {
      throw new Failure('unavailable', 'Nobody answers questions here.');
    },
    similarCases: async () => [],
    ...bindPresets({
      readSettings: (name) => app.readSettings(name),
      writeSettings: (actor, name, document, ifMatch) => app.writeSettings(actor, name, document, ifMatch),
    }),
    ...bindViews({ views: new TableViews(new MemoryTables()), clock: new TestClock(), ids: cryptoIds }),
    ...({} as BulkUseCases),
    caseMessages: async (ref) => get(ref) && [],
    caseHistory: async (ref) => get(ref) && [],
    readFile: async (ref, _messageId, attachmentId) => {
      get(ref);
      throw new Failure('not-found', `There is no attachment ${attachmentId}.`);
    },
    caseFromMail: async (_actor, input) => {
      const known = [...cases.values()].find(({ value }) => value.summary === input.internetMessageId);
      if (known !== undefined) return { case: get(known.value.id), created: false };
      return create({ source: 'outlook', summary: input.internetMessageId ?? '' });
    },
    lookupMail: async () => {
      trip();
      return { case: null, customerCases: [] };
    },
    inspectMail: async () => ({
      judgement: { kind: 'human', mayAutoRespond: true, reasons: ['Nothing says that a machine wrote it.'] },
      visibleText: 'Hello',
      hasQuoted: false,
      signature: '',
      safeHtml: '<p>Hello</p>',
      baseSubject: 'Hello',
      match: { caseId: null, why: 'It answers no mail that we know.' },
    }),
    listFates: async () => ({
      items: [],
      total: 0,
      counts: Object.fromEntries(mailBecame.map((word) => [word, 0])) as Record<MailBecame, number>,
      pending: { total: 0, retrying: 0, items: [] },
      complete: true,
    }),
    retryFate: async (_actor, key) => {
      throw new Failure('not-found', `No mail ${key} is parked.`);
    },
    mailHeartbeats: async () => [],
    ...fakeKnowledge(),
    aiUsage: async () => {
      const none = { of: '2026-11-24', calls: 0, input: 0, output: 0, costMicros: 0, reserved: 0 };
      return { asOf: '2026-11-24T10:00:00.000Z', dailyTokenLimit: null, today: none, days: [], case: null };
    },
    previewTriage: async () => anAnalysis({ priorityReasons: ['“water”'], summary: 'A leak.' }),
    previewWorkflow: async () => ({ matches: true, ticks: [] }),
    dryRun: async () => ({ examined: 0, complete: true, tookMs: 0, rules: [] }),
    listFirings: async () => [],
    readAvailability: async () => ({ state: 'available', until: null }),
    setAvailability: async (_actor, availability) => availability,
    listMentions: async () => [],
    readNotifications: async () => ({ value: usualPreferences, etag: '0' }),
    writeNotifications: async (_actor, value) => ({ value, etag: '1' }),
    ...bindReports({
      reports: new TableReports(new MemoryTables()),
      figures: new MemoryCaseIndex(new TestClock()),
      clock: new TestClock(),
      ids: cryptoIds,
      directory: { agents: async () => [] },
      settings: { read: (name) => app.readSettings(name) },
    }),
    queueDepths: async () => ({ mails: 0, outbox: 0, unanalysed: 0, unfinished: 0 }),
    listRoster: async () => [],
    listHandOver: async () => [],
    handOver: async (_actor, ref) => get(ref),
    applyMacro: async (_actor, ref) => get(ref),
    ...settings,
    ...fakeReplies(get),
    ...bindSchedules({
      schedules: tableSchedules(new MemoryTables()),
      conversations: { all: async () => [], get: async () => undefined },
      directory: { agents: async () => [] },
      ourMailboxes: ['support@contoso.example'],
      clock: new TestClock(),
      ids: cryptoIds,
      seeReport: async () => undefined,
      wakeSchedules: () => {},
    }),
    ...noSetup,
    openSurvey: async () => ({ state: 'over', language: 'en', question: '', caseNumber: null }),
    answerSurvey: async () => ({ state: 'over', language: 'en', question: '', caseNumber: null }),
    ...fakePresence(get),
    ...fakeCustomers,
    listAudit: async () => ({ items: [], total: 0 }),
    noteExport: async () => {},
    noteNotifications: async (notifications) => {
      trip();
      app.notifications.push(...notifications);
      const accepted = notifications.filter(({ clientState }) => clientState === 'secret').length;
      return { accepted, refused: notifications.length - accepted };
    },
  };
  const runs = tableBulkRuns(new MemoryTables());
  Object.assign(
    app,
    bindBulk({
      app,
      runs,
      audit: { note: async () => {} },
      clock: new TestClock(),
      ids: cryptoIds,
      log: new TestLog(),
    }),
  );
  return app;
}
