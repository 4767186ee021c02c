import type { PresenceUseCases } from '../../app/presence/presence-use-cases.ts';
import type { ApiHandlers } from './api-handlers.ts';

export function presenceRoutes(app: PresenceUseCases): Pick<ApiHandlers, 'casePresence' | 'bePresent'> {
  return {
    casePresence: async ({ params }) => ({ body: await app.casePresence(params.id) }),
    bePresent: async ({ actor, params, body }) => ({ body: await app.bePresent(actor, params.id, body) }),
  };
}
