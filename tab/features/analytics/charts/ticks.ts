const roundSteps = [1, 2, 2.5, 5, 10];

/** At most five round numbers that reach from below the least to above the most; whole ones unless `fractions`. */
export function ticksOver(least: number, most: number, fractions = false): number[] {
  const span = Math.max(most - least, fractions ? 1e-9 : 1);
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const fitting = roundSteps.map((step) => step * power).find((step) => step >= rough - 1e-9) ?? power * 10;
  const step = fractions ? fitting : Math.max(1, Math.ceil(fitting));
  const first = Math.floor(least / step) * step;
  const ticks: number[] = [];
  for (let tick = first; ticks.length === 0 || (ticks.at(-1) as number) < most; tick += step) {
    ticks.push(Math.round(tick * 1e6) / 1e6);
  }
  return ticks;
}

/** Every how manyth of `count` labels may be shown when each takes `labelWidth` of `width`. */
export function labelEvery(count: number, width: number, labelWidth: number): number {
  return Math.max(1, Math.ceil((count * labelWidth) / Math.max(1, width)));
}

/** Bounds of up to five groups that `values` fall into; each bound is the least of its group, the first is 1. */
export function heatSteps(values: readonly number[]): number[] {
  const most = Math.max(0, ...values);
  if (most === 0) return [];
  const groups = Math.min(5, most);
  return [...new Set(Array.from({ length: groups }, (_, group) => 1 + Math.floor((group * most) / groups)))];
}
