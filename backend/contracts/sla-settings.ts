import { z } from 'zod';
import { caseStatuses, endedStatuses, priorities } from '../domain/vocabulary.ts';
import { BusinessHours, LocalDate } from './business-hours.ts';
import { line } from './common.ts';

const id = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,59}$/);
const mostMinutes = 366 * 24 * 60;
const minutes = z.int().min(1).max(mostMinutes).nullable();

const countryCode = z.string().regex(/^[A-Z]{2}$/);
/** A state or province, by the country's own code. */
const region = z.string().max(10);

export const CalendarSetting = z.strictObject({
  id,
  name: line(100),
  ...BusinessHours.shape,
  /** Public holidays of a country, beside the calendar's own. */
  country: z.strictObject({ code: countryCode, region: region.optional() }).optional(),
});
export type CalendarSetting = z.infer<typeof CalendarSetting>;

/** Calendars beside `always`, which runs round the clock and cannot be changed. */
export const CalendarsDocument = z.strictObject({
  calendars: z
    .array(CalendarSetting)
    .max(200)
    .refine((all) => distinct(all.map((one) => one.id)), 'must have an id of their own each')
    .refine((all) => all.every((one) => one.id !== 'always'), 'must leave the id always to the one round the clock'),
});
export type CalendarsDocument = z.infer<typeof CalendarsDocument>;

export const HolidaysQuery = z.strictObject({
  country: countryCode,
  region: region.optional(),
  year: z.coerce.number().int().min(1970).max(2100),
});

/** In order of date; whole local days. */
export const PublicHolidays = z.object({
  items: z.array(z.object({ date: LocalDate, name: z.string() })),
  total: z.int(),
});

const SlaTargets = z.strictObject({ firstResponse: minutes, nextResponse: minutes, resolution: minutes });

const EscalationAction = z.union([
  z.strictObject({ do: z.literal('notify'), who: z.enum(['assignee', 'team', 'managers']) }),
  z.strictObject({
    do: z.literal('reassign'),
    assignee: line(100).nullable(),
    team: line(100).nullable().optional(),
  }),
  z.strictObject({ do: z.literal('raise_priority') }),
]);

const EscalationStep = z.strictObject({
  id: id.refine((text) => text !== 'at_risk' && text !== 'breached', 'must not be at_risk or breached'),
  clock: z.enum(['firstResponse', 'nextResponse', 'resolution']),
  /** Minutes of the calendar after the deadline; negative before it. */
  minutesAfterDue: z.int().min(-mostMinutes).max(mostMinutes),
  actions: z.array(EscalationAction).min(1).max(10),
});

const names = z.array(line(320)).max(500).optional();

export const SlaPolicySetting = z.strictObject({
  id,
  name: line(100),
  on: z.boolean(),
  /** Which cases it is for: any of each list, and all of the lists. */
  when: z.strictObject({
    priority: z.array(z.enum(priorities)).max(10).optional(),
    category: names,
    /** Addresses, or `@example.com` for everybody there. */
    customer: names,
    team: names,
    mailbox: names,
  }),
  /** Id of a calendar, or `always`. */
  calendar: id,
  /** Minutes of the calendar by priority; null promises nothing; a priority left out goes to the next policy. */
  targets: z.strictObject({
    critical: SlaTargets.optional(),
    urgent: SlaTargets.optional(),
    high: SlaTargets.optional(),
    medium: SlaTargets.optional(),
    low: SlaTargets.optional(),
  }),
  pauseStatuses: z.array(z.enum(caseStatuses).refine((one) => !endedStatuses.includes(one), 'must be open')).max(10),
  nextResponse: z.enum(['after_first_reply', 'every_customer_message']),
  /** Whichever comes first; with neither, a clock is at risk only once it is due. */
  atRisk: z.strictObject({ percent: z.number().min(1).max(100).nullable(), minutesBefore: minutes }),
  escalation: z
    .array(EscalationStep)
    .max(20)
    .refine((all) => distinct(all.map((one) => one.id)), 'must have an id of their own each'),
});
export type SlaPolicySetting = z.infer<typeof SlaPolicySetting>;

/** The first policy that fits a case sets its clocks; the last one takes everybody. */
export const SlaPoliciesDocument = z.strictObject({
  policies: z
    .array(SlaPolicySetting)
    .min(1)
    .max(200)
    .refine((all) => distinct(all.map((one) => one.id)), 'must have an id of their own each')
    .refine((all) => takesEverybody(all.at(-1)), 'must end with one that is on, for every case and every priority'),
});
export type SlaPoliciesDocument = z.infer<typeof SlaPoliciesDocument>;

function takesEverybody(policy: SlaPolicySetting | undefined): boolean {
  if (policy === undefined || !policy.on) return false;
  const open = Object.values(policy.when).every((list) => list === undefined || list.length === 0);
  return open && priorities.every((priority) => policy.targets[priority] !== undefined);
}

function distinct(ids: string[]): boolean {
  return new Set(ids).size === ids.length;
}
