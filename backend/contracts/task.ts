import { z } from 'zod';
import { priorities, taskStatuses } from '../domain/vocabulary.ts';
import { anyOf, Instant, line } from './common.ts';

const checklistItem = z.strictObject({ text: line(300), done: z.boolean().default(false) });
const checklist = z
  .array(z.union([checklistItem, line(300).transform((text) => ({ text, done: false }))]))
  .max(100)
  .meta({ description: 'items with `text` and `done`; a bare text is one to be done' });

export const Task = z.object({
  id: z.string(),
  /** Null for a task that stands alone. */
  caseId: z.string().nullable(),
  caseNumber: z.string().optional(),
  title: z.string(),
  description: z.string(),
  status: z.enum(taskStatuses),
  priority: z.enum(priorities),
  category: z.string(),
  /** Agent id. */
  owner: z.string().nullable(),
  ownerName: z.string().nullable(),
  /** Address of somebody outside who does it. */
  ownerEmail: z.string().optional(),
  /** The mail that asked them; absent where none was sent, as for a task that stands alone. */
  assignment: z
    .object({
      messageId: z.string().meta({ description: 'a message of the case, with its delivery' }),
      to: z.string(),
      at: Instant,
      error: z.string().optional().meta({ description: 'why it did not reach them' }),
    })
    .optional(),
  /** When they last wrote about it. */
  heardAt: Instant.optional(),
  dueAt: Instant.optional(),
  checklist: z.array(z.object({ text: z.string(), done: z.boolean() })),
  /** Ids of the tasks that must be done first. */
  blockedBy: z.array(z.string()),
  /** True while one of them is not done. */
  blocked: z.boolean(),
  createdAt: Instant,
  updatedAt: Instant,
  resolvedAt: Instant.optional(),
  closedAt: Instant.optional(),
  etag: z.string(),
});
export type Task = z.infer<typeof Task>;

export const TaskList = z.object({ items: z.array(Task), total: z.int(), next: z.string().optional() });
export type TaskList = z.infer<typeof TaskList>;

export const taskSorts = ['created', 'updated', 'due', 'priority', 'title'] as const;

const flag = z
  .enum(['true', 'false'])
  .transform((word) => word === 'true')
  .optional();

export const TaskQuery = z.object({
  status: anyOf(z.enum(taskStatuses)),
  priority: anyOf(z.enum(priorities)),
  category: anyOf(z.string().max(100)),
  owner: anyOf(z.string().max(320)).meta({ description: 'agent id, `me`, `none`, or an address outside' }),
  case: anyOf(z.string().max(64)).meta({ description: "a case's id or its number" }),
  dueFrom: Instant.optional(),
  dueBefore: Instant.optional(),
  alone: flag.meta({ description: 'of no case' }),
  outside: flag.meta({ description: 'given to somebody outside' }),
  blocked: flag.meta({ description: 'waits for a task that is not done' }),
  q: z.string().max(300).optional(),
  sort: z
    .enum(taskSorts.flatMap((s) => [s, `-${s}` as const]))
    .default('due')
    .meta({ description: 'a leading - sorts descending' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(500).optional(),
});
export type TaskQuery = z.infer<typeof TaskQuery>;

const editable = {
  title: line(300),
  description: z.string().max(10_000),
  status: z.enum(taskStatuses),
  priority: z.enum(priorities),
  category: line(100),
  owner: line(100).nullable().meta({ description: 'agent id, `me`, or null' }),
  ownerEmail: z
    .email()
    .max(320)
    .nullable()
    .meta({ description: 'somebody outside; they are asked by mail when the task belongs to a case' }),
  dueAt: Instant.nullable(),
  checklist,
  blockedBy: z.array(z.string().min(1).max(64)).max(50),
};

const share = z
  .array(z.string().min(1).max(64))
  .max(20)
  .meta({ description: 'mails of the case that are passed on to a new ownerEmail; nothing of the case is without' });

export const CreateTask = z.strictObject({
  ...z.object(editable).omit({ status: true, title: true }).partial().shape,
  title: editable.title,
  status: z.enum(['new', 'in_progress']).default('new'),
  share: share.optional(),
  caseId: z
    .string()
    .min(1)
    .max(64)
    .nullable()
    .default(null)
    .meta({ description: "a case's id or its number, or null" }),
});
export type CreateTask = z.infer<typeof CreateTask>;

/** The fields a person may edit; PUT takes those without a default all. */
export const EditableTask = z.strictObject({
  ...editable,
  description: editable.description.default(''),
  ownerEmail: editable.ownerEmail.default(null),
  dueAt: editable.dueAt.default(null),
  checklist: checklist.default([]),
  blockedBy: editable.blockedBy.default([]),
});
export type EditableTask = z.infer<typeof EditableTask>;

export const PatchTask = z
  .strictObject({ ...editable, share })
  .partial()
  .refine((v) => Object.keys(v).length > 0, 'must change something');
export type PatchTask = z.infer<typeof PatchTask>;

const ids = z.array(z.string().min(1).max(64)).min(1).max(500);

export const BulkTasks = z.discriminatedUnion('action', [
  z.strictObject({ ids, action: z.literal('set_status'), status: editable.status }),
  z.strictObject({ ids, action: z.literal('assign'), owner: editable.owner }),
  z.strictObject({ ids, action: z.literal('assign_outside'), ownerEmail: editable.ownerEmail }),
  z.strictObject({ ids, action: z.literal('set_priority'), priority: editable.priority }),
  z.strictObject({ ids, action: z.literal('set_category'), category: editable.category }),
  z.strictObject({ ids, action: z.literal('set_due'), dueAt: editable.dueAt }),
  z.strictObject({ ids, action: z.literal('delete') }),
]);
export type BulkTasks = z.infer<typeof BulkTasks>;

export const BulkTaskResults = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      ok: z.boolean(),
      task: Task.optional(),
      error: z.object({ status: z.int(), code: z.string(), detail: z.string() }).optional(),
    }),
  ),
  succeeded: z.int(),
  failed: z.int(),
});
export type BulkTaskResults = z.infer<typeof BulkTaskResults>;

export const TaskSuggestions = z.object({
  /** `because` is the sentence of the mail, or the fact, that a suggestion rests on. */
  items: z.array(z.object({ title: z.string(), because: z.string() })),
  total: z.int(),
});
export type TaskSuggestions = z.infer<typeof TaskSuggestions>;
