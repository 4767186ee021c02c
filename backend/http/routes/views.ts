import type { ViewUseCases } from '../../app/views/view-use-cases.ts';
import type { View } from '../../contracts/view.ts';
import type { Actor } from '../../domain/access/actor.ts';
import type { Versioned } from '../../domain/case/case.ts';
import { Failure, isFailure } from '../../domain/failure.ts';
import type { SavedView } from '../../ports/views.ts';
import type { Answer } from '../call.ts';
import { type IfMatch, versionToMatch } from '../entity-tags.ts';
import type { ApiHandlers } from './api-handlers.ts';

export function viewRoutes(
  app: ViewUseCases,
): Pick<ApiHandlers, 'listViews' | 'createView' | 'replaceView' | 'deleteView'> {
  const versionOf = (actor: Actor, id: string) => async () =>
    (await app.listViews(actor)).find(({ value }) => value.id === id)?.etag ?? '';
  return {
    listViews: async ({ actor }) => {
      const items = (await app.listViews(actor)).map(presentView);
      return { body: { items, total: items.length } };
    },
    createView: async ({ actor, body, idempotency }) => ({
      ...answer(await app.createView(actor, body, idempotency)),
      status: 201,
    }),
    replaceView: ({ actor, params, body, ifMatch }) =>
      changed(versionOf(actor, params.id), ifMatch, (version) => app.changeView(actor, params.id, body, version)),
    deleteView: ({ actor, params, ifMatch }) =>
      changed(versionOf(actor, params.id), ifMatch, (version) => app.deleteView(actor, params.id, version)),
  };
}

async function changed(
  present: () => Promise<string>,
  ifMatch: IfMatch | undefined,
  change: (version: string | undefined) => Promise<Versioned<SavedView>>,
): Promise<Answer<View>> {
  try {
    return answer(await change(await versionToMatch(ifMatch, present)));
  } catch (error) {
    if (!isFailure(error, 'stale') || error.current === undefined) throw error;
    const current = presentView(error.current as Versioned<SavedView>);
    throw new Failure('stale', error.message, { current, cause: error });
  }
}

function answer(view: Versioned<SavedView>): Answer<View> {
  return { body: presentView(view), etag: view.etag };
}

function presentView({ value, etag }: Versioned<SavedView>): View {
  const { id, name, shared, ownerId, query, createdAt, updatedAt } = value;
  return { id, name, shared, owner: ownerId, query, createdAt, updatedAt, etag };
}
