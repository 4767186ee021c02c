import type { Actor } from '../../domain/access/actor.ts';
import type { CaseEvent, SupportCase } from '../../domain/case/case.ts';
import { homeOf } from '../../domain/case/move.ts';
import {
  actionNamed,
  changedSince,
  lastActionOf,
  notUndoable,
  undoChange,
  undoOpId,
  wasUndone,
} from '../../domain/case/undo.ts';
import { Failure } from '../../domain/failure.ts';
import type { VersionedCase } from '../cases/case-use-cases.ts';
import { changeOperation, changeStatus } from '../cases/change-case.ts';
import { getCase, mustFind } from '../cases/find-case.ts';
import { carryOut } from './carry-out.ts';
import type { LifecycleDeps } from './deps.ts';
import { mustStillBe, unmergeCase } from './merge-cases.ts';

/**
 * Takes back the caller's last action on a case: a change of fields, status or assignee, a merge, a move of messages, a
 * split, or a link. @throws Failure `conflict`, with what differs, when anything came after it; `stale`, `not-found`
 */
export async function undoLast(
  deps: LifecycleDeps,
  actor: Actor,
  ref: string,
  ifMatch?: string,
): Promise<VersionedCase> {
  const found = await getCase(deps, ref);
  mustStillBe(found, ifMatch);
  const history = await deps.store.history(found.value.id);
  const { event, since } = lastActionOf(history, actor.id);
  if (event === undefined) throw new Failure('conflict', 'You have done nothing on this case that could be undone.');
  mustBeLatest(since, found.value);
  await undo(deps, actor, found.value, event, history);
  return mustFind(deps, found.value.id);
}

/**
 * Takes back what was done `once` to a case. Doing it again changes nothing, nor where nothing was done.
 * @throws Failure `conflict`, with what differs, when anything came after it; `not-found`
 */
export async function undoOnce(deps: LifecycleDeps, actor: Actor, ref: string, once: string): Promise<VersionedCase> {
  const found = await getCase(deps, ref);
  const { value } = found;
  const history = await deps.store.history(value.id);
  const { event, since } = actionNamed(history, [changeOperation(once), `${once}|point`]);
  if (event === undefined || wasUndone(event, history)) return found;
  if (event.kind === 'case.merged' && value.beforeMerge?.opId !== once) return found;
  mustBeLatest(since, value);
  await undo(deps, actor, value, event, history);
  return mustFind(deps, value.id);
}

function mustBeLatest(since: readonly CaseEvent[], now: SupportCase): void {
  if (since.length === 0) return;
  const differences = changedSince(since, now);
  throw new Failure('conflict', 'Something else has happened on this case since.', { differences });
}

async function undo(
  deps: LifecycleDeps,
  actor: Actor,
  value: SupportCase,
  event: CaseEvent,
  history: readonly CaseEvent[],
): Promise<void> {
  switch (event.kind) {
    case 'case.changed':
      return undoFields(deps, actor, value.id, event, history);
    case 'case.merged':
      await unmergeCase(deps, actor, value.id);
      return;
    case 'message.moved':
      return moveBack(deps, actor, value, event);
    case 'case.linked':
      return undoLinks(deps, actor, value.id, event);
    default:
      throw notUndoable();
  }
}

async function undoFields(
  deps: LifecycleDeps,
  actor: Actor,
  caseId: string,
  event: CaseEvent,
  history: readonly CaseEvent[],
): Promise<void> {
  const earlier = history.filter((one) => one.seq < event.seq);
  await deps.store.transact(caseId, undoOpId(event), async (tx) => {
    const found = await tx.case(caseId);
    if (found === undefined) throw notUndoable();
    const at = deps.clock.now();
    const { value, changes } = undoChange(found.value, event, earlier, at);
    tx.putCase(value);
    const reason = 'Undone.';
    tx.record({ kind: 'case.changed', caseId, at, actor, changes, messageId: null, mail: null, reason });
  });
}

/** The messages of one move, wherever it was asked for: on the case they left or on the one they came to. */
async function moveBack(deps: LifecycleDeps, actor: Actor, value: SupportCase, event: CaseEvent): Promise<void> {
  const [opId = ''] = event.opId.split('|');
  const other = event.movedWith;
  if (other === undefined) throw notUndoable();
  const [from, to] = event.opId.endsWith('|leave') ? [other, value.id] : [value.id, other];
  const moved = (await deps.store.messages(from)).filter((message) => message.movedTo?.opId === opId);
  if (moved.length === 0) throw notUndoable();
  const messages = moved.map((message) => ({ home: homeOf(message), movedBy: opId }));
  await carryOut(deps, actor, { kind: 'move', from, to, messages, opening: null });
  const { value: left } = await mustFind(deps, from);
  if (left.messageCount > 0 || !left.linked.some((link) => link.kind === 'split_from' && link.caseId === to)) return;
  await carryOut(deps, actor, { kind: 'unlink', from, to });
  await changeStatus(deps, actor, from, { status: 'closed', reason: 'The split was undone.' });
}

async function undoLinks(deps: LifecycleDeps, actor: Actor, caseId: string, event: CaseEvent): Promise<void> {
  const [change] = event.changes;
  if (change === undefined) throw notUndoable();
  const [before, after] = [change.from, change.to] as SupportCase['linked'][];
  const key = (link: SupportCase['linked'][number]) => `${link.caseId} ${link.kind}`;
  const missing = (these: SupportCase['linked'] = [], from: SupportCase['linked'] = []) =>
    these.filter((link) => !from.some((one) => key(one) === key(link)));
  for (const { caseId: to } of missing(after, before))
    await carryOut(deps, actor, { kind: 'unlink', from: caseId, to });
  for (const { caseId: to, kind } of missing(before, after)) {
    await carryOut(deps, actor, { kind: 'link', from: caseId, to, link: kind });
  }
}
