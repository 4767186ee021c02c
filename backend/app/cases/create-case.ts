import type { Actor } from '../../domain/access/actor.ts';
import type { CaseMessage } from '../../domain/case/case.ts';
import { openCase } from '../../domain/case/open.ts';
import { Failure } from '../../domain/failure.ts';
import { assigneeOf } from './assignee.ts';
import type { Created, Idempotency, NewCase } from './case-use-cases.ts';
import type { CaseDeps } from './deps.ts';
import { noSuchCase } from './find-case.ts';

/**
 * Opens a case by hand. With an idempotency key the case id follows from actor and key, so that a repeat, on any
 * replica and after any crash, finds the same case. @throws Failure `conflict` when the key was used for another request
 */
export async function createCase(
  deps: CaseDeps,
  actor: Actor,
  input: NewCase,
  idempotency?: Idempotency,
): Promise<Created> {
  const receiptKey = idempotency && deps.ids.derived('receipt', actor.id, idempotency.key);
  const caseId = receiptKey ?? deps.ids.caseId();
  const assignee = await assigneeOf(deps, actor, input.assignee ?? null);
  let number: string | undefined;
  const created = await deps.store.transact(caseId, `create|${caseId}`, async (tx) => {
    if (receiptKey !== undefined && idempotency !== undefined) {
      const receipt = await tx.receipt(receiptKey);
      if (receipt !== undefined) {
        if (receipt.requestHash === idempotency.requestHash) return false;
        throw new Failure('conflict', 'This Idempotency-Key was used for another request.');
      }
      tx.putReceipt(receiptKey, { requestHash: idempotency.requestHash, caseId });
    }
    number ??= await deps.numbers.next();
    const at = deps.clock.now();
    const message = firstMessage(deps, caseId, input, at, 'Written when the case was opened by hand.');
    const opened = openCase({
      ...input,
      id: caseId,
      number,
      assignee,
      participants: [input.customer],
      mailbox: null,
      linked: [],
      at,
    });
    tx.putCase({ ...opened, messageCount: message === null ? 0 : 1 });
    if (message !== null) tx.addMessage(message);
    tx.record({
      kind: 'case.opened',
      caseId,
      at,
      actor,
      changes: [],
      messageId: message?.id ?? null,
      mail: null,
      reason: null,
    });
    return true;
  });
  const value = await deps.store.get(caseId);
  if (value === undefined) throw noSuchCase(caseId);
  return { case: value, created };
}

/** What a case says first that did not begin with a mail, or null where it says nothing. */
export function firstMessage(
  deps: Pick<CaseDeps, 'ids'>,
  caseId: string,
  input: Pick<NewCase, 'description' | 'customer' | 'subject'>,
  at: string,
  why: string,
): CaseMessage | null {
  if (input.description.trim() === '') return null;
  return {
    id: deps.ids.derived('description', caseId),
    caseId,
    direction: 'inbound',
    from: input.customer,
    to: [],
    cc: [],
    subject: input.subject,
    visibleText: input.description,
    hasQuoted: false,
    safeHtml: '',
    at,
    attachments: [],
    internetMessageId: null,
    graph: null,
    automatic: false,
    threadedBy: { rule: 'by_hand', why },
  };
}
