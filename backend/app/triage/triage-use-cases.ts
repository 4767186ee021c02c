import type { AiRetries } from '../../ports/ai-retries.ts';
import type { AiSpending, Spent } from '../../ports/ai-spending.ts';
import { caseIdOf } from '../cases/find-case.ts';
import type { IntakeDeps } from '../intake/deps.ts';
import type { PaidQuestions } from './paid-question.ts';
import type { TriageSettingsReader } from './triage-settings.ts';

export interface AiUsage {
  asOf: string;
  /** Null where no language model is set up. */
  dailyTokenLimit: number | null;
  today: Spent;
  days: Spent[];
  case: Spent | null;
}

/** What the analyst did and what it cost. */
export interface TriageUseCases {
  aiUsage(query: { days: number; case?: string | undefined }): Promise<AiUsage>;
}

export interface TriageDeps {
  /** Null where no language model is set up. */
  questions: PaidQuestions | null;
  spending: AiSpending;
  retries: AiRetries;
  triageSettings: TriageSettingsReader;
  dailyTokenLimit: number | null;
}

const dayMs = 86_400_000;

export function bindTriage(deps: TriageDeps & Pick<IntakeDeps, 'clock' | 'index'>): TriageUseCases {
  return {
    async aiUsage({ days, case: ref }) {
      const asOf = deps.clock.now();
      const today = asOf.slice(0, 10);
      const from = new Date(deps.clock.nowMs() - (days - 1) * dayMs).toISOString().slice(0, 10);
      const found = await deps.spending.ofDays(from, today);
      const spent = ref === undefined ? null : await deps.spending.ofCase(caseIdOf(deps, ref));
      return {
        asOf,
        dailyTokenLimit: deps.dailyTokenLimit,
        today: found.find(({ of }) => of === today) ?? nothing(today),
        days: found,
        case: spent,
      };
    },
  };
}

function nothing(of: string): Spent {
  return { of, calls: 0, input: 0, output: 0, costMicros: 0, reserved: 0 };
}
