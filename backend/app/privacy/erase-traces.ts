import type { Actor } from '../../domain/access/actor.ts';
import type { CaseMessage } from '../../domain/case/case.ts';
import { type Erasing, erased, hasTraces, type Trace } from '../../domain/privacy/erased.ts';
import type { CaseStore, CaseTransaction } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/system.ts';
import type { Traces } from '../../ports/traces.ts';

export interface EraseDeps {
  store: CaseStore;
  traces: Traces;
  clock: Clock;
}

/** Who erases, by which operation, and the sentence of the case's history. */
export interface ErasedBy {
  opId: string;
  actor: Actor;
  reason: string;
}

/** Few, because each may come to two rows of a commit. */
const tracesInCommit = 25;

/**
 * Erases from one case, its row last, so that a crash before is found again by it. Running it again finishes what a crash
 * left, and adds nothing where nothing is left. Answers what was changed.
 */
export async function eraseFromCase(deps: EraseDeps, caseId: string, how: Erasing, by: ErasedBy): Promise<Trace[]> {
  const found = (await deps.traces.ofCase(caseId)).filter((trace) => hasTraces(trace, how));
  if (found.length === 0) return [];
  await eraseTraces(
    deps,
    caseId,
    found.filter(({ kind }) => kind !== 'case'),
    how,
    by,
  );
  await deps.store.transact(caseId, `${by.opId}|${caseId}`, async (tx) => {
    const current = await tx.case(caseId);
    if (current === undefined) return;
    const { value } = erased({ kind: 'case', value: current.value }, how);
    tx.putCase(value);
    const { actor, reason } = by;
    const entry = { kind: 'case.erased' as const, caseId, at: deps.clock.now(), actor, changes: [] };
    tx.record({ ...entry, messageId: null, mail: null, reason });
  });
  return found;
}

/** Erases things of one shard, a few in a commit. @param route any id that lies on the shard */
export async function eraseTraces(
  deps: EraseDeps,
  route: string,
  traces: readonly Trace[],
  how: Erasing,
  { opId, actor }: ErasedBy,
): Promise<void> {
  for (let from = 0; from < traces.length; from += tracesInCommit) {
    const some = traces.slice(from, from + tracesInCommit);
    await deps.store.transact(route, `${opId}|${route}|${from}`, async (tx) => {
      const at = deps.clock.now();
      let touched = false;
      for (const trace of some) touched = (await rewrite(tx, trace, how, { actor, at })) || touched;
      if (!touched) return;
      const entry = { kind: 'operation.step' as const, caseId: null, at, actor, changes: [] };
      tx.record({ ...entry, messageId: null, mail: null, reason: null });
    });
  }
}

/** Reads anew, so that what others wrote meanwhile is erased rather than lost. */
async function rewrite(
  tx: CaseTransaction,
  trace: Trace,
  how: Erasing,
  { actor, at }: { actor: Actor; at: string },
): Promise<boolean> {
  const now = await currentOf(tx, trace);
  if (now === undefined || !hasTraces(now, how)) return false;
  const after = erased(now, how);
  const entry = { at, actor, changes: [], messageId: null, mail: null, reason: null };
  switch (after.kind) {
    case 'message':
      tx.rewriteMessage(after.value);
      break;
    case 'event':
      await tx.rewriteEvent(after.value);
      break;
    case 'task':
      tx.putTask(after.value);
      tx.record({ ...entry, kind: 'task.changed', caseId: after.value.caseId, task: after.value });
      break;
    case 'fate': {
      const { mailKey, outcome } = after.value;
      tx.amendFate(after.value);
      tx.record({ ...entry, kind: 'mail.erased', caseId: null, mail: { mailKey, outcome } });
      break;
    }
    case 'outgoing':
      tx.putOutgoing(after.value);
      break;
    case 'case':
      return false;
  }
  return true;
}

async function currentOf(tx: CaseTransaction, trace: Trace): Promise<Trace | undefined> {
  switch (trace.kind) {
    case 'case': {
      const found = await tx.case(trace.value.id);
      return found && { kind: 'case', value: found.value };
    }
    case 'message':
      return wrap('message', await tx.message(trace.value));
    case 'event':
      return wrap('event', await tx.event(trace.value.seq));
    case 'task':
      return wrap('task', (await tx.task(trace.value))?.value);
    case 'fate':
      return wrap('fate', await tx.fate(trace.value.mailKey));
    case 'outgoing':
      return wrap('outgoing', await tx.outgoing(trace.value));
  }
}

function wrap<K extends Trace['kind']>(kind: K, value: Extract<Trace, { kind: K }>['value'] | undefined) {
  return value === undefined ? undefined : ({ kind, value } as Trace);
}

/** Files that go with a message when it goes whole. */
export function filesGone(before: CaseMessage, how: Erasing): CaseMessage['attachments'] {
  return erased({ kind: 'message', value: before }, how).value.attachments.length === 0 ? before.attachments : [];
}
