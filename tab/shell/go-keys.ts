import { useContext, useEffect, useRef } from 'react';
import { isBusy, SingleKeys } from './keys.ts';

/** Milliseconds in which the second key must follow. */
const patienceMs = 1_500;

/** `G` and then a letter. The letter is taken before whatever it does on the page by itself. */
export function useGoKeys(places: Record<string, () => void>): void {
  const latest = useRef(places);
  const wanted = useContext(SingleKeys);
  useEffect(() => {
    latest.current = places;
  });
  useEffect(() => {
    if (!wanted) return;
    let goneAtMs = Number.NEGATIVE_INFINITY;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return;
      const key = event.key.toLowerCase();
      const go = event.timeStamp - goneAtMs < patienceMs ? latest.current[key] : undefined;
      goneAtMs = key === 'g' && go === undefined ? event.timeStamp : Number.NEGATIVE_INFINITY;
      if (go === undefined) return;
      event.preventDefault();
      go();
    };
    document.addEventListener('keydown', listen, true);
    return () => document.removeEventListener('keydown', listen, true);
  }, [wanted]);
}
