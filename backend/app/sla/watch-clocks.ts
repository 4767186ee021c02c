import { untold } from '../../domain/sla/case-sla.ts';
import type { Log } from '../../ports/system.ts';
import type { DueIndex } from './due-index.ts';
import { recalculateCase } from './recalculate-case.ts';
import { type TellDeps, tellLevel } from './tell-level.ts';

export interface WatchDeps extends TellDeps {
  due: DueIndex;
  log: Log;
}

const atOnce = 32;
/** Open cases brought to new settings in one run, so that a change of settings never holds up an alert. */
const recalculated = 256;
const retryMs = 5_000;

/**
 * Tells of every level that clocks have come to, then brings some open cases to settings that changed. May be broken off
 * anywhere and run by several replicas: each level is told once.
 */
export async function watchClocks(deps: WatchDeps): Promise<void> {
  for (;;) {
    const ids = deps.due.take(deps.clock.nowMs(), atOnce);
    if (ids.length === 0) break;
    await Promise.all(ids.map((id) => tellOf(deps, id)));
  }
  deps.due.adopt(deps.terms().basis);
  const outdated = deps.due.outdated(recalculated);
  for (let i = 0; i < outdated.length; i += atOnce) {
    await Promise.all(outdated.slice(i, i + atOnce).map((id) => bringUpToDate(deps, id)));
  }
}

/** Whether `watchClocks` has anything to do, once every open case is known. */
export function hasWork({ due, terms, clock }: WatchDeps): boolean {
  if (!due.loaded) return false;
  due.adopt(terms().basis);
  return due.nextAt() <= clock.nowMs() || due.outdated(1).length > 0;
}

async function tellOf(deps: WatchDeps, caseId: string): Promise<void> {
  try {
    const found = await deps.store.get(caseId);
    const now = deps.clock.nowMs();
    const reached = found?.value.sla ? untold(found.value.sla).filter(({ at }) => at <= now) : [];
    for (const level of reached.sort((a, b) => a.at - b.at)) await tellLevel(deps, caseId, level);
    await putAsStored(deps, caseId);
  } catch (error) {
    deps.log.warn('a clock could not be told of', { caseId, error: String(error) });
    deps.due.postpone(caseId, deps.clock.nowMs() + retryMs);
  }
}

async function bringUpToDate(deps: WatchDeps, caseId: string): Promise<void> {
  await recalculateCase(deps, caseId);
  await putAsStored(deps, caseId);
  deps.due.markCurrent(caseId);
}

async function putAsStored({ store, due }: WatchDeps, caseId: string): Promise<void> {
  const stored = await store.get(caseId);
  if (stored === undefined) due.forget(caseId);
  else due.put(stored.value);
}
