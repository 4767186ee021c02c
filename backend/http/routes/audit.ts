import type { AuditUseCases } from '../../app/audit/audit-use-cases.ts';
import type { AuditEntry as WireEntry } from '../../contracts/audit.ts';
import type { AuditEntry } from '../../domain/audit/entry.ts';
import type { ApiHandlers } from './api-handlers.ts';

export function auditRoutes(app: AuditUseCases): Pick<ApiHandlers, 'listAudit'> {
  return {
    listAudit: async ({ query }) => {
      const { actor, kind, from, to, limit, after } = query;
      const filter = { ...(actor && { actor }), ...(kind && { kind }), ...period({ from, to }) };
      const { items, total, next } = await app.listAudit(filter, { limit, ...(after !== undefined && { after }) });
      return { body: { items: items.map(presentEntry), total, ...(next !== undefined && { next }) } };
    },
  };
}

/** Instants come with any offset. */
function period(sent: { from: string | undefined; to: string | undefined }): { from?: string; to?: string } {
  const given = Object.entries(sent).filter(([, at]) => at !== undefined);
  return Object.fromEntries(given.map(([name, at]) => [name, new Date(at ?? '').toISOString()]));
}

function presentEntry({ id, at, kind, actor, subject, changes }: AuditEntry): WireEntry {
  return {
    ...{ id, at, kind, subject },
    actor: { id: actor.id, name: actor.name },
    surface: actor.surface,
    changes: changes.map(({ field, from, to }) => ({ field, from, to })),
  };
}
