import { tableBackendSuite } from '../port-suites/table-backend.ts';
import { MemoryTables } from './memory-tables.ts';

describe('the store in memory that other tests use', () => {
  const tables = new MemoryTables();
  tableBackendSuite('The store in memory', async () => tables);
});
