import type { TableClient } from '@azure/data-tables';
import { Failure } from '../../domain/failure.ts';
import { type TableName, tableNames } from '../../ports/table-backend.ts';

export interface AzureTablesOptions {
  /**
   * A connection string (`UseDevelopmentStorage=true` means the local emulator), or the https address of the account's
   * table service, where the application's own identity is used.
   */
  connection: string;
  /** Begins every table name; letters and digits, a letter first. */
  prefix: string;
  /** Longest wait for one request. */
  timeoutMs?: number;
}

/** One table through two clients: reads are repeated by the SDK, commits never, because their answer may be lost. */
export interface TableClients {
  reads: TableClient;
  commits: TableClient;
  /** A client like `commits` for one commit, to which a policy may be added. */
  commitsOnce(): TableClient;
}

const alphanumeric = /^[A-Za-z][A-Za-z0-9]{0,50}$/;

/** Opens the four tables, creating those that are missing. @throws Failure `unavailable`, `invalid` */
export async function openTables(options: AzureTablesOptions): Promise<Map<TableName, TableClients>> {
  if (!alphanumeric.test(options.prefix)) {
    throw new Failure('invalid', `The table prefix ${options.prefix} must be letters and digits, a letter first.`);
  }
  const connect = await connector(options.connection);
  const clients = tableNames.map((name): [TableName, TableClients] => {
    const table = options.prefix + name;
    return [name, { reads: connect(table, 3), commits: connect(table, 0), commitsOnce: () => connect(table, 0) }];
  });
  try {
    await Promise.all(clients.map(([, { reads }]) => reads.createTable()));
  } catch (error) {
    throw new Failure('unavailable', 'The table service does not open its tables.', { cause: error });
  }
  return new Map(clients);
}

type Connect = (table: string, maxRetries: number) => TableClient;

// The SDKs take a quarter of a second each to load, so only a deployment on Azure pays for them.
async function connector(connection: string): Promise<Connect> {
  const { TableClient } = await import('@azure/data-tables');
  if (!connection.startsWith('http')) {
    return (table, maxRetries) => TableClient.fromConnectionString(connection, table, clientOptions(maxRetries, true));
  }
  const { DefaultAzureCredential } = await import('@azure/identity');
  const credential = new DefaultAzureCredential();
  return (table, maxRetries) => new TableClient(connection, table, credential, clientOptions(maxRetries, false));
}

function clientOptions(maxRetries: number, allowInsecureConnection: boolean) {
  return { allowInsecureConnection, retryOptions: { maxRetries, retryDelayInMs: 200, maxRetryDelayInMs: 2_000 } };
}
