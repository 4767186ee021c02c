import { aiEndpoints } from './endpoints/ai.ts';
import { analyticsEndpoints } from './endpoints/analytics.ts';
import { askEndpoints } from './endpoints/ask.ts';
import { auditEndpoints } from './endpoints/audit.ts';
import { bulkEndpoints } from './endpoints/bulk.ts';
import { caseEndpoints } from './endpoints/cases.ts';
import { customerEndpoints } from './endpoints/customers.ts';
import { exportEndpoints } from './endpoints/export.ts';
import { fateEndpoints } from './endpoints/fates.ts';
import { fileEndpoints } from './endpoints/files.ts';
import { importEndpoints } from './endpoints/imports.ts';
import { knowledgeEndpoints } from './endpoints/knowledge.ts';
import { lifecycleEndpoints } from './endpoints/lifecycle.ts';
import { mailEndpoints } from './endpoints/mail.ts';
import { notificationEndpoints } from './endpoints/notifications.ts';
import { operationEndpoints } from './endpoints/operations.ts';
import { presenceEndpoints } from './endpoints/presence.ts';
import { presetEndpoints } from './endpoints/presets.ts';
import { replyEndpoints } from './endpoints/replies.ts';
import { reportEndpoints } from './endpoints/reports.ts';
import { settingEndpoints } from './endpoints/settings.ts';
import { settingsHistoryEndpoints } from './endpoints/settings-history.ts';
import { setupEndpoints } from './endpoints/setup.ts';
import { sharingOutEndpoints } from './endpoints/sharing-out.ts';
import { similarEndpoints } from './endpoints/similar.ts';
import { slaEndpoints } from './endpoints/sla.ts';
import { speedEndpoints } from './endpoints/speed.ts';
import { taskEndpoints } from './endpoints/tasks.ts';
import { threadEndpoints } from './endpoints/thread.ts';
import { viewEndpoints } from './endpoints/views.ts';
import { workflowEndpoints } from './endpoints/workflow.ts';
import { workspaceEndpoints } from './endpoints/workspace.ts';

/** The whole API, a row a route. Server, typed client, OpenAPI and the test that every route has a role read this table. */
export const endpoints = {
  ...caseEndpoints,
  ...mailEndpoints,
  ...analyticsEndpoints,
  ...fateEndpoints,
  ...replyEndpoints,
  ...fileEndpoints,
  ...settingEndpoints,
  ...settingsHistoryEndpoints,
  ...presetEndpoints,
  ...operationEndpoints,
  ...slaEndpoints,
  ...workflowEndpoints,
  ...sharingOutEndpoints,
  ...aiEndpoints,
  ...knowledgeEndpoints,
  ...lifecycleEndpoints,
  ...taskEndpoints,
  ...similarEndpoints,
  ...bulkEndpoints,
  ...askEndpoints,
  ...threadEndpoints,
  ...exportEndpoints,
  ...importEndpoints,
  ...viewEndpoints,
  ...workspaceEndpoints,
  ...notificationEndpoints,
  ...presenceEndpoints,
  ...speedEndpoints,
  ...customerEndpoints,
  ...auditEndpoints,
  ...reportEndpoints,
  ...setupEndpoints,
} as const;

export type EndpointName = keyof typeof endpoints;
