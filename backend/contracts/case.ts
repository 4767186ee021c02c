import { z } from 'zod';
import {
  analystEngines,
  caseActions,
  caseSources,
  caseStatuses,
  priorities,
  sentiments,
  slaStates,
} from '../domain/vocabulary.ts';

import { Entities, SuggestedTask } from './analysis.ts';

import { Address, anyOf, Instant, line } from './common.ts';

/** One service level clock as it stands. `due` is null when the clock has no running deadline. */
export const SlaClock = z.object({
  due: Instant.nullable(),
  state: z.enum(slaStates),
  /** When it was met or missed for good. */
  at: Instant.optional(),
  /** What was promised, in minutes of the clock's calendar; absent when nothing was. */
  targetMinutes: z.number().optional(),
  /** When a running clock becomes at risk, if nothing changes before. */
  riskAt: Instant.optional(),
  /** Minutes left on a paused clock, below zero when it was overdue already. */
  leftMinutes: z.number().optional(),
});
export type SlaClock = z.infer<typeof SlaClock>;

const FieldValue = z.union([z.string().max(2_000), z.number(), z.boolean()]);

export const Case = z.object({
  id: z.string(),
  number: z.string().meta({ examples: ['HC-1042'] }),
  subject: z.string(),
  status: z.enum(caseStatuses),
  priority: z.enum(priorities),
  category: z.string(),
  complaint: z.boolean(),
  sentiment: z.enum(sentiments),
  language: z.string(),
  summary: z.string(),
  tags: z.array(z.string()),
  customer: z.object({ email: z.string(), name: z.string() }),
  participants: z.array(z.object({ email: z.string(), name: z.string() })),
  undeliverable: z
    .array(z.string())
    .meta({ description: 'addresses that mail could not reach, or whose owners complained' }),
  /** Agent id. */
  assignee: z.string().nullable(),
  assigneeName: z.string().nullable(),
  team: z.string().nullable(),
  mailbox: z.string().nullable(),
  source: z.enum(caseSources),
  /** Null until the analyst has spoken. */
  ai: z
    .object({
      engine: z.enum(analystEngines),
      confidence: z.number().min(0).max(1),
      needsReview: z.boolean(),
      reasons: z.array(z.string()),
      /** What whoever takes the case would do first. */
      nextStep: z.string().optional(),
      entities: Entities.partial().optional(),
      suggestedTasks: z.array(SuggestedTask).optional(),
      /** Why the local engine spoke although a language model was wanted. */
      fallback: z.string().optional(),
    })
    .nullable(),
  sla: z.object({ firstResponse: SlaClock, nextResponse: SlaClock, resolution: SlaClock }),
  /** Id of the case it was merged into; it then stands still. */
  mergedInto: z.string().optional(),
  /** Cases that were merged into this one. */
  mergedCases: z.array(z.object({ caseId: z.string(), number: z.string() })).optional(),
  linked: z.array(z.object({ caseId: z.string(), kind: z.string() })),
  /** Agent ids. */
  watchers: z.array(z.string()).optional(),
  /** Values of the category's own fields, by field key. */
  fields: z.record(z.string(), FieldValue).optional(),
  /** What was said on resolving or closing it. */
  resolution: z.string().nullable().optional(),
  messageCount: z.int(),
  taskCount: z.int(),
  openTaskCount: z.int().optional(),
  /** True when all its tasks are done and it still goes on. */
  suggestResolve: z.boolean().optional(),
  createdAt: Instant,
  updatedAt: Instant,
  firstResponseAt: Instant.optional(),
  resolvedAt: Instant.optional(),
  closedAt: Instant.optional(),
  reopenedAt: Instant.optional().meta({ description: 'when it was last opened again' }),
  /** How content the customer is, once they were asked. The rating is theirs of the ending last asked about or before. */
  satisfaction: z
    .object({
      askedAt: Instant,
      rating: z.int().min(1).max(5).nullable(),
      ratedAt: Instant.nullable(),
    })
    .optional(),
  etag: z.string(),
  /** What this caller may do next. */
  actions: z.array(z.enum(caseActions)),
  /** Statuses this caller may set next. */
  nextStatuses: z.array(z.enum(caseStatuses)),
});
export type Case = z.infer<typeof Case>;

export const CaseList = z.object({
  items: z.array(
    Case.extend({
      /** With `q`: where its words occur, those words between U+E000 and U+E001. */
      snippet: z.string().optional(),
    }),
  ),
  total: z.int(),
  next: z.string().optional(),
});
export type CaseList = z.infer<typeof CaseList>;

export const caseSorts = ['created', 'updated', 'due', 'priority', 'number', 'customer', 'relevance'] as const;

export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

/** What cases can be filtered by, in lists as in figures. */
export const caseFilters = {
  status: anyOf(z.enum(caseStatuses)),
  priority: anyOf(z.enum(priorities)),
  category: anyOf(z.string().max(100)),
  sentiment: anyOf(z.enum(sentiments)),
  assignee: anyOf(z.string().max(100)).meta({ description: 'agent id, `me` or `none`' }),
  team: anyOf(z.string().max(100)).meta({ description: 'team id or `none`' }),
  tag: anyOf(z.string().max(100)),
  customer: anyOf(z.string().max(320)),
  sla: anyOf(z.enum(['ok', 'at_risk', 'breached', 'paused', 'none'])),
  source: anyOf(z.enum(caseSources)),
  language: anyOf(z.string().max(10)),
  complaint: z.enum(['true', 'false']).optional(),
  needsReview: z
    .enum(['true', 'false'])
    .optional()
    .meta({ description: 'whether the analyst was not sure enough and nobody has looked' }),
  createdFrom: Instant.optional(),
  createdTo: Instant.optional(),
  updatedFrom: Instant.optional(),
  updatedTo: Instant.optional(),
  dueBefore: Instant.optional(),
  answeredFrom: Instant.optional().meta({ description: 'first answered then or later' }),
  answeredTo: Instant.optional(),
  resolvedFrom: Instant.optional().meta({
    description: 'resolved, or closed without having been resolved, then or later',
  }),
  resolvedTo: Instant.optional(),
  reopenedFrom: Instant.optional().meta({ description: 'last opened again then or later' }),
  reopenedTo: Instant.optional(),
  promise: anyOf(z.enum(['met', 'missed'])).meta({ description: 'whether it was resolved within the promised time' }),
  askedFrom: Instant.optional().meta({ description: 'last asked for a rating then or later' }),
  askedTo: Instant.optional(),
  ratedFrom: Instant.optional().meta({ description: 'last rated by the customer then or later' }),
  ratedTo: Instant.optional(),
  rating: anyOf(z.enum(['1', '2', '3', '4', '5'])).meta({ description: 'the last rating by the customer, 5 is best' }),
  arrived: anyOf(
    z.string().regex(/^[1-7]-(?:[01]\d|2[0-3])$/, 'must be a weekday (1 is Monday) and an hour, such as 1-09'),
  ).meta({
    description: 'hour of the week in which the case was opened, such as `1-09` for Monday from nine to ten',
  }),
  zone: z
    .string()
    .max(64)
    .refine(isZone, 'must be the IANA name of a time zone')
    .optional()
    .meta({ description: 'time zone of `arrived`, and of days and weeks in figures; UTC unless given' }),
  q: z.string().max(300).optional(),
};

export const CaseQuery = z.object({
  ...caseFilters,
  sort: z
    .enum(caseSorts.flatMap((s) => [s, `-${s}` as const]))
    .optional()
    .meta({ description: 'a leading - sorts descending; `due` unless given, `relevance` with `q`' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(500).optional(),
  minPos: z
    .string()
    .regex(/^\d{1,4}-\d{1,12}$/)
    .optional()
    .meta({ description: 'the etag of a case; the answer is at least as new, or waited a second for it' }),
});
export type CaseQuery = z.infer<typeof CaseQuery>;

export const CaseFilterQuery = z.object(caseFilters);
export type CaseFilterQuery = z.infer<typeof CaseFilterQuery>;

const tags = z.array(line(50)).max(30);

export const CreateCase = z.object({
  subject: line(500),
  description: z.string().max(200_000).default(''),
  customer: Address,
  priority: z.enum(priorities).optional(),
  category: line(100).optional(),
  tags: tags.optional(),
  assignee: line(100).nullable().optional(),
  team: line(100).nullable().optional(),
  source: z.enum(['outlook', 'teams', 'tab', 'api']).default('api'),
});
export type CreateCase = z.infer<typeof CreateCase>;

/** The fields a person may edit; all of them for PUT, any of them for PATCH. */
export const EditableCase = z.strictObject({
  subject: line(500),
  priority: z.enum(priorities),
  category: line(100),
  complaint: z.boolean(),
  tags,
  summary: z.string().max(2_000),
  assignee: line(100).nullable(),
  team: line(100).nullable(),
  fields: z
    .record(line(100), FieldValue.nullable())
    .refine((fields) => Object.keys(fields).length <= 100, 'must name at most 100 fields')
    .optional()
    .meta({ description: "values of the category's own fields; null takes one away, what is not named stays" }),
  sentiment: z.enum(sentiments).optional(),
  needsReview: z
    .boolean()
    .optional()
    .meta({ description: 'false: somebody looked at what the analyst said; it changes none of it any more' }),
});
export type EditableCase = z.infer<typeof EditableCase>;

export const PatchCase = EditableCase.partial().refine((v) => Object.keys(v).length > 0, 'must change something');
export type PatchCase = z.infer<typeof PatchCase>;

export const ChangeStatus = z.strictObject({ status: z.enum(caseStatuses), reason: z.string().max(2_000).optional() });
export type ChangeStatus = z.infer<typeof ChangeStatus>;

export const AssignCase = z.strictObject({
  /** Agent id, `me`, or null for nobody. */
  assignee: line(100).nullable(),
  team: line(100).nullable().optional(),
});
export type AssignCase = z.infer<typeof AssignCase>;
