import type { AuditEntry } from '../../domain/audit/entry.ts';
import { Failure } from '../../domain/failure.ts';
import type { Instant } from '../../domain/mail/mail.ts';
import type { AuditFilter, AuditLog, AuditPage } from '../../ports/audit.ts';
import type { Partition, TableBackend } from '../../ports/table-backend.ts';
import { countdown, endOfTime, safeKey, tenantPartition } from './keys.ts';
import { allRows, writeRepeatably } from './simple-rows.ts';

/** A row an entry in table `core`, the newest first. */
export class AuditRows implements AuditLog {
  readonly #backend: TableBackend;
  readonly #partition: Partition;

  constructor(backend: TableBackend, tenant = 'local') {
    this.#backend = backend;
    this.#partition = tenantPartition('core', tenant, 'audit');
  }

  async note(entry: AuditEntry): Promise<void> {
    const row = `${countdown(entry.at)}|${safeKey(entry.id)}`;
    await writeRepeatably(this.#backend, this.#partition, [{ kind: 'upsert', row, value: { ...entry } }]);
  }

  async list(filter: AuditFilter, { limit, after }: { limit: number; after?: string }): Promise<AuditPage> {
    if (after !== undefined && !cursorForm.test(after)) throw badCursor();
    const bounds = {
      // Of two entries the later one comes first, so a period ends where its rows begin.
      from: filter.to === undefined ? '0' : `${countdown(filter.to)}~`,
      to: filter.from === undefined ? String(endOfTime) : `${countdown(filter.from)}~`,
    };
    const items: { row: string; entry: AuditEntry }[] = [];
    let total = 0;
    for await (const { row, value } of allRows(this.#backend, this.#partition, bounds)) {
      const entry = value as unknown as AuditEntry;
      if (!matches(entry, filter)) continue;
      total += 1;
      if (items.length <= limit && (after === undefined || row > after)) items.push({ row, entry });
    }
    const page = items.slice(0, limit);
    const next = items.length > limit ? page.at(-1)?.row : undefined;
    return { items: page.map(({ entry }) => entry), total, ...(next !== undefined && { next }) };
  }

  async removeBefore(at: Instant, limit: number): Promise<number> {
    const bounds = { from: `${countdown(at)}~`, limit: Math.min(limit, 100) };
    const rows = await this.#backend.range(this.#partition, bounds);
    if (rows.length === 0) return 0;
    const deletes = rows.map(({ row }) => ({ kind: 'delete' as const, row }));
    await writeRepeatably(this.#backend, this.#partition, deletes);
    return rows.length;
  }
}

const cursorForm = /^\d{16}\|[A-Za-z0-9._@:+~-]{1,200}$/;

function matches(entry: AuditEntry, { actor, kind }: AuditFilter): boolean {
  return (!actor?.length || actor.includes(entry.actor.id)) && (!kind?.length || kind.includes(entry.kind));
}

function badCursor(): Failure {
  return new Failure('invalid', 'The cursor is not one of ours.', {
    faults: [{ path: 'after', message: 'must be the `next` of a list' }],
  });
}
