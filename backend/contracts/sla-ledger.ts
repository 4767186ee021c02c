import { z } from 'zod';
import { priorities } from '../domain/vocabulary.ts';
import { Instant } from './common.ts';

export const ledgerCauses = [
  'shift',
  'break',
  'night',
  'weekend',
  'holiday',
  'closure',
  'pause',
  'ended',
  'promise',
  'answered',
  'resolved',
] as const;

/** What holds for the case: minutes of the calendar, null where nothing is promised. */
export const Promised = z.object({
  /** Null where no policy is for the case. */
  policy: z.object({ id: z.string(), name: z.string() }).nullable(),
  priority: z.enum(priorities),
  targets: z.object({
    firstResponse: z.number().nullable(),
    nextResponse: z.number().nullable(),
    resolution: z.number().nullable(),
  }),
});
export type Promised = z.infer<typeof Promised>;

/** A line of a ledger: `[from, to)`, or a moment where both are the same. */
export const LedgerLine = z.object({
  from: Instant,
  to: Instant,
  /** `shift` counts; `promise`, `answered` and `resolved` are moments; everything else is why time did not count. */
  cause: z.enum(ledgerCauses),
  countedMs: z.int(),
  /** Counted up to the end of this line. */
  totalMs: z.int(),
  /** How it goes on until the deadline, if nothing happens. */
  ahead: z.boolean(),
  /** Name of a holiday, or the status of a pause or end. */
  detail: z.string().optional(),
  /** With `promise`: what holds from here on. */
  promise: Promised.optional(),
});
export type LedgerLine = z.infer<typeof LedgerLine>;

/** How a clock came to stand where it stands. */
export const ClockLedger = z.object({
  since: Instant,
  /** When it was answered or resolved; null while it is owed. */
  stoppedAt: Instant.nullable(),
  targetMs: z.int().nullable(),
  /** Null while the clock stands still, or where nothing is promised. */
  due: Instant.nullable(),
  /** The sum of what its lines counted, but for those ahead. */
  consumedMs: z.int(),
  /** Below zero once more than the target was used. */
  remainingMs: z.int().nullable(),
  lines: z.array(LedgerLine),
});
export type ClockLedger = z.infer<typeof ClockLedger>;

/** Why a case's due times are what they are. The same case, settings and `at` always give the same answer. */
export const Ledger = z.object({
  caseId: z.string(),
  number: z.string(),
  at: Instant,
  promise: Promised,
  calendar: z.object({ id: z.string(), name: z.string(), tz: z.string() }),
  /** Null for a clock that has not started. */
  clocks: z.object({
    firstResponse: ClockLedger.nullable(),
    nextResponse: ClockLedger.nullable(),
    resolution: ClockLedger.nullable(),
  }),
});
export type Ledger = z.infer<typeof Ledger>;

export const LedgerQuery = z.object({
  at: Instant.optional().meta({ description: 'the moment to look at; now unless given' }),
});
export type LedgerQuery = z.infer<typeof LedgerQuery>;
