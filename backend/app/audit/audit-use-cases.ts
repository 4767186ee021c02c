import type { Actor } from '../../domain/access/actor.ts';
import { documentChanges } from '../../domain/audit/document-changes.ts';
import type { AuditEntry } from '../../domain/audit/entry.ts';
import type { AuditFilter, AuditLog, AuditPage } from '../../ports/audit.ts';
import type { SettingsName } from '../../ports/settings.ts';
import type { Clock, Ids } from '../../ports/system.ts';

export interface AuditUseCases {
  /** Newest first. @throws Failure `invalid` for a foreign cursor */
  listAudit(filter: AuditFilter, page: { limit: number; after?: string }): Promise<AuditPage>;
  /** Somebody takes a list along as a file. `filters` names by what it was chosen, not the values. */
  noteExport(actor: Actor, taken: { list: string; format: string; filters: string }): Promise<void>;
}

export interface AuditDeps {
  audit: AuditLog;
  clock: Clock;
  ids: Ids;
}

export function bindAudit(deps: AuditDeps): AuditUseCases {
  return {
    listAudit: (filter, page) => deps.audit.list(filter, page),
    async noteExport(actor, { list, format, filters }) {
      const changes = Object.entries({ format, filters }).map(([field, to]) => ({ field, from: null, to }));
      await deps.audit.note({ ...begun(deps, actor), kind: 'list.exported', subject: list, changes });
    },
  };
}

/** Notes what became different in a settings document; a role that somebody got or lost is an entry of its own. */
export async function noteSettings(
  deps: AuditDeps,
  actor: Actor,
  name: SettingsName,
  before: unknown,
  after: unknown,
): Promise<void> {
  const changes = documentChanges(before, after);
  if (changes.length === 0) return;
  await deps.audit.note({ ...begun(deps, actor), kind: 'settings.changed', subject: name, changes });
  if (name !== 'agents') return;
  for (const change of changes) {
    const [, id, field] = /^agents\.(.+?)(?:\.([^.]*))?$/.exec(change.field) ?? [];
    const [from, to] = field === undefined ? [roleOf(change.from), roleOf(change.to)] : [change.from, change.to];
    if (id === undefined || (field !== undefined && field !== 'role') || from === to) continue;
    const roles = [{ field: 'role', from, to }];
    await deps.audit.note({ ...begun(deps, actor), kind: 'role.changed', subject: id, changes: roles });
  }
}

function roleOf(agent: unknown): unknown {
  return typeof agent === 'object' && agent !== null && 'role' in agent ? agent.role : null;
}

function begun({ ids, clock }: AuditDeps, actor: Actor): Pick<AuditEntry, 'id' | 'at' | 'actor'> {
  return { id: ids.caseId(), at: clock.now(), actor };
}
