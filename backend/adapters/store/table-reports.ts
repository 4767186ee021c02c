import type { Reports, SavedReport } from '../../ports/reports.ts';
import type { TableBackend } from '../../ports/table-backend.ts';
import { NamedRows } from './named-rows.ts';

/** Saved reports. */
export class TableReports extends NamedRows<SavedReport> implements Reports {
  constructor(backend: TableBackend, tenant = 'local') {
    super(backend, 'reports', 'report', tenant);
  }
}
