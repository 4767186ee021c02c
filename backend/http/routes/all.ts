import type { App } from '../../app/app.ts';
import type { RenderedCases } from '../rendered-cases.ts';
import { aiRoutes } from './ai.ts';
import { analyticsRoutes } from './analytics.ts';
import type { ApiHandlers } from './api-handlers.ts';
import { caseRoutes } from './cases.ts';
import { fateRoutes } from './fates.ts';
import { fileRoutes } from './files.ts';
import { lifecycleRoutes } from './lifecycle.ts';
import { mailRoutes } from './mail.ts';
import { type OperationsDeps, operationsRoutes } from './operations.ts';
import { replyRoutes } from './replies.ts';
import { settingsRoutes } from './settings.ts';
import { sharingOutRoutes } from './sharing-out.ts';
import { slaRoutes } from './sla.ts';
import { workflowRoutes } from './workflow.ts';

/** A handler for every row of the table. */
export function apiHandlers(app: App, rendered: RenderedCases, operations: OperationsDeps): ApiHandlers {
  return {
    ...caseRoutes(app, rendered),
    ...mailRoutes(app, rendered),
    ...fateRoutes(app),
    ...fileRoutes(app),
    ...analyticsRoutes(app),
    ...replyRoutes(app, rendered),
    ...settingsRoutes(app),
    ...operationsRoutes(operations),
    ...slaRoutes(app),
    ...aiRoutes(app),
    ...lifecycleRoutes(app, rendered),
    ...workflowRoutes(app, rendered),
    ...sharingOutRoutes(app, rendered),
  };
}
