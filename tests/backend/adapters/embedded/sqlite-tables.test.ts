import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteTables } from '../../../../backend/adapters/embedded/sqlite-tables.ts';
import { tableBackendSuite } from '../../../port-suites/table-backend.ts';

describe('the embedded store', () => {
  const folder = mkdtempSync(join(tmpdir(), 'embedded-'));
  after(() => rmSync(folder, { recursive: true }));

  tableBackendSuite('The embedded store', async () => openSqliteTables({ path: join(folder, 'handyconnect.db') }));
});
