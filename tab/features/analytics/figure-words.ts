import { inLanguage, locale, numberText } from '../../../ui/language.ts';
import { percentText } from '../../components/figure-text.ts';

const short = inLanguage(
  { day: 'd', hour: 'h', minute: 'm', under: 'under 1m' },
  { day: ' T', hour: ' h', minute: ' min', under: 'unter 1 min' },
);
const points = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

/** Minutes as people say them: "21m", "2h 48m", "3d 4h". A day is 24 hours. */
export function minutesText(minutes: number): string {
  const whole = Math.round(minutes);
  if (whole < 1) return minutes === 0 ? `0${short.minute}` : short.under;
  if (whole < 60) return `${whole}${short.minute}`;
  const hours = Math.floor(whole / 60);
  if (hours < 48) return `${hours}${short.hour} ${String(whole % 60).padStart(2, '0')}${short.minute}`;
  return `${Math.floor(hours / 24)}${short.day} ${hours % 24}${short.hour}`;
}

export type Unit = 'cases' | 'minutes' | 'percent';

/** A figure in its unit; a dash where there is none. */
export function figureText(value: number | null, unit: Unit): string {
  if (value === null) return '–';
  if (unit === 'minutes') return minutesText(value);
  return unit === 'percent' ? percentText(value) : numberText(value);
}

/** How far a figure moved, without a sign: "9m", "1.1 pt", "37". */
export function movementText(difference: number, unit: Unit): string {
  const size = Math.abs(difference);
  if (unit === 'percent') return `${points.format(size)} pt`;
  return unit === 'minutes' ? minutesText(size) : numberText(size);
}
