import type { Ready } from './contracts/operations.ts';
import type { CaseIndex } from './ports/case-index.ts';
import type { TableBackend } from './ports/table-backend.ts';

/** Whether this process can serve everything it knows. Microsoft 365 being away is no reason to take traffic away. */
export async function readinessOf(deps: { tables: TableBackend; index: CaseIndex }): Promise<Ready> {
  const stored = await answers(deps.tables);
  const loaded = deps.index.ready();
  const checks = [
    { name: 'storage', ok: stored, detail: stored ? 'answers' : 'does not answer' },
    { name: 'cases', ok: loaded, detail: loaded ? 'loaded' : 'still loading' },
  ];
  return { status: !loaded ? 'starting' : stored ? 'ready' : 'degraded', checks };
}

async function answers(tables: TableBackend): Promise<boolean> {
  try {
    await tables.ping();
    return true;
  } catch {
    return false;
  }
}
