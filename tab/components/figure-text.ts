import { locale } from '../../ui/language.ts';

const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** "94.2 %"; 100 and 0 without a decimal. */
export function percentText(value: number): string {
  return `${Number.isInteger(value) ? whole.format(value) : tenth.format(value)} %`;
}
