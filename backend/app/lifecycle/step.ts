import type { Actor } from '../../domain/access/actor.ts';
import type { CaseMessage, FieldChange, SupportCase } from '../../domain/case/case.ts';
import type { Changed } from '../../domain/case/change.ts';
import { showsAtHome } from '../../domain/case/move.ts';
import type { CaseEventKind } from '../../domain/vocabulary.ts';
import type { CaseTransaction } from '../../ports/case-store.ts';
import { noSuchCase } from '../cases/find-case.ts';
import type { LifecycleDeps } from './deps.ts';

/** Who is carrying out which operation. */
export interface Step {
  opId: string;
  actor: Actor;
}

/** What a step says in the log; undefined for a step that only prepares or tidies up. */
export interface Telling {
  kind: CaseEventKind;
  changes: FieldChange[];
  reason: string | null;
  movedWith?: string;
}

/**
 * One step of an operation: one commit on one case. `change` answers undefined when the step was done already.
 * @throws Failure `not-found`, or whatever `change` throws
 */
export async function step(
  deps: LifecycleDeps,
  { opId, actor }: Step,
  caseId: string,
  name: string,
  change: (
    before: SupportCase,
    at: string,
    tx: CaseTransaction,
  ) => Promise<{ value: SupportCase; tell?: Telling } | undefined>,
): Promise<void> {
  await deps.store.transact(caseId, `${opId}|${name}`, async (tx) => {
    const found = await tx.case(caseId);
    if (found === undefined) throw noSuchCase(caseId);
    const at = deps.clock.now();
    const changed = await change(found.value, at, tx);
    if (changed === undefined) return;
    const tell = changed.tell ?? { kind: 'operation.step' as const, changes: [], reason: null };
    tx.putCase(changed.value);
    tx.record({ ...tell, caseId, at, actor, messageId: null, mail: null });
  });
}

/** A step that is told to people, and done once however often it is tried. */
export function toldStep(
  deps: LifecycleDeps,
  by: Step,
  caseId: string,
  name: string,
  change: (
    before: SupportCase,
    at: string,
    tx: CaseTransaction,
  ) => Promise<{ changed: Changed } & Omit<Telling, 'changes'>>,
): Promise<void> {
  const receiptKey = deps.ids.derived('operation', by.opId, name);
  return step(deps, by, caseId, name, async (before, at, tx) => {
    if ((await tx.receipt(receiptKey)) !== undefined) return undefined;
    tx.putReceipt(receiptKey, { requestHash: by.opId, caseId });
    const { changed, ...tell } = await change(before, at, tx);
    return { value: changed.value, tell: { ...tell, changes: changed.changes } };
  });
}

/** What shows on the case as it stands in the transaction. Bodies may be missing. */
export async function shownOn(
  deps: Pick<LifecycleDeps, 'store'>,
  tx: CaseTransaction,
  value: SupportCase,
): Promise<CaseMessage[]> {
  const own = (await tx.ownMessages(value.id)).filter(showsAtHome);
  return [...own, ...(await deps.store.messagesFromElsewhere(value))];
}

/** Counts anew what shows on the case that this one was merged into, at the end of the chain, if it was. */
export async function countRoot(deps: LifecycleDeps, by: Step, caseId: string): Promise<void> {
  const root = await rootOf(deps, caseId);
  if (root.id === caseId) return;
  await step(deps, by, root.id, 'count', async (before, _at, tx) => {
    const messageCount = before.mergedInto === null ? (await shownOn(deps, tx, before)).length : 0;
    return messageCount === before.messageCount ? undefined : { value: { ...before, messageCount } };
  });
}

/** The case on which the messages of this one show: itself, or where its merges lead. @throws Failure `not-found` */
export async function rootOf(deps: Pick<LifecycleDeps, 'store'>, caseId: string): Promise<SupportCase> {
  for (let id = caseId; ; ) {
    const found = await deps.store.get(id);
    if (found === undefined) throw noSuchCase(id);
    if (found.value.mergedInto === null) return found.value;
    id = found.value.mergedInto;
  }
}
