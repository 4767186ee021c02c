import type { OpenAI } from 'openai';
import { redactAll } from '../../domain/privacy/redact.ts';
import type { LanguageModel, ModelAnswer, ModelQuestion, TokenUse } from '../../ports/language-model.ts';

export interface OpenAiSettings {
  apiKey: string;
  /** Any server that speaks the OpenAI protocol; OpenAI's own when absent. */
  baseURL?: string | undefined;
  model: string;
  timeoutMs: number;
  azure?: { endpoint: string; deployment: string } | undefined;
}

const azureApiVersion = '2024-10-21';
const longestAnswer = 100_000;

/** A language model of OpenAI, of Azure OpenAI, or of any server that speaks their protocol. */
export function createOpenAiModel(settings: OpenAiSettings): LanguageModel {
  let client: Promise<OpenAI> | undefined;
  return { ask };

  async function ask(question: ModelQuestion, deadlineMs: number): Promise<ModelAnswer> {
    const signal = AbortSignal.timeout(Math.max(1, Math.min(settings.timeoutMs, deadlineMs)));
    try {
      client ??= connect(settings);
      return await Promise.race([answerOf(client, question, signal), whenLate(signal)]);
    } catch (error) {
      if (signal.aborted) return { kind: 'none', why: 'late', used: null };
      return faultOf(error);
    }
  }

  async function answerOf(openai: Promise<OpenAI>, question: ModelQuestion, signal: AbortSignal): Promise<ModelAnswer> {
    const { chat } = await openai;
    const { instructions, data, name, schema, mostTokens, strictRedaction } = question;
    const completion = await chat.completions.create(
      {
        model: settings.azure?.deployment ?? settings.model,
        messages: [
          { role: 'system', content: instructions },
          { role: 'user', content: JSON.stringify(redactAll(data, strictRedaction)) },
        ],
        response_format: { type: 'json_schema', json_schema: { name, strict: true, schema } },
        max_completion_tokens: mostTokens,
      },
      { signal, maxRetries: 0, timeout: settings.timeoutMs },
    );
    return read(completion);
  }
}

/** Whatever stands where a completion should be; servers that only resemble OpenAI's leave parts out. */
function read(completion: OpenAI.ChatCompletion): ModelAnswer {
  const used = tokensOf(completion?.usage);
  const choice = completion?.choices?.[0];
  const content = choice?.message?.content;
  if (choice?.message?.refusal || choice?.finish_reason === 'content_filter')
    return { kind: 'none', why: 'refused', used };
  if (choice?.finish_reason === 'length') return { kind: 'none', why: 'cut_off', used };
  if (typeof content !== 'string' || content.length > longestAnswer) return { kind: 'none', why: 'malformed', used };
  try {
    return { kind: 'answer', value: JSON.parse(content), used };
  } catch {
    return { kind: 'none', why: 'malformed', used };
  }
}

function tokensOf(usage: OpenAI.CompletionUsage | undefined | null): TokenUse | null {
  const input = usage?.prompt_tokens;
  const output = usage?.completion_tokens;
  return isCount(input) && isCount(output) ? { input, output } : null;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function whenLate(signal: AbortSignal): Promise<ModelAnswer> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve({ kind: 'none', why: 'late', used: null }), { once: true });
  });
}

/** Loaded when first needed: the library takes its time. */
async function connect(settings: OpenAiSettings): Promise<OpenAI> {
  const { AzureOpenAI, OpenAI: Client } = await import('openai');
  const { apiKey, azure, baseURL } = settings;
  if (azure) return new AzureOpenAI({ apiKey, ...azure, apiVersion: azureApiVersion });
  return new Client({ apiKey, ...(baseURL === undefined ? {} : { baseURL }) });
}

/** A refused request costs nothing; of a broken one nobody knows. */
function faultOf(error: unknown): ModelAnswer {
  const { status, headers } = Object(error) as { status?: unknown; headers?: unknown };
  const free = typeof status === 'number' && status >= 400 && status < 500;
  const used = free ? { input: 0, output: 0 } : null;
  const seconds = headers instanceof Headers ? Number(headers.get('retry-after') ?? Number.NaN) : Number.NaN;
  const wait = Number.isFinite(seconds) && seconds >= 0 ? { retryAfterSeconds: seconds } : {};
  return { kind: 'none', why: status === 429 ? 'throttled' : 'failed', used, ...wait };
}
