import type { SetupUseCases } from '../../app/setup/setup-use-cases.ts';
import type { ApiHandlers } from './api-handlers.ts';

type SetupRoutes = Pick<ApiHandlers, 'readSetup' | 'markSetup' | 'loadSamples' | 'removeSamples'>;

export function setupRoutes(app: SetupUseCases): SetupRoutes {
  return {
    readSetup: async () => ({ body: await app.readSetup() }),
    markSetup: async ({ body }) => ({ body: await app.markSetup(body.done) }),
    loadSamples: async ({ actor }) => ({ body: await app.loadSamples(actor) }),
    removeSamples: async ({ actor }) => ({ body: await app.removeSamples(actor) }),
  };
}
