import { TableAiRetries } from '../../backend/adapters/store/ai-retries.ts';
import { TableAiSpending } from '../../backend/adapters/store/ai-spending.ts';
import { TriageSettingsReader } from '../../backend/app/triage/triage-settings.ts';
import type { TriageDeps } from '../../backend/app/triage/triage-use-cases.ts';
import type { SettingsStore } from '../../backend/ports/settings.ts';
import type { Clock } from '../../backend/ports/system.ts';
import type { TableBackend } from '../../backend/ports/table-backend.ts';

/** What the analyst's use cases need, without a language model. */
export function triageParts(backend: TableBackend, settings: SettingsStore, clock: Clock): TriageDeps {
  return {
    questions: null,
    spending: new TableAiSpending(backend),
    retries: new TableAiRetries(backend),
    triageSettings: new TriageSettingsReader(settings, clock),
    dailyTokenLimit: null,
  };
}
