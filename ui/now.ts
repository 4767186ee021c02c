import { useSyncExternalStore } from 'react';
import { serverNow } from './server-clock.ts';

/** One timer for the whole page, running only while somebody looks at a clock. */
const watchers = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(watcher: () => void): () => void {
  watchers.add(watcher);
  timer ??= setInterval(() => {
    for (const each of watchers) each();
  }, 1000);
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/**
 * Server time, fresh every `everyMs` (whole seconds) and never behind, so that no clock shows more than is left. The
 * component is drawn again only when it has changed.
 */
export function useNow(everyMs = 1000): number {
  return useSyncExternalStore(subscribe, () => Math.ceil(serverNow() / everyMs) * everyMs);
}
