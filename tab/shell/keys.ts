import { createContext, useContext, useEffect, useRef } from 'react';

/** Whether this person wants single keys to act. */
export const SingleKeys = createContext(true);

/** What a key does, by its name in lower case; answering false leaves the key to the browser. */
export type KeyActions = Record<string, (event: KeyboardEvent) => unknown>;

/** Single keys for the whole page. They rest while a field, a menu or a dialog has the focus. */
export function useKeys(actions: KeyActions): void {
  const latest = useRef(actions);
  const wanted = useContext(SingleKeys);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    if (!wanted) return;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return;
      const act = latest.current[event.key.toLowerCase()];
      if (act !== undefined && act(event) !== false) event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [wanted]);
}

/** Whether keys belong to a field, a menu or a dialog now. */
export function isBusy(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null) return true;
  return target.closest('input, textarea, select, [contenteditable="true"]') !== null;
}
