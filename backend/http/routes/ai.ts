import type { App } from '../../app/app.ts';
import type { LearningState } from '../../app/triage/triage-use-cases.ts';
import { AiDocument, type Learning, type Spent } from '../../contracts/ai.ts';
import type { Spent as StoredSpent } from '../../ports/ai-spending.ts';
import type { ApiHandlers } from './api-handlers.ts';
import { readDocument, writeDocument } from './settings.ts';

type AiRoutes = Pick<ApiHandlers, 'readAi' | 'writeAi' | 'aiUsage' | 'learningState' | 'learn'>;

export function aiRoutes(app: App): AiRoutes {
  return {
    readAi: () => readDocument(app, 'ai', AiDocument),
    writeAi: ({ actor, body, ifMatch }) => writeDocument(app, actor, 'ai', AiDocument, body, ifMatch),
    learningState: async () => ({ body: presentLearning(await app.learningState()) }),
    learn: async () => ({ body: presentLearning(await app.learnFromPeople()) }),
    aiUsage: async ({ query }) => {
      const usage = await app.aiUsage(query);
      return {
        body: {
          asOf: usage.asOf,
          dailyTokenLimit: usage.dailyTokenLimit,
          today: spentOf(usage.today),
          days: usage.days.map(spentOf),
          case: usage.case && spentOf(usage.case),
        },
      };
    },
  };
}

function presentLearning({ latest, inUse }: LearningState): Learning {
  return { latest: latest && { learnedAt: latest.learnedAt, figures: latest.figures }, inUse };
}

export function spentOf({ of, calls, input, output, costMicros, reserved }: StoredSpent): Spent {
  return { of, calls, input, output, cost: costMicros / 1_000_000, reserved };
}
