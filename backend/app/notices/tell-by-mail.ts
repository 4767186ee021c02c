import type { Errand } from '../../ports/conversations.ts';
import type { OutgoingRows } from '../../ports/outgoing.ts';
import type { Clock, Ids } from '../../ports/system.ts';

export interface TellByMailDeps {
  outgoing: OutgoingRows;
  ids: Ids;
  clock: Clock;
}

/** A card for a person could not be brought: they are told the same by e-mail, once. */
export async function tellByMail({ outgoing, ids, clock }: TellByMailDeps, errand: Errand): Promise<void> {
  const { caseId, order, fallback } = errand;
  if (fallback === undefined) return;
  const now = clock.now();
  await outgoing.note({
    id: ids.derived('tell by mail', order),
    caseId,
    effect: { kind: 'tell', agent: fallback.agentId, of: fallback.of, text: fallback.text, by: 'email' },
    from: 'Teams',
    notedAt: now,
    attempts: 0,
    notBefore: now,
    lastError: null,
  });
}
