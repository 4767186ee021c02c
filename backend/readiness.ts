import type { Ready } from './contracts/operations.ts';
import type { CaseIndex } from './ports/case-index.ts';
import type { TableBackend } from './ports/table-backend.ts';

/** Whether this process can serve everything it knows. Microsoft 365 being away is no reason to take traffic away. */
export async function readinessOf(deps: {
  tables: TableBackend;
  index: CaseIndex;
  /** Cases whose text is indexed so far, or null once all are. */
  texts: { building(): number | null };
}): Promise<Ready> {
  const stored = await answers(deps.tables);
  const building = deps.texts.building();
  const loaded = deps.index.ready();
  const checks = [
    { name: 'storage', ok: stored, detail: stored ? 'answers' : 'does not answer' },
    { name: 'cases', ok: loaded, detail: loaded ? 'loaded' : 'still loading' },
    // Everything but text search answers meanwhile, so it takes no traffic away.
    { name: 'search', ok: building === null, detail: building === null ? 'indexed' : `${building} cases so far` },
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
