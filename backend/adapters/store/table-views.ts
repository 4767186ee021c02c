import { createHash } from 'node:crypto';
import type { Versioned } from '../../domain/case/case.ts';
import { Failure } from '../../domain/failure.ts';
import type { Row, RowOperation, TableBackend } from '../../ports/table-backend.ts';
import type { SavedView, Views } from '../../ports/views.ts';
import { Attempts } from './attempts.ts';
import { safeKey, tenantPartition } from './keys.ts';

/** One row a view. */
export class TableViews implements Views {
  readonly #backend: TableBackend;
  readonly #tenant: string;

  constructor(backend: TableBackend, tenant = 'local') {
    this.#backend = backend;
    this.#tenant = tenant;
  }

  async all(): Promise<Versioned<SavedView>[]> {
    return (await this.#backend.range(this.#partition(), {})).map(toView);
  }

  async get(id: string): Promise<Versioned<SavedView> | undefined> {
    const row = await this.#backend.get(this.#partition(), safeKey(id));
    return row && toView(row);
  }

  async put(view: SavedView, ifMatch: string | null): Promise<Versioned<SavedView>> {
    const row = safeKey(view.id);
    const value = { ...view };
    const written = versionOf(view);
    await this.#change(view.id, ifMatch, written, (present) =>
      present === undefined ? { kind: 'create', row, value } : { kind: 'replace', row, value, ifMatch: present.etag },
    );
    return { value: view, etag: versionOf(view) };
  }

  async remove(id: string, ifMatch: string): Promise<void> {
    const row = safeKey(id);
    await this.#change(id, ifMatch, null, (present) => ({
      kind: 'delete',
      row,
      ...(present && { ifMatch: present.etag }),
    }));
  }

  /** A write whose answer was lost is found to be there already when it is tried again. */
  async #change(
    id: string,
    ifMatch: string | null,
    wanted: string | null,
    operation: (present: Row | undefined) => RowOperation,
  ): Promise<void> {
    const attempts = new Attempts();
    for (let tried = false; ; ) {
      const present = await this.#backend.get(this.#partition(), safeKey(id));
      const version = present === undefined ? null : toView(present).etag;
      if (version !== ifMatch) {
        if (tried && version === wanted) return;
        throw new Failure('stale', 'Somebody changed the view meanwhile.', { current: present && toView(present) });
      }
      const result = await this.#backend.commit(this.#partition(), [operation(present)]);
      if (result.kind === 'committed') return;
      if (result.kind === 'conflict') continue;
      tried = true;
      await attempts.afterUnknown(result.cause);
    }
  }

  #partition() {
    return tenantPartition('core', this.#tenant, 'views');
  }
}

function toView(row: Row): Versioned<SavedView> {
  const value = row.value as unknown as SavedView;
  return { value, etag: versionOf(value) };
}

function versionOf(view: SavedView): string {
  return createHash('sha256')
    .update(JSON.stringify([view.name, view.shared, view.query, view.updatedAt]))
    .digest('hex')
    .slice(0, 16);
}
