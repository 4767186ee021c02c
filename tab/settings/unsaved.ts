import { useSyncExternalStore } from 'react';

/** A document with what somebody changed of it, and the version that was read. */
export interface Held<T> {
  saved: T;
  draft: T;
  etag: string;
}

const held = new Map<string, Held<unknown>>();
const listeners = new Set<() => void>();
let names: readonly string[] = [];

/** Keeps unsaved changes while somebody looks at another page; the browser asks before they are lost. Null forgets them. */
export function keep(key: string, value: Held<unknown> | null): void {
  if (value === null ? !held.delete(key) : held.set(key, value) === undefined) return;
  const present = [...held.keys()];
  if (present.join() === names.join()) return;
  names = present;
  if (present.length === 0) window.removeEventListener('beforeunload', ask);
  else window.addEventListener('beforeunload', ask);
  for (const listener of listeners) listener();
}

export function kept<T>(key: string): Held<T> | undefined {
  return held.get(key) as Held<T> | undefined;
}

/** The keys under which something is not saved. */
export function useUnsaved(): readonly string[] {
  return useSyncExternalStore(subscribe, () => names);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
