import { Failure } from '../../domain/failure.ts';
import type { TableBackend } from '../../ports/table-backend.ts';
import { tenantPartition } from './keys.ts';
import { firstWriter } from './simple-rows.ts';

const mostShards = 100;

/** How many shards the store was created with. Whoever opens it first decides; it never changes afterwards. */
export async function settleShardCount(backend: TableBackend, tenant: string, wanted: number): Promise<number> {
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > mostShards) {
    throw new Failure('invalid', `A store has 1 to ${mostShards} shards, not ${wanted}.`);
  }
  const meta = await firstWriter(backend, tenantPartition('core', tenant, 'meta'), 'shards', { count: wanted });
  return Number(meta.count);
}
