import type { Endpoint } from '../endpoint.ts';
import { WorkflowPreview, WorkflowPreviewed } from '../workflow-trials.ts';

export const workflowEndpoints = {
  previewWorkflow: {
    method: 'POST',
    path: '/api/workflow/preview',
    summary: 'Try a condition or rules on an object or a case; changes nothing',
    tag: 'Workflow',
    permission: 'cases.read',
    body: WorkflowPreview,
    response: WorkflowPreviewed,
    success: 200,
  },
} as const satisfies Record<string, Endpoint>;
