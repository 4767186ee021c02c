import { locale } from './language.ts';
import { sharedWords } from './words.ts';

/** Instants, spans and sizes as people read them, in the reader's own time zone and language. */

const dayMs = 86_400_000;

const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const seconds = new Intl.DateTimeFormat(locale, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short' });
const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
const dateWithYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
const oneDecimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const full = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long' });

/** "14:06". */
export function timeOfDay(ms: number): string {
  return time.format(ms);
}

/** "14:06:09", where mails a moment apart must be told apart. */
export function timeWithSeconds(ms: number): string {
  return seconds.format(ms);
}

/** "Tue 14:06" within six days of now, "3 Dec, 10:05" beyond, with the year when it is another one. */
export function instantText(ms: number, nowMs: number): string {
  if (Math.abs(ms - nowMs) < 6 * dayMs) return `${weekday.format(ms)} ${time.format(ms)}`;
  const sameYear = new Date(ms).getFullYear() === new Date(nowMs).getFullYear();
  return `${(sameYear ? date : dateWithYear).format(ms)}, ${time.format(ms)}`;
}

/** "Tuesday 24 November 2026 at 14:06:10 CET", for the tooltip of every shorter form. */
export function fullInstant(ms: number): string {
  return full.format(ms);
}

export function sameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}

export function isTomorrow(ms: number, nowMs: number): boolean {
  const tomorrow = new Date(nowMs);
  tomorrow.setDate(tomorrow.getDate() + 1);
  return sameDay(ms, tomorrow.getTime());
}

/** How long ago in the short form of the list's last column: "5 min", "3 h", "1 d". */
export function ageText(ms: number, nowMs: number): string {
  const minutes = Math.max(0, Math.floor((nowMs - ms) / 60_000));
  if (minutes < 1) return sharedWords.now;
  if (minutes < 60) return sharedWords.ageMinutes(minutes);
  if (minutes < 24 * 60) return sharedWords.ageHours(Math.floor(minutes / 60));
  return sharedWords.ageDays(Math.floor(minutes / 1440));
}

/** "1.8 MB", "940 KB", "12 B". */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`;
  return `${oneDecimal.format(bytes / 1_000_000)} MB`;
}

/** "24 Nov 2026" of a day as `2026-11-24`. */
export function fullDay(day: string): string {
  return dateWithYear.format(new Date(`${day}T12:00:00`));
}
