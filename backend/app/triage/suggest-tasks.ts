import type { SuggestedTask } from '../../domain/triage/analysis.ts';
import { getCase } from '../cases/find-case.ts';
import type { IntakeDeps } from '../intake/deps.ts';

/**
 * Tasks that the analyst would open for a case: those it named when it read the mail, else, for cases read by an earlier
 * version, what it says of the last mail now. Never asks about a case twice at once; changes nothing.
 */
export async function suggestTasksFor(
  deps: Pick<IntakeDeps, 'store' | 'index' | 'analyst' | 'analysisDeadlineMs'>,
  ref: string,
): Promise<SuggestedTask[]> {
  const { value } = await getCase(deps, ref);
  if (value.ai?.suggestedTasks !== undefined) return value.ai.suggestedTasks;
  const last = (await deps.store.messages(value.id)).findLast(({ direction }) => direction === 'inbound');
  const { suggestedTasks } = await deps.analyst.analyse(
    {
      caseId: value.id,
      subject: value.subject,
      text: last?.visibleText ?? '',
      ...(value.mailbox !== null && { mailbox: value.mailbox }),
    },
    deps.analysisDeadlineMs,
  );
  return suggestedTasks;
}
