import type { Actor } from '../../domain/access/actor.ts';
import type { Versioned } from '../../domain/case/case.ts';
import { Failure } from '../../domain/failure.ts';
import type { Clock, Ids } from '../../ports/system.ts';
import type { SavedView, Views } from '../../ports/views.ts';
import type { Idempotency } from '../cases/case-use-cases.ts';

export type ViewFields = Pick<SavedView, 'name' | 'shared' | 'query'>;

/** Named filters of the case list, for oneself or for everybody. */
export interface ViewUseCases {
  /** The caller's own and the shared ones, by name. */
  listViews(actor: Actor): Promise<Versioned<SavedView>[]>;
  createView(actor: Actor, fields: ViewFields, idempotency?: Idempotency): Promise<Versioned<SavedView>>;
  /** @throws Failure `stale`, `forbidden` for somebody else's, `not-found` for a private one of somebody else */
  changeView(actor: Actor, id: string, fields: ViewFields, ifMatch: string | undefined): Promise<Versioned<SavedView>>;
  deleteView(actor: Actor, id: string, ifMatch: string | undefined): Promise<Versioned<SavedView>>;
}

export function bindViews({ views, clock, ids }: { views: Views; clock: Clock; ids: Ids }): ViewUseCases {
  async function mine(actor: Actor, id: string): Promise<Versioned<SavedView>> {
    const found = await views.get(id);
    if (found === undefined || !maySee(actor, found.value)) throw new Failure('not-found', 'There is no such view.');
    const may = found.value.ownerId === actor.id || actor.role === 'manager' || actor.role === 'admin';
    if (!may) throw new Failure('forbidden', 'Only its owner or a manager changes a shared view.');
    return found;
  }
  return {
    async listViews(actor) {
      const seen = (await views.all()).filter(({ value }) => maySee(actor, value));
      return seen.sort((a, b) => (a.value.name < b.value.name ? -1 : 1));
    },
    async createView(actor, fields, idempotency) {
      const now = clock.now();
      const id = idempotency ? ids.derived('view', actor.id, idempotency.key) : ids.caseId();
      const made = idempotency && (await views.get(id));
      if (made !== undefined) return made;
      return views.put({ ...fields, id, ownerId: actor.id, createdAt: now, updatedAt: now }, null);
    },
    async changeView(actor, id, fields, ifMatch) {
      const found = await mine(actor, id);
      return views.put({ ...found.value, ...fields, updatedAt: clock.now() }, ifMatch ?? found.etag);
    },
    async deleteView(actor, id, ifMatch) {
      const found = await mine(actor, id);
      await views.remove(id, ifMatch ?? found.etag);
      return found;
    },
  };
}

function maySee(actor: Actor, view: SavedView): boolean {
  return view.shared || view.ownerId === actor.id;
}
