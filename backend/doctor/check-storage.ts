import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { TableSyncState } from '../adapters/store/sync-state.ts';
import { systemClock } from '../adapters/system/system-clock.ts';
import { openStorage, type Storage } from '../compose-storage.ts';
import type { Config } from '../config.ts';
import { type Finding, fault, ok } from './finding.ts';

const kinds: Record<Config['storage']['kind'], string> = {
  embedded: 'the embedded store',
  azure: 'Azure Table Storage',
  'azure-identity': 'Azure Table Storage with managed identity',
};

const fixes: Record<Config['storage']['kind'], string> = {
  embedded: 'Another program may hold handyconnect.db in DATA_DIR, or the disk is full or read-only.',
  azure: 'Check AZURE_STORAGE_CONNECTION_STRING and that this machine may reach the account.',
  'azure-identity':
    'Check AZURE_STORAGE_ACCOUNT_URL (or AZURE_TABLES_URL), and give the identity of this machine the roles Storage ' +
    'Table Data Contributor and Storage Blob Data Contributor on the account.',
};

/** Writes a file into DATA_DIR and takes it away again. */
export async function checkDataDir(dataDir: string): Promise<Finding> {
  const probe = path.join(dataDir, `.doctor-${randomUUID()}`);
  try {
    await mkdir(dataDir, { recursive: true });
    await writeFile(probe, 'probe');
    await rm(probe);
    return ok('DATA_DIR', `${path.resolve(dataDir)} can be written`);
  } catch {
    return fault(
      'DATA_DIR',
      `${path.resolve(dataDir)} cannot be written`,
      'Give the user that runs HandyConnect the right to write there, or set DATA_DIR to another folder.',
    );
  }
}

/** Opens the store as the server does, and asks it something. The caller closes what is handed back. */
export async function checkStorage(config: Config): Promise<{ finding: Finding; storage: Storage | null }> {
  const { kind } = config.storage;
  try {
    const storage = await openStorage(config, systemClock);
    await storage.tables.ping();
    return { finding: ok('storage', `${kinds[kind]} answers`), storage };
  } catch {
    return { finding: fault('storage', `${kinds[kind]} does not answer`, fixes[kind]), storage: null };
  }
}

/** Whether Graph pushes each mailbox to us, as far as the server has noted it. */
export async function checkSubscriptions(config: Config, storage: Storage, nowMs: number): Promise<Finding[]> {
  const subscriptions = await new TableSyncState(storage.tables).subscriptions();
  return config.mailboxes.map((mailbox) => {
    const live = subscriptions.find((one) => one.mailbox === mailbox && Date.parse(one.expiresAt) > nowMs);
    if (live !== undefined) return ok('subscription', `${mailbox} pushes until ${live.expiresAt}`);
    return fault(
      'subscription',
      `${mailbox} does not push; its mail arrives with the next sweep only`,
      'The server makes the subscription when it runs and Microsoft 365 reaches PUBLIC_URL. Start it, then look again.',
    );
  });
}
