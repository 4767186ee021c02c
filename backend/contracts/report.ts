import { z } from 'zod';
import { reportFormats, reportMeasures } from '../domain/vocabulary.ts';
import { groupings } from './analytics.ts';
import { caseFilters, isZone } from './case.ts';
import { Instant, line } from './common.ts';

const { q: _words, zone: _zone, ...filters } = caseFilters;

/** What a report asks. */
export const ReportQuestion = z.strictObject({
  measures: z
    .array(z.enum(reportMeasures))
    .min(1)
    .max(10)
    .refine((all) => new Set(all).size === all.length, 'must name each measure once'),
  by: z.enum([...groupings, 'time']),
  interval: z.enum(['hour', 'day', 'week', 'month']).nullable().default(null),
  filter: z.strictObject(filters).default({}),
  period: z
    .string()
    .regex(/^(?:24h|7d|30d|90d|365d|lastWeek|lastMonth|\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2})$/, 'must be a period')
    .meta({ description: '`7d` and the like end now; `2026-11-01..2026-11-24` are days with both included' }),
  zone: z.string().max(64).refine(isZone, 'must be the IANA name of a time zone').default('UTC'),
  clock: z.enum(['business', 'wall']).default('business').meta({ description: 'how minutes are counted' }),
});
export type ReportQuestion = z.infer<typeof ReportQuestion>;

export const EditableReport = z.strictObject({
  name: line(100),
  shared: z.boolean().default(false),
  question: ReportQuestion,
});
export type EditableReport = z.infer<typeof EditableReport>;

export const Report = z.object({
  id: z.string(),
  name: z.string(),
  shared: z.boolean(),
  /** Agent id. */
  owner: z.string(),
  question: ReportQuestion,
  createdAt: Instant,
  updatedAt: Instant,
  etag: z.string(),
});
export type Report = z.infer<typeof Report>;
export const ReportList = z.object({ items: z.array(Report), total: z.int() });

const Measured = z.object({
  value: z.number().nullable(),
  n: z.int().meta({ description: 'cases that the figure speaks of' }),
});
const ReportLine = z.object({
  /** Value of the field, or the beginning of the interval. */
  key: z.string().nullable(),
  name: z.string(),
  measured: z.array(Measured),
  /** The same in the period before. */
  before: z.array(Measured).nullable(),
});
export type ReportLine = z.infer<typeof ReportLine>;

export const ReportAnswer = z.object({
  asOf: Instant,
  from: Instant,
  to: Instant,
  by: z.enum([...groupings, 'time']),
  interval: z.enum(['hour', 'day', 'week', 'month']).nullable(),
  zone: z.string(),
  clock: z.enum(['business', 'wall']),
  columns: z.array(
    z.object({ measure: z.enum(reportMeasures), name: z.string(), unit: z.enum(['cases', 'minutes', 'percent']) }),
  ),
  lines: z.array(ReportLine),
  total: ReportLine,
});
export type ReportAnswer = z.infer<typeof ReportAnswer>;

const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 08:30');

/** A report that is sent by itself. */
export const EditableSchedule = z
  .strictObject({
    every: z.enum(['day', 'week', 'month']),
    weekday: z.int().min(1).max(7).default(1).meta({ description: 'with `week`; 1 is Monday' }),
    day: z
      .int()
      .min(1)
      .max(31)
      .default(1)
      .meta({ description: 'with `month`; a shorter month has it on its last day' }),
    time: timeOfDay,
    zone: ReportQuestion.shape.zone,
    to: z.array(z.email().max(320).toLowerCase()).max(50).default([]),
    formats: z.array(z.enum(reportFormats)).max(3).default(['pdf']),
    channel: z
      .string()
      .max(500)
      .nullable()
      .default(null)
      .meta({ description: 'a channel of GET /api/reports/channels' }),
    paused: z.boolean().default(false),
  })
  .refine(({ to, channel }) => to.length > 0 || channel !== null, { path: ['to'], message: 'must name somebody' })
  .refine(({ to }) => new Set(to).size === to.length, { path: ['to'], message: 'must name each address once' });
export type EditableSchedule = z.infer<typeof EditableSchedule>;

export const ReportSchedule = z.object({
  id: z.string(),
  report: z.string(),
  /** Agent id; the figures are those that this person may see. */
  owner: z.string(),
  every: z.enum(['day', 'week', 'month']),
  weekday: z.int(),
  day: z.int(),
  time: z.string(),
  zone: z.string(),
  to: z.array(z.string()),
  formats: z.array(z.enum(reportFormats)),
  channel: z.string().nullable(),
  paused: z.boolean(),
  /** Null while it is paused. */
  next: Instant.nullable(),
  running: z.boolean(),
  last: z.object({ due: Instant, at: Instant, error: z.string().nullable() }).nullable(),
  failures: z.int().meta({ description: 'in a row, since it last succeeded' }),
  etag: z.string(),
});
export type ReportSchedule = z.infer<typeof ReportSchedule>;
export const ReportScheduleList = z.object({ items: z.array(ReportSchedule), total: z.int() });
export const ReportChannelList = z.object({
  items: z.array(z.object({ id: z.string(), name: z.string() })),
  total: z.int(),
});
