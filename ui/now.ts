import { useSyncExternalStore } from 'react';

/** One timer for the whole page, running only while somebody looks at a clock. */
const watchers = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let offsetMs = 0;

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

/** The server's time now, in milliseconds since the epoch. */
export function serverNow(): number {
  return Date.now() + offsetMs;
}

/** Takes the `Date` header of an answer; a difference within its own resolution is not a wrong clock. */
export function noteServerDate(header: string | null): void {
  const serverMs = header === null ? Number.NaN : Date.parse(header);
  if (Number.isNaN(serverMs)) return;
  const difference = serverMs - Date.now();
  offsetMs = Math.abs(difference) > 3000 ? difference : 0;
}

/**
 * Server time, fresh every `everyMs` (whole seconds) and never behind, so that no clock shows more than is left. The
 * component is drawn again only when it has changed.
 */
export function useNow(everyMs = 1000): number {
  return useSyncExternalStore(subscribe, () => Math.ceil(serverNow() / everyMs) * everyMs);
}
