import type { Rules } from '../../domain/workflow/rule.ts';
import { dayOf } from '../../domain/workflow/zoned-time.ts';
import type { RuleFiring } from '../../ports/firings.ts';
import type { WorkflowDeps } from './deps.ts';
import type { RuleFirings } from './workflow-use-cases.ts';

/** As many are counted at most. */
const mostCounted = 1_000;
const shown = 20;
const monthMs = 30 * 86_400_000;

/** Of each rule: how often it fired today and in the last 30 days, and on which cases last. */
export async function listFirings(deps: WorkflowDeps): Promise<RuleFirings[]> {
  const { timezone, rules } = (await deps.settings.read('rules')).value as Rules;
  const today = new Date(dayOf(deps.clock.nowMs(), timezone).from).toISOString();
  const since = new Date(deps.clock.nowMs() - monthMs).toISOString();
  const all: RuleFirings[] = [];
  for (const { id } of rules) {
    const firings = await deps.firings.since(id, since, mostCounted);
    const latest = await Promise.all(firings.slice(0, shown).map((firing) => withNumber(deps, firing)));
    all.push({ ruleId: id, today: firings.filter(({ at }) => at >= today).length, last30Days: firings.length, latest });
  }
  return all;
}

async function withNumber(
  { store }: WorkflowDeps,
  { caseId, at, said }: RuleFiring,
): Promise<RuleFirings['latest'][number]> {
  return { caseId, number: (await store.get(caseId))?.value.number ?? '', at, said };
}
