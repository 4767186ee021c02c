import type { Actor } from '../../domain/access/actor.ts';
import type { SupportCase } from '../../domain/case/case.ts';
import { Failure, isFailure } from '../../domain/failure.ts';
import { isOurs } from '../../domain/mail/our-addresses.ts';
import type { TaskEdit } from '../../domain/task/change.ts';
import type { TaskIndex } from '../../ports/task-index.ts';
import { assigneeOf } from '../cases/assignee.ts';
import type { TaskDeps } from './deps.ts';

/**
 * What an edit refers to must be there: the owner works here, the tasks it waits for exist and do not wait for it.
 * @param taskId the task itself, or null for one to be made
 * @returns the edit with ids in place of words, and instants in UTC @throws Failure `invalid`
 */
export async function checkTask(
  deps: Pick<TaskDeps, 'tasks' | 'directory' | 'ourMailboxes'>,
  actor: Actor,
  taskId: string | null,
  edit: TaskEdit,
  forCase: Pick<SupportCase, 'customer'> | null,
): Promise<TaskEdit> {
  const checked: TaskEdit = Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined));
  if (edit.owner !== undefined) checked.owner = await ownerOf(deps, actor, edit.owner);
  if (edit.ownerEmail) checked.ownerEmail = await outsiderOf(deps, edit.ownerEmail, forCase);
  if (edit.dueAt) checked.dueAt = new Date(edit.dueAt).toISOString();
  if (edit.blockedBy !== undefined) checked.blockedBy = blockersOf(deps, taskId, edit.blockedBy);
  return checked;
}

async function ownerOf(deps: Pick<TaskDeps, 'directory'>, actor: Actor, owner: string | null): Promise<string | null> {
  try {
    return await assigneeOf(deps, actor, owner);
  } catch (error) {
    if (!isFailure(error, 'invalid')) throw error;
    throw fault('owner', 'is not the id of an agent');
  }
}

/** Mail to ourselves would come back to us, people who work here have the task itself, and customers are answered. */
async function outsiderOf(
  { directory, ourMailboxes }: Pick<TaskDeps, 'directory' | 'ourMailboxes'>,
  address: string,
  forCase: Pick<SupportCase, 'customer'> | null,
): Promise<string> {
  const email = address.trim().toLowerCase();
  if (isOurs(email, ourMailboxes)) throw fault('ownerEmail', 'is one of our own mailboxes');
  if ((await directory.agents()).some((agent) => agent.email.toLowerCase() === email)) {
    throw fault('ownerEmail', 'works here: name them as the owner');
  }
  if (forCase?.customer.email.toLowerCase() === email)
    throw fault('ownerEmail', 'is the customer: answer them instead');
  return email;
}

function blockersOf({ tasks }: Pick<TaskDeps, 'tasks'>, taskId: string | null, blockedBy: string[]): string[] {
  const unique = [...new Set(blockedBy)];
  for (const [i, id] of unique.entries()) {
    if (tasks.get(id) === undefined) throw fault(`blockedBy.${i}`, 'is not the id of a task');
    if (taskId !== null && waitsFor(tasks, id, taskId)) throw fault(`blockedBy.${i}`, 'waits for this task itself');
  }
  return unique;
}

/** Whether a task cannot be done before another one. */
function waitsFor(tasks: Pick<TaskIndex, 'get'>, taskId: string, target: string): boolean {
  const seen = new Set<string>();
  for (const at = [taskId]; at.length > 0; ) {
    const id = at.pop() ?? '';
    if (id === target) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    at.push(...(tasks.get(id)?.value.blockedBy ?? []));
  }
  return false;
}

/** Whether a task has come to wait for itself, because somebody made another one wait for it in the same moment. */
export function waitsForItself(tasks: Pick<TaskIndex, 'get'>, taskId: string): boolean {
  const blockers = tasks.get(taskId)?.value.blockedBy ?? [];
  return blockers.some((id) => waitsFor(tasks, id, taskId));
}

function fault(path: string, message: string): Failure {
  return new Failure('invalid', 'Some fields of the task are not valid.', { faults: [{ path, message }] });
}
