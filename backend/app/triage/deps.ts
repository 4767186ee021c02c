import type { AiRetries } from '../../ports/ai-retries.ts';
import type { AiSpending } from '../../ports/ai-spending.ts';
import type { KnowledgeStore } from '../../ports/knowledge.ts';
import type { Library } from '../knowledge/library.ts';
import type { LearningDeps } from './learn-from-people.ts';
import type { PaidQuestions } from './paid-question.ts';

export interface TriageDeps extends LearningDeps {
  /** Null where no language model is set up. */
  questions: PaidQuestions | null;
  spending: AiSpending;
  retries: AiRetries;
  dailyTokenLimit: number | null;
  knowledge: KnowledgeStore;
  library: Library;
}
