import { z } from 'zod';
import { fieldTypes, priorities, roles } from '../domain/vocabulary.ts';
import { line } from './common.ts';

const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

/** Hours of work; a block that ends before it begins ends the next day. */
export const Shifts = z.strictObject({
  timezone: line(64).meta({ description: 'IANA name' }),
  blocks: z
    .array(
      z.strictObject({
        days: z.array(z.int().min(1).max(7)).min(1).max(7).meta({ description: '1 is Monday' }),
        from: timeOfDay,
        to: timeOfDay,
      }),
    )
    .max(30),
});

export const AgentsDocument = z.strictObject({
  agents: z
    .array(
      z.strictObject({
        /** Entra object id. */
        id: line(100),
        name: line(200),
        email: z.email().max(320),
        role: z.enum(roles),
        team: line(100).nullable(),
        /** Category keys and tags. */
        skills: z.array(line(100)).max(50).optional(),
        languages: z
          .array(z.string().regex(/^[a-z]{2}$/))
          .max(20)
          .optional(),
        /** Most open cases at a time; null for no limit. */
        capacity: z.int().min(0).max(10_000).nullable().optional(),
        /** When they work; absent for always. */
        hours: Shifts.optional(),
      }),
    )
    .max(10_000),
});
export type AgentsDocument = z.infer<typeof AgentsDocument>;

/** How a team hands out its work; by hand where it is absent. */
const Strategy = z.strictObject({
  kind: z.enum(['manual', 'round_robin', 'least_load']),
  /** Whoever had the customer's last case gets the next one too, if they can take it. */
  sticky: z.boolean(),
});

export const TeamsDocument = z.strictObject({
  teams: z
    .array(
      z.strictObject({
        id: line(100),
        name: line(200),
        assignment: Strategy.optional(),
        /** Minutes before a shift ends at which work at risk is offered to the next one; 30 where absent. */
        handOverMinutes: z.int().min(5).max(240).optional(),
      }),
    )
    .max(1_000),
});
export type TeamsDocument = z.infer<typeof TeamsDocument>;

const CategoryField = z
  .strictObject({
    key: z.string().regex(/^[a-z][a-z0-9_]{0,49}$/, 'must be lower-case letters, digits and underscores'),
    name: line(200),
    type: z.enum(fieldTypes),
    options: z.array(line(200)).min(1).max(200).optional(),
  })
  .refine(({ type, options }) => (type === 'choice') === (options !== undefined), {
    message: 'belongs to a choice, and a choice needs it',
    path: ['options'],
  });

const TaskTemplate = z.strictObject({
  key: line(100),
  title: line(300),
  description: z.string().max(10_000).optional(),
  priority: z.enum(priorities).optional(),
  /** Hours after it is made, round the clock. */
  dueInHours: z
    .number()
    .min(0)
    .max(24 * 366)
    .optional(),
  checklist: z.array(line(300)).max(100).optional(),
  /** Keys of templates before this one, here or above, whose tasks must be done first. */
  after: z.array(line(100)).max(20).optional(),
});

export const CategoriesDocument = z.strictObject({
  categories: z
    .array(
      z.strictObject({
        key: line(100),
        name: line(200),
        parent: line(100).nullable(),
        /** Fields that its cases have, and those of the categories below it. */
        fields: z.array(CategoryField).max(50).optional(),
        /** Tasks that its cases usually need, and those of the categories below it. */
        taskTemplates: z.array(TaskTemplate).max(30).optional(),
      }),
    )
    .min(1)
    .max(1_000),
});
export type CategoriesDocument = z.infer<typeof CategoriesDocument>;

/** A category tree with fields, task templates and teams, to begin with. */
export const Preset = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  categories: CategoriesDocument.shape.categories,
  teams: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type Preset = z.infer<typeof Preset>;

export const PresetList = z.object({ items: z.array(Preset), total: z.int() });
export type PresetList = z.infer<typeof PresetList>;

/** How the mail of each mailbox is treated; a mailbox that is not listed has the defaults. */
export const MailboxesDocument = z.strictObject({
  mailboxes: z
    .array(
      z.strictObject({
        address: z.email().max(320),
        bulkOpensCase: z.boolean().default(false).meta({ description: 'newsletters and announcements open cases' }),
        closedCase: z
          .enum(['reopen', 'follow_up'])
          .default('reopen')
          .meta({ description: 'what an answer to a closed case does: opens it again, or opens a new, linked case' }),
        followUpAfterDays: z
          .int()
          .min(1)
          .max(3_650)
          .nullable()
          .default(null)
          .meta({ description: 'with `reopen`: days after closing from which on a new case is opened all the same' }),
        silenceMinutes: z
          .int()
          .min(0)
          .max(10_080)
          .nullable()
          .default(null)
          .meta({ description: 'the shortest silence that raises an alarm; null: as the deployment says, 0: never' }),
      }),
    )
    .max(1_000),
});
export type MailboxesDocument = z.infer<typeof MailboxesDocument>;

const days = (least: number) => z.int().min(least).max(36_500).nullable();

/** How long things are kept; null keeps them. */
export const RetentionDocument = z.strictObject({
  closedCasesDays: days(1).meta({
    description: 'days after closing until everything written on a case goes and whoever is on it is nobody',
  }),
  auditDays: days(90).meta({ description: 'days until entries of the audit log go' }),
});
export type RetentionDocument = z.infer<typeof RetentionDocument>;

export const RetentionTrial = RetentionDocument.pick({ closedCasesDays: true });
export const RetentionPreview = z.object({
  cases: z.int().meta({ description: 'closed cases that are older than that' }),
});

/** Somebody in the company's directory, to be listed as an agent. */
export const Person = z.object({
  /** Entra object id. */
  id: z.string(),
  name: z.string(),
  email: z.string(),
});
export type Person = z.infer<typeof Person>;

/** The caller, as the token says. */
export const Me = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(roles),
  team: z.string().nullable(),
  mode: z.enum(['sandbox', 'production']),
});
export type Me = z.infer<typeof Me>;
