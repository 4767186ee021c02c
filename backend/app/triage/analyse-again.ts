import { applyAnalysis } from '../../domain/case/change.ts';
import { firstOfCustomer } from '../../domain/case/conversation.ts';
import type { AiRetries } from '../../ports/ai-retries.ts';
import { analysedEvent, type EnrichDeps } from '../intake/enrich-case.ts';

const mostAttempts = 6;
const eachLater = 2;
const firstPauseMs = 5 * 60_000;

/**
 * Asks the language model about cases that the local engine had to read. What people set meanwhile stays; when the model
 * does not answer again, the case waits ever longer, and after six attempts for good.
 */
export async function analyseAgain(deps: EnrichDeps & { retries: AiRetries }, limit: number): Promise<number> {
  const due = await deps.retries.due(deps.clock.nowMs(), limit);
  for (const { caseId, attempts } of due) {
    if (await askAgain(deps, caseId, attempts)) await deps.retries.done(caseId);
    else if (attempts + 1 >= mostAttempts) await deps.retries.done(caseId);
    else await deps.retries.again(caseId, attempts + 1, deps.clock.nowMs() + firstPauseMs * eachLater ** attempts);
  }
  return due.length;
}

/** False when the language model did not answer. */
async function askAgain(deps: EnrichDeps, caseId: string, attempt: number): Promise<boolean> {
  const before = await deps.store.get(caseId);
  if (before?.value.ai?.engine !== 'local') return true;
  const first = firstOfCustomer(await deps.store.messages(caseId));
  const { subject, mailbox } = before.value;
  const input = { caseId, subject, text: first?.visibleText ?? '', ...(mailbox !== null && { mailbox }) };
  const analysis = await deps.analyst.analyse(input, deps.analysisDeadlineMs);
  if (analysis.engine !== 'openai') return false;
  await deps.store.transact(caseId, `analyse-again|${caseId}|${attempt}`, async (tx) => {
    const found = await tx.case(caseId);
    if (found === undefined || found.value.ai?.engine !== 'local') return;
    const at = deps.clock.now();
    const { value, changes } = applyAnalysis(found.value, found.etag, analysis, at);
    tx.putCase(value);
    tx.record(analysedEvent(caseId, first?.id ?? null, changes, at));
  });
  return true;
}
