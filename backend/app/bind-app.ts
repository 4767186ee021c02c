import type { BulkRuns } from '../ports/bulk-runs.ts';
import type { CaseFigures } from '../ports/case-figures.ts';
import type { Conversations } from '../ports/conversations.ts';
import type { Diagnose } from '../ports/diagnosis.ts';
import type { PeopleDirectory } from '../ports/directory.ts';
import type { Holidays } from '../ports/holidays.ts';
import type { Imports } from '../ports/imports.ts';
import type { MailIndex } from '../ports/mail-index.ts';
import type { MailText } from '../ports/mail-text.ts';
import type { PreferenceStore } from '../ports/notice-preferences.ts';
import type { Operations } from '../ports/operations.ts';
import type { Outbox } from '../ports/outbox.ts';
import type { OutgoingText } from '../ports/outgoing-text.ts';
import type { Reports } from '../ports/reports.ts';
import type { Schedules } from '../ports/schedules.ts';
import type { SettingsStore } from '../ports/settings.ts';
import type { SheetReader } from '../ports/sheets.ts';
import type { TaskIndex } from '../ports/task-index.ts';
import type { Views } from '../ports/views.ts';
import type { Workspaces } from '../ports/workspace.ts';
import { bindAnalytics } from './analytics/analytics-use-cases.ts';
import type { App, Created, VersionedCase } from './app.ts';
import { type AskDeps, bindAsk } from './ask/ask-use-cases.ts';
import { bindAudit } from './audit/audit-use-cases.ts';
import { type BulkUseCases, bindBulk } from './bulk/bulk-use-cases.ts';
import { caseFromMail } from './cases/case-from-mail.ts';
import { assignCase, changeStatus, editCase } from './cases/change-case.ts';
import { createCase } from './cases/create-case.ts';
import { decideApproval } from './cases/decide-approval.ts';
import { getCase } from './cases/find-case.ts';
import { listCases } from './cases/list-cases.ts';
import { lookupMail } from './cases/lookup-mail.ts';
import { bindCustomers } from './customers/customer-use-cases.ts';
import { bindFiles, withFiles } from './files/file-use-cases.ts';
import { bindImports } from './imports/import-use-cases.ts';
import type { IntakeDeps } from './intake/deps.ts';
import { bindFates } from './intake/fate-use-cases.ts';
import { inspectMail } from './intake/inspect-mail.ts';
import { noteNotifications } from './intake/note-notifications.ts';
import { checkFields } from './lifecycle/check-fields.ts';
import { bindLifecycle } from './lifecycle/lifecycle-use-cases.ts';
import { bindNotices } from './notices/notice-use-cases.ts';
import { bindQueues } from './operations/queue-use-cases.ts';
import type { PresenceBook } from './presence/presence-book.ts';
import { bindPresence } from './presence/presence-use-cases.ts';
import type { PersonDeps } from './privacy/erase-person.ts';
import { bindPrivacy } from './privacy/privacy-use-cases.ts';
import { bindReplies } from './replies/bind-replies.ts';
import { undoMs } from './replies/send-patience.ts';
import { bindReports } from './reports/report-use-cases.ts';
import { bindSchedules } from './reports/schedule-use-cases.ts';
import { mustBeInTree } from './settings/known-category.ts';
import { bindPresets } from './settings/preset-use-cases.ts';
import { bindSettings } from './settings/settings-use-cases.ts';
import { bindSetup } from './setup/setup-use-cases.ts';
import { bindSimilar } from './similar/similar-use-cases.ts';
import type { SlaBook } from './sla/sla-book.ts';
import { bindSla } from './sla/sla-use-cases.ts';
import type { SurveyLinks } from './surveys/survey-links.ts';
import { bindSurveys } from './surveys/survey-use-cases.ts';
import { bindTasks } from './tasks/bind-tasks.ts';
import type { TriageDeps } from './triage/deps.ts';
import { bindTriage } from './triage/triage-use-cases.ts';
import { bindViews } from './views/view-use-cases.ts';
import { bindWorkspace } from './views/workspace-use-cases.ts';
import { bindWorkflow } from './workflow/bind-workflow.ts';
import type { WorkflowDeps } from './workflow/deps.ts';

export interface AppDeps {
  figures: CaseFigures;
  intake: IntakeDeps;
  mailIndex: MailIndex;
  settings: SettingsStore;
  mailText: MailText;
  outgoingText: OutgoingText;
  people: PeopleDirectory;
  workflow: WorkflowDeps;
  sla: { book: SlaBook; holidays: Holidays };
  /** Resolves once the case's last commit shows in lists, so that whoever wrote finds it there. */
  settle: (caseId: string) => Promise<void>;
  /** Resolves, after a second at the most, once lists know a version of a case. */
  reachVersion: (etag: string) => Promise<void>;
  /** The same for every case this process has written. */
  settleAll: () => Promise<void>;
  operations: Operations;
  outbox: Outbox;
  diagnose: Diagnose;
  surveyLinks: SurveyLinks;
  reports: Reports;
  schedules: Schedules;
  conversations: Pick<Conversations, 'all' | 'get'>;
  wakeSchedules: () => void;
  triage: TriageDeps;
  tasks: TaskIndex;
  /** The schema of the queries that questions become. */
  validQuery: AskDeps['validQuery'];
  views: Views;
  imports: Imports;
  bulkRuns: BulkRuns;
  sheets: SheetReader;
  workspaces: Workspaces;
  preferences: PreferenceStore;
  presence: PresenceBook;
  privacy: PersonDeps;
  /** Lets the analyst look soon at a case that was opened by hand. */
  wakeAnalysis: () => void;
  wakeDrain: () => void;
  wakeOutbox: () => void;
  wakeSync: () => void;
}

/** Every use case with its collaborators bound: what HTTP, bot and sockets are given. */
export function bindApp(deps: AppDeps): App {
  const { intake, settle } = deps;
  const audit = { audit: deps.privacy.audit, clock: intake.clock, ids: intake.ids };
  const settled = async (change: Promise<VersionedCase>) => {
    const value = await change;
    await settle(value.value.id);
    return value;
  };
  const settledCreate = async (create: Promise<Created>) => {
    const result = await create;
    await settle(result.case.value.id);
    return result;
  };
  const messagesOf = async (ref: string) => intake.store.messages((await getCase(intake, ref)).value.id);
  const { settings, outgoingText, wakeOutbox } = deps;
  const documents = bindSettings({
    ...{ ...audit, ...deps.sla, settings, people: deps.people },
    changed: () => deps.triage.triageSettings.changed(),
  });
  const reports = bindReports({ ...intake, settings, figures: deps.figures, reports: deps.reports });
  const app: Omit<App, keyof BulkUseCases> = {
    ...bindReplies({ ...intake, settings, outgoingText, wakeOutbox, undoMs }, settled),
    ...bindSla({ ...intake, getCase: (ref) => getCase(intake, ref), holidays: deps.sla.holidays }, deps.sla.book),
    ...reports,
    ...bindSchedules({
      ...intake,
      schedules: deps.schedules,
      conversations: deps.conversations,
      seeReport: reports.getReport,
      wakeSchedules: deps.wakeSchedules,
    }),
    ...bindQueues({ ...intake, outbox: deps.outbox, operations: deps.operations }),
    ...bindAnalytics({ figures: deps.figures, clock: intake.clock }),
    ...bindAsk({ ...intake, ...deps.triage, figures: deps.figures, settings, validQuery: deps.validQuery }),
    findCases: (filter, sort, page) => intake.index.find(filter, sort, page),
    listCases: (filter, sort, page) => listCases(intake, filter, sort, page),
    reachVersion: deps.reachVersion,
    getCase: (ref) => getCase(intake, ref),
    async createCase(actor, input, idempotency) {
      await mustBeInTree(settings, input.category);
      const result = await settledCreate(createCase(intake, actor, input, idempotency));
      if (result.created) deps.wakeAnalysis();
      return result;
    },
    async editCase(actor, ref, edit, ifMatch, once) {
      if (edit.fields !== undefined || edit.category !== undefined) {
        const { value } = await getCase(intake, ref);
        // A case keeps a category that an administrator has taken out of the tree since.
        if (edit.category !== value.category) await mustBeInTree(settings, edit.category);
        if (edit.fields !== undefined) await checkFields(settings, edit.category ?? value.category, edit.fields);
      }
      return settled(editCase(intake, actor, ref, edit, ifMatch, once));
    },
    changeStatus: (actor, ref, to, ifMatch, once) => settled(changeStatus(intake, actor, ref, to, ifMatch, once)),
    assignCase: (actor, ref, to, ifMatch, once) => settled(assignCase(intake, actor, ref, to, ifMatch, once)),
    decideApproval: (actor, ref, decision, ifMatch) => settled(decideApproval(intake, actor, ref, decision, ifMatch)),
    caseMessages: async (ref) => withFiles(intake, await messagesOf(ref)),
    ...bindFiles(intake, messagesOf),
    caseHistory: async (ref) => {
      const history = await intake.store.history((await getCase(intake, ref)).value.id);
      return history.filter((event) => event.kind !== 'operation.step');
    },
    ...bindImports({
      ...intake,
      ...{
        imports: deps.imports,
        sheets: deps.sheets,
        settings,
        settleAll: deps.settleAll,
        pause: deps.workflow.pause,
      },
      terms: () => deps.sla.book.terms(),
    }),
    ...bindNotices({ ...intake, preferences: deps.preferences, mentions: deps.workflow.mentions }),
    ...bindAudit(audit),
    ...bindCustomers(intake),
    ...bindPrivacy(deps.privacy),
    ...bindPresence({ ...intake, book: deps.presence }),
    ...bindWorkspace(deps.workspaces),
    ...bindSurveys({ ...intake, settings, links: deps.surveyLinks }, settle),
    ...bindSetup({
      ...intake,
      settings,
      tasks: deps.tasks,
      state: deps.workflow.state,
      pause: deps.workflow.pause,
      settleAll: deps.settleAll,
      terms: () => deps.sla.book.terms(),
      diagnose: deps.diagnose,
    }),
    ...bindSimilar(intake),
    ...bindViews({ views: deps.views, clock: intake.clock, ids: intake.ids }),
    ...bindTasks(
      { ...intake, tasks: deps.tasks, settings, catchUp: deps.settleAll, undoMs, wakeOutbox },
      deps.settleAll,
    ),
    ...bindLifecycle({ ...intake, operations: deps.operations, wakeAnalysis: deps.wakeAnalysis }, deps.settleAll),
    async caseFromMail(actor, input) {
      await mustBeInTree(settings, input.overrides?.category, 'overrides.category');
      return settledCreate(caseFromMail(intake, actor, input));
    },
    lookupMail: (query, look) => lookupMail(intake, query, look),
    inspectMail: (input) => inspectMail(intake, input),
    previewTriage({ subject, body, contentType, mailbox }) {
      const { visibleText } = deps.mailText.read({ type: contentType, content: body });
      const where = mailbox === undefined ? {} : { mailbox };
      return intake.analyst.analyse({ subject, text: visibleText, ...where }, intake.analysisDeadlineMs);
    },
    ...bindWorkflow(deps.workflow),
    ...bindTriage({ ...intake, ...deps.triage }),
    ...documents,
    ...bindPresets(documents),
    ...bindFates({ ...intake, mailIndex: deps.mailIndex }, deps.wakeDrain),
    noteNotifications: (notifications) =>
      noteNotifications({ ...intake, wakeDrain: deps.wakeDrain, wakeSync: deps.wakeSync }, notifications),
  };
  const { clock, ids, log } = intake;
  return { ...app, ...bindBulk({ app, runs: deps.bulkRuns, audit: deps.privacy.audit, clock, ids, log }) };
}
