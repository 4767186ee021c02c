import { z } from 'zod';
import { Case } from './case.ts';

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

/** Server to client events by name. */
export interface LiveEvents {
  'case.changed': (change: CaseChanged) => void;
}
