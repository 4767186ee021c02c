import { randomBytes } from 'node:crypto';
import type { TableBackend } from '../../ports/table-backend.ts';
import { tenantPartition } from './keys.ts';
import { firstWriter } from './simple-rows.ts';

/** The key by which this deployment signs: made by whichever process needs it first, in table `sync`. */
export async function readSigningKey(backend: TableBackend, tenant = 'local'): Promise<Uint8Array> {
  const fresh = { key: randomBytes(32).toString('base64') };
  const { key } = await firstWriter(backend, tenantPartition('sync', tenant, 'keys'), 'signing', fresh);
  return Buffer.from(String(key), 'base64');
}
