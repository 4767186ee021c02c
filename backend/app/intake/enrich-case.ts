import { system } from '../../domain/access/actor.ts';
import type { FieldChange } from '../../domain/case/case.ts';
import { applyAnalysis } from '../../domain/case/change.ts';
import { firstOfCustomer } from '../../domain/case/conversation.ts';
import type { NewEvent } from '../../ports/case-store.ts';
import type { IntakeDeps } from './deps.ts';

export type EnrichDeps = Pick<IntakeDeps, 'store' | 'analyst' | 'clock' | 'log' | 'analysisDeadlineMs'>;

/** Lets the analyst speak about a case that has not been analysed yet. The case exists and is visible before. */
export async function enrichCase(deps: EnrichDeps, caseId: string): Promise<void> {
  const before = await deps.store.get(caseId);
  if (before === undefined || before.value.ai !== null) return;
  const first = firstOfCustomer(await deps.store.messages(caseId));
  const analysis = await deps.analyst.analyse(
    {
      caseId,
      subject: before.value.subject,
      text: first?.visibleText ?? '',
      ...(before.value.mailbox && { mailbox: before.value.mailbox }),
    },
    deps.analysisDeadlineMs,
  );
  await deps.store.transact(caseId, `analyse|${caseId}`, async (tx) => {
    const found = await tx.case(caseId);
    if (found === undefined || found.value.ai !== null) return;
    const at = deps.clock.now();
    const { value, changes } = applyAnalysis(found.value, found.etag, analysis, at);
    tx.putCase(value);
    tx.record(analysedEvent(caseId, first?.id ?? null, changes, at));
  });
}

export function analysedEvent(caseId: string, messageId: string | null, changes: FieldChange[], at: string): NewEvent {
  return { kind: 'case.analysed', caseId, at, actor: system, changes, messageId, mail: null, reason: null };
}

/** Finishes what a crash, or a case opened by hand, left without analysis. */
export async function enrichWaiting(deps: EnrichDeps & Pick<IntakeDeps, 'index'>, limit: number): Promise<number> {
  const waiting = deps.index.withoutAnalysis(limit);
  for (const caseId of waiting) await enrichCase(deps, caseId);
  return waiting.length;
}
