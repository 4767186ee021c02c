import { amount } from './cards/instants.ts';

type Unit = 'cases' | 'minutes' | 'percent';

/** A figure as people read it. */
export function valueWords(value: number | null, unit: Unit): string {
  if (value === null) return 'none yet';
  if (unit === 'minutes') return amount(value * 60_000, 'up');
  return unit === 'percent' ? `${value.toFixed(1)} %` : String(value);
}

/** How a figure differs from the same of the period before; empty where there is nothing to compare with. */
export function changeWords(value: number | null, before: number | null, unit: Unit): string {
  if (value === null || before === null) return '';
  if (value === before) return 'as before';
  const sign = value > before ? '+' : '−';
  const by = Math.abs(value - before);
  if (unit === 'minutes') return `${sign}${amount(by * 60_000, 'up')} to before`;
  return unit === 'percent' ? `${sign}${by.toFixed(1)} pt` : `${sign}${by} to before`;
}
