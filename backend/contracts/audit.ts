import { z } from 'zod';
import { auditKinds, surfaces } from '../domain/vocabulary.ts';
import { anyOf, Instant } from './common.ts';

export const AuditQuery = z.object({
  actor: anyOf(z.string().max(200)).meta({ description: 'ids of those who acted' }),
  kind: anyOf(z.enum(auditKinds)),
  from: Instant.optional().meta({ description: 'at or after' }),
  to: Instant.optional().meta({ description: 'before' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(250).optional(),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

/** Something that whoever answers for the deployment may have to account for. */
export const AuditEntry = z.object({
  id: z.string(),
  at: Instant,
  kind: z.enum(auditKinds),
  actor: z.object({ id: z.string(), name: z.string() }),
  surface: z.enum(surfaces),
  subject: z.string().nullable().meta({ description: 'what it was done to, such as the name of a settings document' }),
  changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const AuditList = z.object({ items: z.array(AuditEntry), total: z.int(), next: z.string().optional() });
export type AuditList = z.infer<typeof AuditList>;
