import { applyMacro } from './apply-macro.ts';
import { readAvailability, setAvailability } from './availability.ts';
import type { WorkflowDeps } from './deps.ts';
import { dryRun } from './dry-run.ts';
import { handOver, listHandOver } from './hand-over.ts';
import { listFirings } from './list-firings.ts';
import { listRoster } from './list-roster.ts';
import { previewWorkflow } from './preview-workflow.ts';
import type { WorkflowUseCases } from './workflow-use-cases.ts';

export function bindWorkflow(deps: WorkflowDeps): WorkflowUseCases {
  return {
    previewWorkflow: (request) => previewWorkflow(deps, request),
    dryRun: (request) => dryRun(deps, request),
    listFirings: () => listFirings(deps),
    readAvailability: (actor) => readAvailability(deps, actor.id),
    setAvailability: (actor, availability) => setAvailability(deps, actor.id, availability),
    listRoster: () => listRoster(deps),
    listHandOver: (team) => listHandOver(deps, team),
    handOver: (actor, ref, to) => handOver(deps, actor, ref, to),
    async applyMacro(actor, ref, macroId, ifMatch) {
      const changed = await applyMacro(deps, actor, ref, macroId, ifMatch);
      await deps.settle(changed.value.id);
      return changed;
    },
  };
}
