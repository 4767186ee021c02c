import { z } from 'zod';
import { Case } from './case.ts';
import { Instant } from './common.ts';
import { Task } from './task.ts';

/** Socket.IO namespace path; the access token goes into the handshake's `auth.token`. */
export const livePath = '/live';

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

/** Server to client events by name. */
export interface LiveEvents {
  'case.changed': (change: CaseChanged) => void;
  'sla.alert': (alert: SlaAlert) => void;
  'task.changed': (change: TaskChanged) => void;
}
