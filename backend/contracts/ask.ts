import { z } from 'zod';
import {
  analystEngines,
  caseGroupings,
  caseSources,
  caseStatuses,
  metricNames,
  priorities,
  sentiments,
} from '../domain/vocabulary.ts';
import { CaseList } from './case.ts';
import { Instant } from './common.ts';

const some = <T extends z.ZodType>(item: T) => z.array(item).min(1).max(50).optional();

/** What a question about cases comes to. Whoever shows it may change it and send it back instead of a question. */
export const AskQuery = z
  .strictObject({
    metric: z.enum(metricNames).meta({ description: 'a figure of GET /api/analytics/metrics' }),
    statistic: z.enum(['median', 'p90']).default('median').meta({ description: 'of figures in minutes' }),
    filter: z
      .strictObject({
        status: some(z.enum(caseStatuses)),
        priority: some(z.enum(priorities)),
        category: some(z.string().max(100)),
        sentiment: some(z.enum(sentiments)),
        assignee: some(z.string().max(100)).meta({ description: 'agent id, `me` or `none`' }),
        team: some(z.string().max(100)),
        tag: some(z.string().max(100)),
        customer: some(z.string().max(320)),
        sla: some(z.enum(['at_risk', 'breached'])),
        source: some(z.enum(caseSources)),
        language: some(z.string().max(20)),
        complaint: z.boolean().optional(),
        createdFrom: Instant.optional(),
        createdTo: Instant.optional(),
        dueBefore: Instant.optional(),
        q: z.string().max(300).optional(),
      })
      .default({}),
    from: Instant.optional().meta({ description: '30 days before `to` unless given; for figures of a period' }),
    to: Instant.optional().meta({ description: 'now unless given; not included' }),
    by: z.enum(caseGroupings).optional(),
    interval: z.enum(['hour', 'day', 'week', 'month']).optional().meta({ description: 'one figure for each' }),
    order: z.enum(['most', 'least']).optional(),
    top: z.int().min(1).max(50).optional(),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || Date.parse(from) < Date.parse(to), {
    path: ['from'],
    message: 'must be before the end of the period',
  });
export type AskQuery = z.infer<typeof AskQuery>;

const zoneExists = (name: string) => {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

export const AskBody = z
  .strictObject({
    question: z
      .string()
      .max(500)
      .optional()
      .meta({ examples: ['urgent billing cases at risk this week by agent'] }),
    query: AskQuery.optional().meta({ description: 'instead of a question: one that was answered, changed by hand' }),
    timeZone: z
      .string()
      .max(60)
      .refine(zoneExists, 'must be an IANA time zone')
      .default('UTC')
      .meta({ description: 'days begin at its midnight' }),
    language: z
      .enum(['en', 'de'])
      .default('en')
      .meta({ description: 'of the words about a query; a question is answered in its own' }),
  })
  .refine(({ question, query }) => (question === undefined) !== (query === undefined), {
    path: ['question'],
    message: 'give either a question or a query',
  });

const counted = { value: z.number().nullable(), n: z.int() };

export const AskAnswer = z.object({
  asOf: Instant,
  language: z.enum(['en', 'de']),
  engine: z.enum(analystEngines),
  engineReason: z.string().optional(),
  /** Null where we ask back. */
  answer: z
    .object({
      query: AskQuery,
      /** The query in words: what was understood. */
      reading: z.string(),
      notes: z.array(z.string()),
      figure: z.object({
        name: z.string(),
        unit: z.enum(['cases', 'minutes', 'percent']),
        formula: z.string(),
        /** Minutes are business minutes. Null where there was nothing to measure. */
        ...counted,
        /** How many cases it rests on. */
        groups: z.array(z.object({ key: z.string().nullable(), name: z.string().nullable(), ...counted })).nullable(),
        points: z.array(z.object({ at: Instant, ...counted })).nullable(),
        from: Instant.nullable(),
        to: Instant.nullable(),
      }),
      /** The cases behind the figure, the most pressing first; `path` gives all of them, and is null where there are none. */
      cases: CaseList.omit({ next: true }).extend({ path: z.string().nullable() }),
    })
    .nullable(),
  /** Why there is no figure; null with an answer. */
  unclear: z.string().nullable(),
  /** What else may have been meant, or what to ask instead. */
  suggestions: z.array(z.object({ text: z.string(), query: AskQuery.optional() })),
});
export type AskAnswer = z.infer<typeof AskAnswer>;
