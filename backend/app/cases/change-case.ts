import type { Actor } from '../../domain/access/actor.ts';
import type { SupportCase } from '../../domain/case/case.ts';
import { assignTo, type Changed, editFields, isCurrent, moveToStatus } from '../../domain/case/change.ts';
import { Failure } from '../../domain/failure.ts';
import type { Instant } from '../../domain/mail/mail.ts';
import type { CaseStatus } from '../../domain/vocabulary.ts';
import { assigneeOf } from './assignee.ts';
import type { CaseEdit, VersionedCase } from './case-use-cases.ts';
import type { CaseDeps } from './deps.ts';
import { caseIdOf, noSuchCase } from './find-case.ts';
import { mustNotBeMerged } from './merged.ts';

/**
 * Changes one case in one commit. When `ifMatch` is given and is no longer the case's version nothing happens, and the
 * failure carries the case as it stands. A change that changes nothing writes nothing; nor does a second one called `once`.
 */
export async function changeCase(
  deps: CaseDeps,
  actor: Actor,
  ref: string,
  ifMatch: string | undefined,
  reason: string | null,
  change: (before: SupportCase, at: Instant) => Changed,
  once?: string,
): Promise<VersionedCase> {
  const caseId = caseIdOf(deps, ref);
  const receiptKey = once && deps.ids.derived('once', once, caseId);
  await deps.store.transact(caseId, changeOperation(once ?? deps.ids.secret()), async (tx) => {
    const found = await tx.case(caseId);
    if (found === undefined) throw noSuchCase(ref);
    if (receiptKey !== undefined && (await tx.receipt(receiptKey)) !== undefined) return;
    if (ifMatch !== undefined && !isCurrent(found.value, found.etag, ifMatch)) {
      throw new Failure('stale', 'Somebody changed the case meanwhile.', { current: found });
    }
    mustNotBeMerged(found.value);
    const at = deps.clock.now();
    const { value, changes } = change(found.value, at);
    if (changes.length === 0) return;
    tx.putCase(value);
    if (receiptKey !== undefined) tx.putReceipt(receiptKey, { requestHash: '', caseId });
    tx.record({ kind: 'case.changed', caseId, at, actor, changes, messageId: null, mail: null, reason });
  });
  const after = await deps.store.get(caseId);
  if (after === undefined) throw noSuchCase(ref);
  return after;
}

/** @throws Failure `stale` with the present case, `not-found`, `invalid` for an unknown assignee */
export async function editCase(
  deps: CaseDeps,
  actor: Actor,
  ref: string,
  edit: CaseEdit,
  ifMatch?: string,
  once?: string,
): Promise<VersionedCase> {
  const { assignee, team, ...rest } = edit;
  const fields = definedOf(rest);
  const person = assignee === undefined ? undefined : await assigneeOf(deps, actor, assignee);
  const change = (before: SupportCase, at: Instant) => {
    const edited = editFields(before, { ...fields, ...(team !== undefined && { team }) }, at);
    if (person === undefined || person === before.assignee) return edited;
    const assigned = assignTo(edited.value, person, undefined, at);
    return { value: assigned.value, changes: [...edited.changes, ...assigned.changes] };
  };
  return changeCase(deps, actor, ref, ifMatch, null, change, once);
}

/** @throws Failure `conflict` when the status may not follow the present one, `stale`, `not-found` */
export function changeStatus(
  deps: CaseDeps,
  actor: Actor,
  ref: string,
  to: { status: CaseStatus; reason?: string | undefined },
  ifMatch?: string,
  once?: string,
): Promise<VersionedCase> {
  const reason = to.reason?.trim() || null;
  const change = (before: SupportCase, at: Instant) => moveToStatus(before, to.status, at, reason);
  return changeCase(deps, actor, ref, ifMatch, reason, change, once);
}

/** @throws Failure `invalid` for somebody who does not work here, `stale`, `not-found` */
export async function assignCase(
  deps: CaseDeps,
  actor: Actor,
  ref: string,
  to: { assignee: string | null; team?: string | null | undefined },
  ifMatch?: string,
  once?: string,
): Promise<VersionedCase> {
  const assignee = await assigneeOf(deps, actor, to.assignee);
  const change = (before: SupportCase, at: Instant) => assignTo(before, assignee, to.team, at);
  return changeCase(deps, actor, ref, ifMatch, null, change, once);
}

/** How the log calls a change that was made `once`. */
export function changeOperation(once: string): string {
  return `change|${once}`;
}

function definedOf<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
