import type { Versioned } from '../../domain/case/case.ts';
import type { Rules } from '../../domain/workflow/rule.ts';
import { rulesFaults } from '../../domain/workflow/run-rules.ts';
import type { WorkflowDeps } from './deps.ts';
import { refuse } from './preview-workflow.ts';

/** Replaces the rules. @throws Failure `invalid` naming what could not run, `stale` */
export async function writeRules(deps: WorkflowDeps, rules: Rules, ifMatch: string): Promise<Versioned<unknown>> {
  refuse(rulesFaults(rules));
  return deps.settings.write('rules', rules, ifMatch);
}
