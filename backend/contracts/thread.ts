import { z } from 'zod';
import { analystEngines } from '../domain/vocabulary.ts';

const languageCode = z
  .string()
  .regex(/^[a-z]{2}$/, 'must be an ISO 639-1 code')
  .meta({ examples: ['en'] });

export const SummaryRequest = z.strictObject({ language: languageCode.default('en') });

const line = z.object({
  text: z.string(),
  /** The messages it rests on. */
  messageIds: z.array(z.string()),
});

export const ThreadSummary = z.object({
  happened: z.array(line),
  open: z.array(line).meta({ description: 'what somebody still waits for' }),
  promised: z.array(line).meta({ description: 'what we said that we would do' }),
  engine: z.enum(analystEngines),
  engineReason: z.string().optional(),
});
export type ThreadSummary = z.infer<typeof ThreadSummary>;

export const TranslationRequest = z.strictObject({ messageId: z.string().min(1).max(64), language: languageCode });

export const Translation = z.object({
  text: z.string().meta({ description: 'plain text' }),
  from: z.string().meta({ description: 'ISO 639-1 code, or `und`' }),
  language: z.string(),
});
export type Translation = z.infer<typeof Translation>;
