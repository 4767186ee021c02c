import type { WorkflowDeps } from './deps.ts';
import { previewWorkflow } from './preview-workflow.ts';
import type { WorkflowUseCases } from './workflow-use-cases.ts';

export function bindWorkflow(deps: WorkflowDeps): WorkflowUseCases {
  return {
    previewWorkflow: (request) => previewWorkflow(deps, request),
  };
}
