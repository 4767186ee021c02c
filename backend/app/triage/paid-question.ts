import { type AiSettings, costMicrosOf } from '../../domain/triage/ai-settings.ts';
import type { AiSpending } from '../../ports/ai-spending.ts';
import type { LanguageModel, ModelAnswer, ModelQuestion, NoAnswer } from '../../ports/language-model.ts';
import type { Clock, Log } from '../../ports/system.ts';

export interface PaidDeps {
  model: LanguageModel;
  spending: AiSpending;
  /** Tokens that may be used on a day (UTC), over all replicas. */
  dailyTokenLimit: number;
  clock: Clock;
  log: Log;
}

export type NotAsked = 'spent' | 'asked_to_wait' | 'no_count';
export type PaidAnswer = { kind: 'answer'; value: unknown } | { kind: 'none'; why: NoAnswer | NotAsked };

/** In other words than English a token holds fewer letters; so this is more than will be used. */
const lettersPerToken = 2.5;
/** After a failure without a wish of the server's own the next mails do not wait for another. */
const pauseMs = 2_000;
const longestPauseMs = 10 * 60_000;

/** Asks a language model within the day's tokens: the most a call can use is set aside before, and settled after. */
export class PaidQuestions {
  readonly #deps: PaidDeps;
  #waitUntilMs = 0;

  constructor(deps: PaidDeps) {
    this.#deps = deps;
  }

  /** Settles within `deadlineMs`, the counting included. */
  async ask(
    question: ModelQuestion,
    settings: AiSettings,
    caseId: string | null,
    deadlineMs: number,
  ): Promise<PaidAnswer> {
    const { clock, dailyTokenLimit, log, model, spending } = this.#deps;
    const startedMs = clock.nowMs();
    if (startedMs < this.#waitUntilMs) return { kind: 'none', why: 'asked_to_wait' };
    const day = clock.now().slice(0, 10);
    const reserved = mostTokensOf(question);
    let granted: boolean;
    try {
      granted = await spending.reserve(day, reserved, dailyTokenLimit, deadlineMs);
    } catch (error) {
      // Uncounted calls could go over the limit.
      log.warn('tokens could not be counted, the language model is not asked', { error: String(error) });
      return { kind: 'none', why: 'no_count' };
    }
    if (!granted) return { kind: 'none', why: 'spent' };
    const left = deadlineMs - (clock.nowMs() - startedMs);
    const answer = await model.ask(question, left);
    this.#noteWait(answer);
    const cost = answer.used === null ? 0 : costMicrosOf(settings, answer.used);
    // Nobody waits for the counting: what was reserved stays counted until it is settled.
    void spending
      .settle(day, reserved, answer.used, cost, caseId)
      .catch((error) => log.warn('the use of tokens could not be settled', { error: String(error) }));
    return answer.kind === 'answer' ? { kind: 'answer', value: answer.value } : { kind: 'none', why: answer.why };
  }

  #noteWait(answer: ModelAnswer): void {
    if (answer.kind === 'answer' || (answer.why !== 'throttled' && answer.why !== 'failed')) return;
    const wished = answer.retryAfterSeconds === undefined ? pauseMs : answer.retryAfterSeconds * 1_000;
    if (answer.why === 'failed' && answer.retryAfterSeconds === undefined) return;
    this.#waitUntilMs = this.#deps.clock.nowMs() + Math.min(wished, longestPauseMs);
  }
}

function mostTokensOf({ instructions, data, schema, mostTokens }: ModelQuestion): number {
  const letters = instructions.length + JSON.stringify(data).length + JSON.stringify(schema).length;
  return Math.ceil(letters / lettersPerToken) + mostTokens;
}
