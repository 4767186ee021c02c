import type { ThreadUseCases } from '../../app/triage/read-thread.ts';
import type { ApiHandlers } from './api-handlers.ts';

export function threadRoutes(app: ThreadUseCases): Pick<ApiHandlers, 'summariseThread' | 'translateMessage'> {
  return {
    summariseThread: async ({ params, body }) => {
      const { happened, open, promised, engine, engineReason } = await app.summariseThread(params.id, body.language);
      return { body: { happened, open, promised, engine, ...(engineReason !== undefined && { engineReason }) } };
    },
    translateMessage: async ({ params, body }) => {
      const { text, from, language } = await app.translateMessage(params.id, body.messageId, body.language);
      return { body: { text, from, language } };
    },
  };
}
