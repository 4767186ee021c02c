import type { Actor } from '../../domain/access/actor.ts';
import { isFailure } from '../../domain/failure.ts';
import type { BulkRecord } from '../../ports/bulk-runs.ts';
import type { Ids } from '../../ports/system.ts';
import type { CaseUseCases } from '../cases/case-use-cases.ts';
import type { LifecycleUseCases } from '../lifecycle/lifecycle-use-cases.ts';

export interface ActDeps {
  app: Pick<CaseUseCases, 'getCase' | 'editCase' | 'changeStatus' | 'assignCase'> &
    Pick<LifecycleUseCases, 'mergeCase' | 'undoOnce'>;
  ids: Ids;
}

/** Does to a case what a run is about, once however often it is tried. Answers the version after. @throws Failure */
export async function actOnCase(
  { app, ids }: ActDeps,
  { id, actor, action }: Pick<BulkRecord, 'id' | 'actor' | 'action'>,
  ref: string,
): Promise<string> {
  const once = onceOf(ids, id, ref);
  const retag = (change: (tags: string[]) => string[]) => changeTags(app, actor, ref, change, once);
  switch (action.action) {
    case 'set_status':
      return (await app.changeStatus(actor, ref, action, undefined, once)).etag;
    case 'assign':
      return (await app.assignCase(actor, ref, action, undefined, once)).etag;
    case 'set_priority':
      return (await app.editCase(actor, ref, { priority: action.priority }, undefined, once)).etag;
    case 'merge':
      return (await app.mergeCase(actor, ref, action.into, undefined, once)).etag;
    case 'add_tags':
      return retag((tags) => [...new Set([...tags, ...action.tags])]);
    case 'remove_tags':
      return retag((tags) => tags.filter((tag) => !action.tags.includes(tag)));
    case 'undo':
      return (await app.undoOnce(actor, ref, onceOf(ids, action.run, ref))).etag;
  }
}

/** What a run does to a case is known by this name. */
function onceOf(ids: Ids, run: string, ref: string): string {
  return ids.derived('bulk', run, ref);
}

/** Somebody may change the tags meanwhile; then they are read anew. */
async function changeTags(
  app: ActDeps['app'],
  actor: Actor,
  ref: string,
  change: (tags: string[]) => string[],
  once: string,
): Promise<string> {
  for (let attempt = 0; ; attempt++) {
    const { value, etag } = await app.getCase(ref);
    try {
      return (await app.editCase(actor, ref, { tags: change(value.tags) }, etag, once)).etag;
    } catch (error) {
      if (!isFailure(error, 'stale') || attempt >= 5) throw error;
    }
  }
}
