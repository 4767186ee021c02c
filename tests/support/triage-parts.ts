import { createLocalAnalyst } from '../../backend/adapters/local-analyst/local-analyst.ts';
import { workerTrainer } from '../../backend/adapters/local-analyst/worker-trainer.ts';
import { TableAiRetries } from '../../backend/adapters/store/ai-retries.ts';
import { TableAiSpending } from '../../backend/adapters/store/ai-spending.ts';
import { TableKnowledgeStore } from '../../backend/adapters/store/knowledge-store.ts';
import { TableLearnedModels } from '../../backend/adapters/store/learned-models.ts';
import { Library } from '../../backend/app/knowledge/library.ts';
import type { TriageDeps } from '../../backend/app/triage/deps.ts';
import { TriageSettingsReader } from '../../backend/app/triage/triage-settings.ts';
import type { SettingsStore } from '../../backend/ports/settings.ts';
import type { Clock } from '../../backend/ports/system.ts';
import type { TableBackend } from '../../backend/ports/table-backend.ts';
import { MemoryBlobs } from '../fakes/memory-blobs.ts';

/** What the analyst's use cases need, without a language model. */
export function triageParts(backend: TableBackend, settings: SettingsStore, clock: Clock): TriageDeps {
  const knowledge = new TableKnowledgeStore(backend);
  return {
    knowledge,
    engine: createLocalAnalyst(),
    trainer: workerTrainer,
    learned: new TableLearnedModels(backend, new MemoryBlobs()),
    library: new Library(knowledge, clock),
    questions: null,
    spending: new TableAiSpending(backend),
    retries: new TableAiRetries(backend),
    triageSettings: new TriageSettingsReader(settings, clock),
    dailyTokenLimit: null,
  };
}
