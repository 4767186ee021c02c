import { applyMacro } from './apply-macro.ts';
import type { WorkflowDeps } from './deps.ts';
import { listFirings } from './list-firings.ts';
import { previewWorkflow } from './preview-workflow.ts';
import type { WorkflowUseCases } from './workflow-use-cases.ts';
import { writeRules } from './write-rules.ts';

export function bindWorkflow(deps: WorkflowDeps): WorkflowUseCases {
  return {
    previewWorkflow: (request) => previewWorkflow(deps, request),
    writeRules: (rules, ifMatch) => writeRules(deps, rules, ifMatch),
    listFirings: () => listFirings(deps),
    async applyMacro(actor, ref, macroId, ifMatch) {
      const changed = await applyMacro(deps, actor, ref, macroId, ifMatch);
      await deps.settle(changed.value.id);
      return changed;
    },
  };
}
