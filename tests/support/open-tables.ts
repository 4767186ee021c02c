import { openSqliteTables } from '../../backend/adapters/embedded/sqlite-tables.ts';
import { openAzureTables } from '../../backend/adapters/tables/azure-tables.ts';
import type { TableBackend } from '../../backend/ports/table-backend.ts';

/** Where the rows of a test lie, in a form that another process can be told. */
export type TablesPlace = { path: string } | { connection: string; prefix: string };

export async function openTablesAt(place: TablesPlace): Promise<TableBackend> {
  return 'path' in place ? openSqliteTables(place) : openAzureTables(place);
}
