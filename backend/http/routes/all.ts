import type { App } from '../../app/app.ts';
import type { PrintReport } from '../../ports/report-printer.ts';
import type { KeptAnswers } from '../answer-cache.ts';
import { aiRoutes } from './ai.ts';
import { analyticsRoutes } from './analytics.ts';
import type { ApiHandlers } from './api-handlers.ts';
import { askRoutes } from './ask.ts';
import { auditRoutes } from './audit.ts';
import { bulkRoutes } from './bulk.ts';
import { caseRoutes } from './cases.ts';
import { customerRoutes } from './customers.ts';
import { exportRoutes } from './export.ts';
import { fateRoutes } from './fates.ts';
import { fileRoutes } from './files.ts';
import { importRoutes } from './imports.ts';
import { knowledgeRoutes } from './knowledge.ts';
import { lifecycleRoutes } from './lifecycle.ts';
import { mailRoutes } from './mail.ts';
import { notificationRoutes } from './notifications.ts';
import { type OperationsDeps, operationsRoutes } from './operations.ts';
import { presenceRoutes } from './presence.ts';
import { presetRoutes } from './presets.ts';
import { replyRoutes } from './replies.ts';
import { reportRoutes } from './reports.ts';
import { scheduleRoutes } from './schedules.ts';
import { settingsRoutes } from './settings.ts';
import { settingsHistoryRoutes } from './settings-history.ts';
import { setupRoutes } from './setup.ts';
import { sharingOutRoutes } from './sharing-out.ts';
import { similarRoutes } from './similar.ts';
import { slaRoutes } from './sla.ts';
import { type SpeedDeps, speedRoutes } from './speed.ts';
import { taskRoutes } from './tasks.ts';
import { threadRoutes } from './thread.ts';
import { viewRoutes } from './views.ts';
import { workflowRoutes } from './workflow.ts';
import { workspaceRoutes } from './workspace.ts';

/** A handler for every row of the table. */
export function apiHandlers(
  app: App,
  kept: KeptAnswers,
  operations: OperationsDeps,
  speed: Omit<SpeedDeps, 'kept'>,
  print: PrintReport,
  now: () => string,
): ApiHandlers {
  return {
    ...caseRoutes(app, kept),
    ...mailRoutes(app, kept),
    ...fateRoutes(app),
    ...fileRoutes(app),
    ...analyticsRoutes(app, kept.answers),
    ...replyRoutes(app, kept.rendered),
    ...settingsRoutes(app),
    ...settingsHistoryRoutes(app, now),
    ...presetRoutes(app),
    ...operationsRoutes(operations),
    ...slaRoutes(app),
    ...aiRoutes(app),
    ...lifecycleRoutes(app, kept.rendered),
    ...workflowRoutes(app, kept.rendered),
    ...sharingOutRoutes(app, kept.rendered),
    ...knowledgeRoutes(app),
    ...taskRoutes(app),
    ...similarRoutes(app),
    ...bulkRoutes(app),
    ...askRoutes(app, kept.rendered),
    ...threadRoutes(app),
    ...exportRoutes(app),
    ...importRoutes(app),
    ...viewRoutes(app),
    ...workspaceRoutes(app),
    ...notificationRoutes(app),
    ...presenceRoutes(app),
    ...reportRoutes(app, print),
    ...scheduleRoutes(app),
    ...setupRoutes(app),
    ...speedRoutes(app, { ...speed, kept }),
    ...customerRoutes(app),
    ...auditRoutes(app),
  };
}
