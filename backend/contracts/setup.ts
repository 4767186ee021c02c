import { z } from 'zod';
import { Instant } from './common.ts';

/** How far a new help desk has come. */
export const Setup = z.object({
  doneAt: Instant.nullable().meta({ description: 'when an admin said that it is done' }),
  cases: z.int(),
  samples: z.int().meta({ description: 'sample cases, which can be removed without a trace in any list or figure' }),
  findings: z.array(
    z.object({
      kind: z.enum(['ok', 'fault', 'unchecked']),
      about: z.string(),
      says: z.string(),
      fix: z.string().optional().meta({ description: 'what to do about a fault' }),
    }),
  ),
});
export type Setup = z.infer<typeof Setup>;

export const MarkSetup = z.strictObject({ done: z.boolean() });
