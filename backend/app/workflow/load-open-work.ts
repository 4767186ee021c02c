import type { WorkflowDeps } from './deps.ts';

/** Takes every case that is not closed from memory, once after a start. Changes that come meanwhile are not overwritten. */
export async function loadOpenWork({
  index,
  openWork,
  pause,
}: Pick<WorkflowDeps, 'index' | 'openWork' | 'pause'>): Promise<void> {
  if (openWork.loaded) return;
  for (const slice of index.notClosed()) {
    for (const one of slice) openWork.putEarlier(one);
    await pause();
  }
  openWork.markLoaded();
}
