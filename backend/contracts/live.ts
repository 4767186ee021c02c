import { z } from 'zod';
import { presenceDoings, presenceSurfaces } from '../domain/vocabulary.ts';
import { Case } from './case.ts';
import { Instant } from './common.ts';
import { Task } from './task.ts';

/** Pushed to everybody who may read cases after a case was opened or changed. */
export const CaseChanged = z.object({
  case: Case,
  kind: z.enum(['opened', 'changed']),
  /** Who did it, for "Ana changed it". */
  actor: z.object({ id: z.string(), name: z.string() }),
});
export type CaseChanged = z.infer<typeof CaseChanged>;

/** Pushed when a clock comes to a level that somebody is to hear of. */
export const SlaAlert = z.object({
  case: Case,
  clock: z.enum(['firstResponse', 'nextResponse', 'resolution']),
  /** `at_risk`, `breached`, or the id of a policy's escalation step. */
  level: z.string(),
  /** When the clock came to it. */
  at: Instant,
  due: Instant.nullable(),
  /** Who is to hear of it. */
  tell: z.array(z.enum(['assignee', 'team', 'managers'])),
});
export type SlaAlert = z.infer<typeof SlaAlert>;

/** Pushed to everybody who may read cases after a task was made, changed or deleted. */
export const TaskChanged = z.object({
  /** As it stands now; as it stood before, where it was deleted. */
  task: Task,
  kind: z.enum(['created', 'changed', 'deleted']),
  actor: z.object({ id: z.string(), name: z.string() }),
});
export type TaskChanged = z.infer<typeof TaskChanged>;

/** Somebody who has a case before them. */
export const PresentPerson = z.object({
  id: z.string(),
  name: z.string(),
  surface: z.enum(presenceSurfaces),
  doing: z.enum(presenceDoings),
  since: Instant.meta({ description: 'since when they have been doing it' }),
});
export type PresentPerson = z.infer<typeof PresentPerson>;

/** Pushed to whoever is at a case when somebody comes, goes, or begins to reply: those who reply first. */
export const CasePresence = z.object({ caseId: z.string(), people: z.array(PresentPerson) });
export type CasePresence = z.infer<typeof CasePresence>;

/** Sent by a client that shows a case, again when its user begins or stops writing a reply, and without a case to leave. */
export const PresenceNotice = z.object({
  caseId: z
    .string()
    .regex(/^[0-9a-f]{24}$/)
    .nullable(),
  doing: z.enum(presenceDoings).default('viewing'),
  surface: z.enum(presenceSurfaces).default('api'),
});
export type PresenceNotice = z.infer<typeof PresenceNotice>;

/** Client to server events by name. */
export interface ClientEvents {
  presence: (notice: PresenceNotice) => void;
}

/** Server to client events by name. */
export interface LiveEvents {
  'case.changed': (change: CaseChanged) => void;
  'sla.alert': (alert: SlaAlert) => void;
  'task.changed': (change: TaskChanged) => void;
  presence: (presence: CasePresence) => void;
}
