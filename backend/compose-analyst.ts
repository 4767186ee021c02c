import { createLocalAnalyst } from './adapters/local-analyst/local-analyst.ts';
import { workerTrainer } from './adapters/local-analyst/worker-trainer.ts';
import { createOpenAiModel } from './adapters/openai/openai-model.ts';
import { TableAiRetries } from './adapters/store/ai-retries.ts';
import { TableAiSpending } from './adapters/store/ai-spending.ts';
import { TableKnowledgeStore } from './adapters/store/knowledge-store.ts';
import { TableLearnedModels } from './adapters/store/learned-models.ts';
import { Library } from './app/knowledge/library.ts';
import { createAnalysisDesk } from './app/triage/analysis-desk.ts';
import type { TriageDeps } from './app/triage/deps.ts';
import { PaidQuestions } from './app/triage/paid-question.ts';
import { TriageSettingsReader } from './app/triage/triage-settings.ts';
import type { Config } from './config.ts';
import type { Analyst } from './ports/analyst.ts';
import type { Blobs } from './ports/blobs.ts';
import type { LanguageModel } from './ports/language-model.ts';
import type { SettingsStore } from './ports/settings.ts';
import type { Clock, Log } from './ports/system.ts';
import type { TableBackend } from './ports/table-backend.ts';

interface Surroundings {
  tables: TableBackend;
  blobs: Blobs;
  settings: SettingsStore;
  clock: Clock;
  log: Log;
}

export interface AnalystParts extends TriageDeps {
  analyst: Analyst;
}

/** Both engines, what they may spend, and the desk that everybody asks. */
export function openAnalyst(config: Config, { tables, blobs, settings, clock, log }: Surroundings): AnalystParts {
  const spending = new TableAiSpending(tables);
  const retries = new TableAiRetries(tables);
  const triageSettings = new TriageSettingsReader(settings, clock);
  const model = languageModel(config);
  const { dailyTokenLimit } = config;
  const questions = model === null ? null : new PaidQuestions({ model, spending, dailyTokenLimit, clock, log });
  const engine = createLocalAnalyst();
  const analyst = createAnalysisDesk({
    questions,
    local: engine,
    settings: triageSettings,
    retries,
    clock,
    log,
  });
  const knowledge = new TableKnowledgeStore(tables);
  return {
    analyst,
    engine,
    trainer: workerTrainer,
    learned: new TableLearnedModels(tables, blobs),
    knowledge,
    library: new Library(knowledge, clock),
    questions,
    spending,
    retries,
    triageSettings,
    dailyTokenLimit: model === null ? null : dailyTokenLimit,
  };
}

function languageModel({ openai, openaiTimeoutMs: timeoutMs }: Config): LanguageModel | null {
  if (openai === null) return null;
  const { apiKey, azure, baseUrl, model } = openai;
  return createOpenAiModel({
    apiKey,
    model,
    timeoutMs,
    ...(baseUrl !== null && { baseURL: baseUrl }),
    ...(azure !== null && { azure }),
  });
}
