import { type KeyboardEvent, useRef, useState } from 'react';

/** Makes the points of a chart one tab stop, with the arrow keys going through them. `rows` points lie above one another. */
export function usePoints(count: number, rows = 1) {
  const [at, setAt] = useState(0);
  const chart = useRef<HTMLDivElement>(null);
  const here = Math.min(at, Math.max(0, count - 1));
  const steps: Record<string, number> = {
    ArrowRight: rows,
    ArrowLeft: -rows,
    ...(rows > 1 && { ArrowDown: 1, ArrowUp: -1 }),
  };
  const go = (to: number) => {
    setAt(to);
    chart.current?.querySelector<HTMLElement | SVGElement>(`[data-point="${to}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const ends: Record<string, number> = { Home: 0, End: count - 1 };
    const step = steps[event.key];
    const to = ends[event.key] ?? (step === undefined ? undefined : here + step);
    if (to === undefined) return;
    event.preventDefault();
    if (to >= 0 && to < count) go(to);
  };
  const pointProps = (index: number) => ({
    'data-point': index,
    tabIndex: index === here ? 0 : -1,
    onFocus: () => setAt(index),
  });
  return { chart, onKeyDown, pointProps };
}
