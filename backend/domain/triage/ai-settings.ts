/** What an administrator decided about language models. */
export interface AiSettings {
  /** `auto`: a language model where one is set up, the local engine otherwise. `local`: nothing leaves the house. */
  engine: 'auto' | 'local';
  /** Lower-case addresses of mailboxes whose mail no language model may see. */
  optOutMailboxes: string[];
  /** Whether a case that the local engine had to read is read again by the language model once it answers. */
  retry: boolean;
  /** `strict` also takes out addresses of mail and telephone numbers; card numbers, secrets and accounts always go. */
  redaction: 'standard' | 'strict';
  /** What a million tokens cost, in any one currency; for the costs shown. */
  prices: { inputPerMillion: number; outputPerMillion: number };
  /** Whether the models learned here, where there are any, speak instead of the shipped ones. */
  useLearned: boolean;
}

export const defaultAiSettings: AiSettings = {
  engine: 'auto',
  optOutMailboxes: [],
  retry: true,
  redaction: 'standard',
  prices: { inputPerMillion: 0.15, outputPerMillion: 0.6 },
  useLearned: false,
};

/** In millionths of the currency of the prices. */
export function costMicrosOf({ prices }: AiSettings, used: { input: number; output: number }): number {
  return Math.round(used.input * prices.inputPerMillion + used.output * prices.outputPerMillion);
}
