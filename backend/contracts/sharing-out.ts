import { z } from 'zod';
import { Case } from './case.ts';
import { Instant, line } from './common.ts';

/** What somebody says of themselves. It ends by itself at `until`; null means until they say otherwise. */
export const Availability = z.strictObject({
  state: z.enum(['available', 'away', 'out_of_office']),
  until: Instant.nullable(),
});
export type Availability = z.infer<typeof Availability>;

/** Everybody who works here, and whether they can take work now. */
export const Roster = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      team: z.string().nullable(),
      /** Open cases. */
      load: z.int(),
      capacity: z.int().nullable(),
      /** Why they can take no work now, or null. */
      away: z.string().nullable(),
      until: Instant.nullable(),
    }),
  ),
  total: z.int(),
});
export type Roster = z.infer<typeof Roster>;

/** Cases that will be at risk before whoever has them is back, the first at risk first. */
export const HandOverList = z.object({
  items: z.array(
    z.object({
      case: Case,
      team: z.string().nullable(),
      from: z.object({ id: z.string(), name: z.string(), endsAt: Instant.nullable(), backAt: Instant.nullable() }),
      riskAt: Instant,
      dueAt: Instant,
      /** Who works next. */
      next: z.array(z.object({ id: z.string(), name: z.string(), from: Instant, until: Instant.nullable() })),
    }),
  ),
  total: z.int(),
});
export type HandOverList = z.infer<typeof HandOverList>;

/** Whom a case goes to: an agent id, `me`, or null for the team. */
export const HandOver = z.strictObject({
  to: line(100).nullable(),
  note: z.string().trim().min(1).max(10_000).optional(),
});
export type HandOver = z.infer<typeof HandOver>;
