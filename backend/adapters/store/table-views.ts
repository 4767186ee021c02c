import type { TableBackend } from '../../ports/table-backend.ts';
import type { SavedView, Views } from '../../ports/views.ts';
import { NamedRows } from './named-rows.ts';

/** Saved views of the case list. */
export class TableViews extends NamedRows<SavedView> implements Views {
  constructor(backend: TableBackend, tenant = 'local') {
    super(backend, 'views', 'view', tenant);
  }
}
