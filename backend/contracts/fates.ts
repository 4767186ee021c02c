import { z } from 'zod';
import { mailBecame, mailKinds, mailOutcomes, threadingRules } from '../domain/vocabulary.ts';
import { Instant } from './common.ts';

/** `parked` and `retrying` are what needs a look; the words exclude one another, so their counts add up to all mails. */
const became = z.enum(mailBecame);

function anyOf<T extends z.ZodType>(one: T) {
  return z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(one).optional(),
  );
}

export const FatesQuery = z.object({
  became: anyOf(became),
  mailbox: anyOf(z.string().max(320)),
  case: z.string().max(100).optional().meta({ description: 'id or number of a case' }),
  q: z.string().max(200).optional().meta({ description: 'text that sender and subject contain, or a Message-ID' }),
  from: Instant.optional().meta({ description: 'received at or after' }),
  to: Instant.optional().meta({ description: 'received before' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(100).optional(),
});
export type FatesQuery = z.infer<typeof FatesQuery>;

export const mailSteps = [
  'noted',
  'fetched',
  'judged',
  'matched',
  'analysed',
  'recorded',
  'routed',
  'announced',
] as const;

export const Fate = z.object({
  /** Names the mail in `retry`. */
  key: z.string(),
  mailbox: z.string(),
  internetMessageId: z.string().nullable(),
  from: z.string().nullable(),
  subject: z.string(),
  kind: z.enum(mailKinds),
  outcome: z.enum(mailOutcomes),
  became,
  case: z.object({ id: z.string(), number: z.string() }).nullable(),
  messageId: z.string().nullable(),
  /** The task that it is about, where somebody outside has one. */
  taskId: z.string().nullable(),
  /** Which rule put it on its case. */
  rule: z.enum(threadingRules).nullable(),
  /** One sentence saying why it ended where it did. */
  reason: z.string(),
  /** Sentences saying what it is, and whether it may be answered automatically. */
  reasons: z.array(z.string()),
  /** Headers that explain the judgement. */
  signs: z.array(z.object({ name: z.string(), value: z.string() })),
  receivedAt: Instant,
  decidedAt: Instant,
  /** How and when we learned of it; null for mails from before that was kept. */
  noted: z.object({ at: Instant, by: z.enum(['push', 'sweep', 'hand', 'sent']) }).nullable(),
  /** Failed tries before the one that succeeded. */
  tries: z.int(),
  /** Milliseconds after it was noted, in order; a step that was not taken is left out. */
  steps: z.array(z.object({ step: z.enum(mailSteps), afterMs: z.int() })),
  /** Milliseconds from noting to recording; null where that is not known. */
  tookMs: z.int().nullable(),
  alsoSeen: z.array(z.object({ mailbox: z.string(), at: Instant })),
  mayRetry: z.boolean(),
});
export type Fate = z.infer<typeof Fate>;

/** A mail that we know of and have not finished. */
export const PendingFate = z.object({
  mailbox: z.string(),
  internetMessageId: z.string().nullable(),
  notedAt: Instant,
  by: z.enum(['push', 'sweep', 'hand', 'sent']),
  attempts: z.int(),
  nextTryAt: Instant,
  lastError: z.string().nullable(),
});
export type PendingFate = z.infer<typeof PendingFate>;

export const FateList = z.object({
  items: z.array(Fate),
  total: z.int(),
  next: z.string().optional(),
  /** Mails under the same filter without its `became`, by what became of them. */
  counts: z.record(became, z.int()),
  /** Mails on their way, those to be tried next first; `retrying` counts those that failed at least once. */
  pending: z.object({ total: z.int(), retrying: z.int(), items: z.array(PendingFate) }),
  /** False for a while after a start, when older mails may still be missing. */
  complete: z.boolean(),
});
export type FateList = z.infer<typeof FateList>;

export const RetriedFate = z.object({ key: z.string(), releasedAt: Instant });
export type RetriedFate = z.infer<typeof RetriedFate>;

/** Whether a mailbox is alive. */
export const Heartbeat = z.object({
  mailbox: z.string(),
  lastMailAt: Instant.nullable(),
  /** Median minutes between two mails of the last week; null with too few mails to tell. */
  usualGapMinutes: z.int().nullable(),
  /** Mails in each of the last 24 hours, the present one last. */
  hours: z.array(z.int()),
  /** When Graph was last asked and answered; null before the first time. */
  lastSyncAt: Instant.nullable(),
  /** Until when Graph pushes to us without renewal; null when it does not. */
  pushesUntil: Instant.nullable(),
  /** Null while all is well. */
  silence: z.object({ since: Instant, why: z.string(), toldAt: Instant.nullable() }).nullable(),
});
export type Heartbeat = z.infer<typeof Heartbeat>;

export const Heartbeats = z.object({ items: z.array(Heartbeat) });
export type Heartbeats = z.infer<typeof Heartbeats>;
