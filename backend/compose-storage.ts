import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { openAzureBlobs } from './adapters/blobs/azure-blobs.ts';
import { FileBlobs } from './adapters/blobs/file-blobs.ts';
import { openSqliteTables } from './adapters/embedded/sqlite-tables.ts';
import { TableLease } from './adapters/store/table-lease.ts';
import { openAzureTables } from './adapters/tables/azure-tables.ts';
import type { Config } from './config.ts';
import type { Blobs } from './ports/blobs.ts';
import type { Lease } from './ports/lease.ts';
import type { Clock } from './ports/system.ts';
import type { TableBackend } from './ports/table-backend.ts';

export interface Storage {
  tables: TableBackend;
  blobs: Blobs;
  lease: Lease;
  shards: number;
  /** Leaves nothing of what was overwritten, as far as the store keeps such things. */
  forget: () => Promise<void>;
  /** True where other processes on other machines may write to the same store. */
  shared: boolean;
}

/** The store that the settings name. @throws Failure `unavailable` */
export async function openStorage(config: Config, clock: Clock): Promise<Storage> {
  mkdirSync(config.dataDir, { recursive: true });
  const fileBlobs = () => new FileBlobs(path.join(config.dataDir, 'blobs'));
  const { storage, tablePrefix: prefix } = config;
  if (storage.kind === 'embedded') {
    const tables = openSqliteTables({ path: path.join(config.dataDir, 'handyconnect.db') });
    return {
      tables,
      blobs: fileBlobs(),
      lease: everybodyHolds,
      shards: 4,
      forget: () => tables.forget(),
      shared: false,
    };
  }
  const connection = storage.kind === 'azure' ? storage.connectionString : storage.tablesUrl;
  const tables = await openAzureTables({ connection, prefix });
  const blobs = await blobsOf(storage, prefix, fileBlobs);
  return { tables, blobs, lease: new TableLease(tables, clock), shards: 16, forget: async () => {}, shared: true };
}

async function blobsOf(
  storage: Exclude<Config['storage'], { kind: 'embedded' }>,
  prefix: string,
  fileBlobs: () => Blobs,
): Promise<Blobs> {
  if (storage.kind === 'azure') return openAzureBlobs({ connection: storage.connectionString, container: prefix });
  // Cosmos DB's Table API comes without blobs; then they are files in DATA_DIR.
  return storage.blobsUrl === null ? fileBlobs() : openAzureBlobs({ connection: storage.blobsUrl, container: prefix });
}

/** One computer, one file: running a job twice is harmless, and waiting for a dead process's lease is not. */
const everybodyHolds: Lease = {
  hold: async () => true,
  release: async () => {},
};
