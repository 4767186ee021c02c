import type { WorkspaceUseCases } from '../../app/views/workspace-use-cases.ts';
import { Failure, isFailure } from '../../domain/failure.ts';
import { versionToMatch } from '../entity-tags.ts';
import type { ApiHandlers } from './api-handlers.ts';

export function workspaceRoutes(app: WorkspaceUseCases): Pick<ApiHandlers, 'readWorkspace' | 'writeWorkspace'> {
  return {
    async readWorkspace({ actor }) {
      const { value, etag } = await app.readWorkspace(actor);
      return { body: value, etag };
    },
    async writeWorkspace({ actor, body, ifMatch }) {
      const present = async () => (await app.readWorkspace(actor)).etag;
      const version = (await versionToMatch(ifMatch, present)) ?? (await present());
      try {
        const { value, etag } = await app.writeWorkspace(actor, body, version);
        return { body: value, etag };
      } catch (error) {
        if (!isFailure(error, 'stale')) throw error;
        const { value, etag } = await app.readWorkspace(actor);
        throw new Failure('stale', error.message, { current: { ...value, etag }, cause: error });
      }
    },
  };
}
