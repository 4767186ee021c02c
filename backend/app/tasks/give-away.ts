import type { Actor } from '../../domain/access/actor.ts';
import type { SupportCase } from '../../domain/case/case.ts';
import { Failure } from '../../domain/failure.ts';
import { isDone } from '../../domain/task/change.ts';
import { asksContractor, leavesContractor, withAssignment } from '../../domain/task/contractor.ts';
import type { Task } from '../../domain/task/task.ts';
import type { CaseTransaction } from '../../ports/case-store.ts';
import { noSuchCase } from '../cases/find-case.ts';
import { type Asking, ask, prepareAsking, takeBack } from './ask-contractor.ts';
import type { TaskDeps } from './deps.ts';
import { type TaskWrite, writeTasks } from './write-task.ts';

/** What a mail to somebody outside would be made of; null when the change gives the task to nobody outside. */
export async function askingFor(
  deps: TaskDeps,
  actor: Actor,
  forCase: SupportCase | null,
  ownerEmail: string | null | undefined,
  share: readonly string[],
): Promise<Asking | null> {
  if (forCase !== null && ownerEmail) return prepareAsking(deps, actor, forCase, share);
  if (share.length === 0) return null;
  const faults = [{ path: 'share', message: 'goes with an ownerEmail, on a task of a case' }];
  throw new Failure('invalid', 'Mails are passed on to whoever outside is given the task.', { faults });
}

interface Giving {
  actor: Actor;
  at: string;
  asking: Asking | null;
}

/** Writes a change of a task with the mails that follow from it: who no longer has it is not asked, who now has it is. */
export async function giveAway(
  deps: TaskDeps,
  tx: CaseTransaction,
  { actor, at, asking }: Giving,
  { kind, was, is, changes = [] }: Omit<TaskWrite, 'changes'> & Partial<Pick<TaskWrite, 'changes'>>,
): Promise<void> {
  const home = (is ?? was)?.caseId ?? null;
  const before = was && (await notAsked(tx, actor, at, was, is));
  const after = is && (before?.gone ? withAssignment(is, null) : is);
  const asked = after && asking !== null && asksContractor(was, after) ? await asks(deps, tx, asking, after) : after;
  const messages = (asked === after ? 0 : 1) - (before?.takenBack ? 1 : 0);
  await writeTasks(tx, actor, at, home, [{ kind, was, is: asked, changes }], messages);
}

/** What becomes of the mail that asked for the task when it is taken from them, or done before they were asked. */
async function notAsked(tx: CaseTransaction, actor: Actor, at: string, was: Task, is: Task | undefined) {
  const left = leavesContractor(was, is);
  const pointless = left || (is !== undefined && isDone(is));
  const takenBack = pointless && (await takeBack(tx, actor, at, was));
  return { takenBack, gone: left || takenBack };
}

async function asks(deps: TaskDeps, tx: CaseTransaction, asking: Asking, task: Task): Promise<Task> {
  const found = task.caseId === null ? undefined : await tx.case(task.caseId);
  if (found === undefined) throw noSuchCase(task.caseId ?? '');
  return ask(deps, tx, asking, task, found.value);
}
