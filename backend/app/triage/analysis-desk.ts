import type { AiSettings } from '../../domain/triage/ai-settings.ts';
import type { Analysis, AnalysisInput } from '../../domain/triage/analysis.ts';
import {
  analysisData,
  analysisInstructions,
  analysisSchema,
  readAnalysis,
} from '../../domain/triage/analysis-question.ts';
import type { AiRetries } from '../../ports/ai-retries.ts';
import type { Analyst } from '../../ports/analyst.ts';
import type { NoAnswer } from '../../ports/language-model.ts';
import type { Clock, Log } from '../../ports/system.ts';
import type { NotAsked, PaidQuestions } from './paid-question.ts';
import type { TriageSettings, TriageSettingsReader } from './triage-settings.ts';
import { withinTree } from './within-tree.ts';

export interface DeskDeps {
  /** Null where no language model is set up. */
  questions: PaidQuestions | null;
  local: Analyst;
  settings: TriageSettingsReader;
  retries: AiRetries;
  clock: Clock;
  log: Log;
}

const answersKept = 500;
const answerTokens = 900;
const firstRetryMs = 2 * 60_000;

/** What people read where a language model was wanted and did not speak. */
export const whyNot: Record<NoAnswer | NotAsked | 'unusable' | 'opted_out', string> = {
  opted_out: 'Mail of this mailbox is not shown to a language model.',
  spent: 'The tokens of the day are spent.',
  asked_to_wait: 'The language model asked us to wait.',
  no_count: 'The tokens could not be counted.',
  throttled: 'The language model had too many requests.',
  failed: 'The language model failed.',
  late: 'The language model took too long.',
  refused: 'The language model refused to answer.',
  cut_off: 'The answer of the language model was cut off.',
  malformed: 'The language model gave no usable answer.',
  unusable: 'The language model gave no usable answer.',
};

/** Asking the same again would bring the same. */
const forGood = new Set<string>(['opted_out', 'refused']);

/**
 * The analyst that everybody asks: a language model where one is set up and allowed, the local engine otherwise and
 * whenever the model does not give a valid answer in time. The analysis says which spoke, and why not the other.
 */
export function createAnalysisDesk(deps: DeskDeps): Analyst {
  const answers = new Map<string, Analysis>();
  return { immediate: deps.questions === null, analyse };

  async function analyse(input: AnalysisInput, deadlineMs: number): Promise<Analysis> {
    const settings = deps.settings.known() ?? (await deps.settings.current());
    if (deps.questions === null || settings.ai.engine === 'local') return locally(input, settings);
    if (isOptedOut(settings.ai, input.mailbox)) {
      return insteadOf('opted_out', input, settings);
    }
    const key = JSON.stringify([input.subject, input.text, settings.categories.map((one) => one.key)]);
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = await askModel(deps.questions, input, settings, deadlineMs);
    if (typeof answer === 'string') return insteadOf(answer, input, settings);
    remember(key, answer);
    return answer;
  }

  async function askModel(
    questions: PaidQuestions,
    input: AnalysisInput,
    { ai, categories }: TriageSettings,
    deadlineMs: number,
  ): Promise<Analysis | keyof typeof whyNot> {
    const question = {
      instructions: analysisInstructions(categories),
      data: analysisData(input),
      name: 'analysis',
      schema: analysisSchema(categories),
      mostTokens: answerTokens,
      strictRedaction: ai.redaction === 'strict',
    };
    const answer = await questions.ask(question, ai, input.caseId ?? null, deadlineMs);
    if (answer.kind === 'none') return answer.why;
    return readAnalysis(answer.value, input, categories) ?? 'unusable';
  }

  async function insteadOf(
    why: keyof typeof whyNot,
    input: AnalysisInput,
    settings: TriageSettings,
  ): Promise<Analysis> {
    if (!forGood.has(why)) deps.log.warn('the language model did not answer, the local engine did', { why });
    if (input.caseId !== undefined && settings.ai.retry && !forGood.has(why)) {
      await deps.retries
        .note(input.caseId, deps.clock.nowMs() + firstRetryMs)
        .catch((error) => deps.log.warn('a later question could not be noted', { error: String(error) }));
    }
    return { ...(await locally(input, settings)), engineReason: whyNot[why] };
  }

  async function locally(input: AnalysisInput, { categories }: TriageSettings): Promise<Analysis> {
    return withinTree(await deps.local.analyse(input, 0), categories);
  }

  function remember(key: string, analysis: Analysis): void {
    answers.set(key, analysis);
    const oldest = answers.keys().next().value;
    if (answers.size > answersKept && oldest !== undefined) answers.delete(oldest);
  }
}

/** Where some mailboxes are opted out, text from nobody knows where is treated as theirs. */
export function isOptedOut({ optOutMailboxes }: AiSettings, mailbox: string | null | undefined): boolean {
  return optOutMailboxes.length > 0 && (mailbox == null || optOutMailboxes.includes(mailbox.toLowerCase()));
}
