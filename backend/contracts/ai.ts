import { z } from 'zod';
import { Instant } from './common.ts';

const price = z.number().min(0).max(10_000);

/** What an administrator decides about language models. */
export const AiDocument = z.strictObject({
  engine: z.enum(['auto', 'local']).meta({ description: 'local: nothing leaves the house' }),
  optOutMailboxes: z
    .array(z.email().max(320).toLowerCase())
    .max(1_000)
    .meta({ description: 'mailboxes whose mail no language model sees' }),
  retry: z.boolean().meta({ description: 'ask again later about what the local engine had to read' }),
  redaction: z
    .enum(['standard', 'strict'])
    .meta({ description: 'strict also removes mail addresses and telephone numbers' }),
  prices: z.strictObject({ inputPerMillion: price, outputPerMillion: price }),
  useLearned: z.boolean().meta({ description: 'let what was learned here from corrections speak' }),
});
export type AiDocument = z.infer<typeof AiDocument>;

export const Spent = z.object({
  of: z.string().meta({ description: 'day (UTC) or case id' }),
  calls: z.int(),
  input: z.int().meta({ description: 'tokens sent' }),
  output: z.int().meta({ description: 'tokens received' }),
  cost: z.number().meta({ description: 'in the currency of the prices' }),
  reserved: z.int().meta({ description: 'tokens set aside for calls whose use is not known' }),
});
export type Spent = z.infer<typeof Spent>;

export const LearningFigures = z.object({
  corrections: z.int().meta({ description: 'mails whose label a person set' }),
  kept: z.int().meta({ description: 'mails whose label people let stand' }),
  before: z.number().meta({ description: 'share of both that the shipped engine answers as people did' }),
  after: z.number().meta({ description: 'the same with the learned model, on mails it had not learned from' }),
  byLabel: z.record(z.string(), z.int()),
  taken: z.boolean().meta({ description: 'whether the learned model may speak: only a better one may' }),
});

export type LearningFigures = z.infer<typeof LearningFigures>;

export const Learning = z.object({
  latest: z
    .object({
      learnedAt: Instant,
      figures: z.object({
        category: LearningFigures.optional(),
        complaint: LearningFigures.optional(),
        sentiment: LearningFigures.optional(),
        priority: LearningFigures.optional(),
      }),
    })
    .nullable(),
  inUse: z.boolean().meta({ description: 'switched by useLearned in the settings' }),
});
export type Learning = z.infer<typeof Learning>;

export const UsageQuery = z.object({
  days: z.coerce.number().int().min(1).max(90).default(30),
  case: z.string().min(1).max(64).optional().meta({ description: "a case's id or number" }),
});
export type UsageQuery = z.infer<typeof UsageQuery>;

export const AiUsage = z.object({
  asOf: Instant,
  /** Null where no language model is set up. */
  dailyTokenLimit: z.int().nullable(),
  today: Spent,
  days: z.array(Spent),
  case: Spent.nullable(),
});
export type AiUsage = z.infer<typeof AiUsage>;
