import type { AnalyticsUseCases } from './analytics/analytics-use-cases.ts';
import type { AskUseCases } from './ask/ask-use-cases.ts';
import type { AuditUseCases } from './audit/audit-use-cases.ts';
import type { BulkUseCases } from './bulk/bulk-use-cases.ts';
import type { CaseUseCases } from './cases/case-use-cases.ts';
import type { CustomerUseCases } from './customers/customer-use-cases.ts';
import type { FileUseCases } from './files/file-use-cases.ts';
import type { ImportUseCases } from './imports/import-use-cases.ts';
import type { FateUseCases } from './intake/fate-use-cases.ts';
import type { MailUseCases } from './intake/mail-use-cases.ts';
import type { LifecycleUseCases } from './lifecycle/lifecycle-use-cases.ts';
import type { NoticeUseCases } from './notices/notice-use-cases.ts';
import type { QueueUseCases } from './operations/queue-use-cases.ts';
import type { PresenceUseCases } from './presence/presence-use-cases.ts';
import type { PrivacyUseCases } from './privacy/privacy-use-cases.ts';
import type { ReplyUseCases } from './replies/reply-use-cases.ts';
import type { ReportUseCases } from './reports/report-use-cases.ts';
import type { ScheduleUseCases } from './reports/schedule-use-cases.ts';
import type { PresetUseCases } from './settings/preset-use-cases.ts';
import type { SettingsUseCases } from './settings/settings-use-cases.ts';
import type { SetupUseCases } from './setup/setup-use-cases.ts';
import type { SimilarUseCases } from './similar/similar-use-cases.ts';
import type { SlaUseCases } from './sla/sla-use-cases.ts';
import type { SurveyUseCases } from './surveys/survey-use-cases.ts';
import type { TaskUseCases } from './tasks/task-use-cases.ts';
import type { TriageUseCases } from './triage/triage-use-cases.ts';
import type { ViewUseCases } from './views/view-use-cases.ts';
import type { WorkspaceUseCases } from './views/workspace-use-cases.ts';
import type { WorkflowUseCases } from './workflow/workflow-use-cases.ts';

export type * from './cases/case-use-cases.ts';
export type * from './intake/fate-use-cases.ts';
export type * from './intake/mail-use-cases.ts';
export type * from './workflow/workflow-use-cases.ts';

/**
 * Every use case that a face (HTTP, bot, sockets) may call, with its collaborators already bound. Doors check the
 * caller's permission before they call; `ref` is a case's id or its number. All throw Failure. Each area of use cases
 * declares and binds its own in `app/<area>/<area>-use-cases.ts`.
 */
export interface App
  extends AnalyticsUseCases,
    CaseUseCases,
    MailUseCases,
    FateUseCases,
    ReplyUseCases,
    FileUseCases,
    SettingsUseCases,
    SlaUseCases,
    WorkflowUseCases,
    LifecycleUseCases,
    TriageUseCases,
    TaskUseCases,
    BulkUseCases,
    AskUseCases,
    ImportUseCases,
    NoticeUseCases,
    PresenceUseCases,
    QueueUseCases,
    CustomerUseCases,
    AuditUseCases,
    PrivacyUseCases,
    SetupUseCases,
    SimilarUseCases,
    SurveyUseCases,
    PresetUseCases,
    ReportUseCases,
    ScheduleUseCases,
    ViewUseCases,
    WorkspaceUseCases {}
