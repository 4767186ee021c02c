import type { Rules } from '../../domain/workflow/rule.ts';
import { bookOf, type RuleBook } from '../../domain/workflow/run-rules.ts';
import { readParents } from './category-parents.ts';
import type { WorkflowDeps } from './deps.ts';

/** The rules as they stand in the settings. `version` changes with every change of them. */
export async function readRuleBook(deps: Pick<WorkflowDeps, 'settings'>): Promise<{ book: RuleBook; version: string }> {
  const { value, etag } = await deps.settings.read('rules');
  return { book: bookOf(value as Rules, await readParents(deps.settings)), version: etag };
}
