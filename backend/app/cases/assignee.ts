import type { Actor } from '../../domain/access/actor.ts';
import { Failure } from '../../domain/failure.ts';
import type { CaseDeps } from './deps.ts';

/** Agent id for an id, `me` or null. @throws Failure `invalid` for somebody who does not work here */
export async function assigneeOf(
  deps: Pick<CaseDeps, 'directory'>,
  actor: Actor,
  assignee: string | null,
): Promise<string | null> {
  if (assignee === null) return null;
  const id = assignee === 'me' ? actor.id : assignee;
  // Whoever signed in with a role works here, even before an administrator has listed them.
  if (id === actor.id && actor.role !== null) return id;
  if ((await deps.directory.agent(id)) !== undefined) return id;
  throw new Failure('invalid', 'That person does not work here.', {
    faults: [{ path: 'assignee', message: 'is not the id of an agent' }],
  });
}
