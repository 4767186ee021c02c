/** One question to a language model. */
export interface ModelQuestion {
  /** Written by us; the only text the model is to follow. */
  instructions: string;
  /** What the question is about, as data. It leaves as JSON, with card numbers, secrets and the like taken out. */
  data: Record<string, unknown>;
  /** Name of the answer's form, letters and underscores. */
  name: string;
  /** JSON schema of the answer, in the dialect of strict mode. */
  schema: Record<string, unknown>;
  /** Tokens the answer may have. */
  mostTokens: number;
  /** Also takes out addresses of mail and telephone numbers. */
  strictRedaction: boolean;
}

export interface TokenUse {
  input: number;
  output: number;
}

/** Why there is no answer. `late` and `failed` may have cost tokens that nobody tells us of. */
export type NoAnswer = 'throttled' | 'failed' | 'late' | 'refused' | 'cut_off' | 'malformed';

export type ModelAnswer =
  /** JSON that the model gave; nothing of it is believed yet. */
  | { kind: 'answer'; value: unknown; used: TokenUse | null }
  | { kind: 'none'; why: NoAnswer; used: TokenUse | null; retryAfterSeconds?: number };

/** A language model behind a network. Never throws, and settles within `deadlineMs` milliseconds. */
export interface LanguageModel {
  ask(question: ModelQuestion, deadlineMs: number): Promise<ModelAnswer>;
}
