import type { AiRetries } from '../../ports/ai-retries.ts';
import type { AiSpending } from '../../ports/ai-spending.ts';
import type { KnowledgeStore } from '../../ports/knowledge.ts';
import type { Library } from '../knowledge/library.ts';
import type { PaidQuestions } from './paid-question.ts';
import type { TriageSettingsReader } from './triage-settings.ts';

export interface TriageDeps {
  /** Null where no language model is set up. */
  questions: PaidQuestions | null;
  spending: AiSpending;
  retries: AiRetries;
  triageSettings: TriageSettingsReader;
  dailyTokenLimit: number | null;
  knowledge: KnowledgeStore;
  library: Library;
}
