import { z } from 'zod';
import { BusinessHours } from './business-hours.ts';
import { Instant } from './common.ts';

const mostMinutes = 10 * 366 * 24 * 60;
const [earliest, latest] = [Date.UTC(1970, 0, 1), Date.UTC(2100, 0, 1)];

/** An instant that calendars are worked out for. */
const Moment = Instant.refine((text) => {
  const ms = Date.parse(text);
  return ms >= earliest && ms < latest;
}, 'must lie between 1970 and 2100');

const target = z.number().positive().max(mostMinutes).nullable().default(null);

const Targets = z.strictObject({
  first_response_min: target,
  next_response_min: target,
  resolution_min: target,
});

const Conduct = z.strictObject({
  pause_statuses: z.array(z.string().max(40)).max(20).default([]),
  next_response: z.enum(['after_first_reply', 'every_customer_message']).default('after_first_reply'),
});

const Events = z
  .array(
    z.strictObject({
      at: Moment,
      type: z
        .string()
        .regex(/^(?:customer_message|agent_reply|internal_note|auto_reply|status:[a-z_]{1,40})$/)
        .meta({ examples: ['customer_message', 'agent_reply', 'status:pending'] }),
    }),
  )
  .min(1)
  .max(2_000)
  .refine(
    (events) => events.every(({ at }, i) => Date.parse(at) >= Date.parse(events[i - 1]?.at ?? at)),
    'must be in order of time',
  );

/** What is asked follows from the fields that are there beside the calendar. */
const questions = [
  ['start', 'addMinutes'],
  ['start', 'end'],
  ['targets', 'policy', 'events', 'evaluateAt'],
] as const;

/** When minutes are up, how many minutes passed, or where clocks stand after events; each by the calendar given. */
export const PreviewSla = z
  .strictObject({
    calendar: BusinessHours,
    start: Moment.optional(),
    addMinutes: z.number().min(0).max(mostMinutes).optional(),
    end: Moment.optional(),
    targets: Targets.optional(),
    policy: Conduct.optional(),
    events: Events.optional(),
    evaluateAt: Moment.optional(),
  })
  .refine((asked) => {
    const given = Object.keys(asked)
      .filter((key) => key !== 'calendar')
      .sort()
      .join();
    return questions.some((fields) => [...fields].sort().join() === given);
  }, 'must hold start and addMinutes, start and end, or targets, policy, events and evaluateAt');
export type PreviewSla = z.infer<typeof PreviewSla>;

const Due = Instant.nullable().meta({ description: 'null when nothing runs, or the calendar does not open in time' });

const clock = {
  due: Due,
  elapsed_minutes: z.number(),
  breached: z.boolean().nullable().meta({ description: 'more than the target was used; null without a target' }),
  /** Present and true while the clock stands still. */
  paused: z.literal(true).optional(),
  /** Present while the clock stands still with time left. */
  remaining_minutes: z.number().optional(),
};

export const PreviewedClocks = z.object({
  first_response: z.object({ responded_at: Instant.nullable(), ...clock }),
  next_response: z.object({
    waiting_since: Instant.nullable(),
    cycles: z.array(
      z.object({
        since: Instant,
        answered_at: Instant,
        elapsed_minutes: z.number(),
        breached: z.boolean().nullable(),
      }),
    ),
    ...clock,
    elapsed_minutes: z.number().optional(),
    breached: z.boolean().nullable().optional(),
  }),
  resolution: z.object({ resolved_at: Instant.nullable(), ...clock }),
  paused_minutes: z.number().meta({ description: 'business minutes spent in a pause status' }),
  status: z.string(),
});
export type PreviewedClocks = z.infer<typeof PreviewedClocks>;

export const SlaPreview = z.union([z.object({ due: Due }), z.object({ businessMinutes: z.number() }), PreviewedClocks]);
export type SlaPreview = z.infer<typeof SlaPreview>;
