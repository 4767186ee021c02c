import { useSyncExternalStore } from 'react';

/** The breakpoints of the design: at 1280, 1100 and 640 something gives way. */
export type Width = 'full' | 'wide' | 'medium' | 'phone';

const queries = {
  full: window.matchMedia('(min-width: 1280px)'),
  wide: window.matchMedia('(min-width: 1100px)'),
  medium: window.matchMedia('(min-width: 640px)'),
};

function subscribe(onChange: () => void): () => void {
  for (const query of Object.values(queries)) query.addEventListener('change', onChange);
  return () => {
    for (const query of Object.values(queries)) query.removeEventListener('change', onChange);
  };
}

function current(): Width {
  if (queries.full.matches) return 'full';
  if (queries.wide.matches) return 'wide';
  return queries.medium.matches ? 'medium' : 'phone';
}

export function useWidth(): Width {
  return useSyncExternalStore(subscribe, current);
}
