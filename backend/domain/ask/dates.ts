import { dateOf, dayOf, type LocalDay, weekdayOf } from './local-days.ts';

/** What a question's days are counted from. */
export interface Today {
  day: LocalDay;
  /** Whether a date without a year is the next one rather than the last, as with what is due. */
  forward: boolean;
}

/** Something said about time, and how many words it took. */
export interface Said<T> {
  value: T;
  words: number;
}

const weekdays =
  'monday|montag tuesday|dienstag wednesday|mittwoch thursday|donnerstag friday|freitag saturday|samstag|sonnabend sunday|sonntag'
    .split(' ')
    .map((names) => names.split('|'));
const months = [
  'january|januar|jan',
  'february|februar|feb',
  'march|marz|mar',
  'april|apr',
  'may|mai',
  'june|juni|jun',
  'july|juli|jul',
  'august|aug',
  'september|sept|sep',
  'october|oktober|oct|okt',
  'november|nov',
  'december|dezember|dec|dez',
].map((names) => names.split('|'));

/** 1 to 12, or undefined. */
export function monthOf(word: string | undefined): number | undefined {
  const at = months.findIndex((names) => names.includes(word ?? ''));
  return at < 0 ? undefined : at + 1;
}

export function yearOf(word: string | undefined): number | undefined {
  return /^20\d\d$/.test(word ?? '') ? Number(word) : undefined;
}

/** A day as people write it: an ISO date, 12.11., 12 November, November 12th, Monday, today, yesterday. */
export function dateAt(words: string[], at: number, today: Today): Said<LocalDay> | null {
  const word = words[at] ?? '';
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(word);
  if (iso !== null) return said(dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3])), 1);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})?$/.exec(word);
  if (dotted !== null) {
    const [, date, month, year] = dotted.map(Number);
    return said(nearest(year || undefined, month ?? 0, date ?? 0, today), 1);
  }
  const relative = { today: 0, heute: 0, yesterday: -1, gestern: -1, vorgestern: -2, tomorrow: 1, morgen: 1 }[word];
  if (relative !== undefined) return said(today.day + relative, 1);
  const weekday = weekdays.findIndex((names) => names.includes(word.replace(/s$/, '')));
  if (weekday >= 0) {
    const back = (weekdayOf(today.day) - weekday + 7) % 7;
    return said(today.forward ? today.day + ((7 - back) % 7) : today.day - back, 1);
  }
  return namedDate(words, at, today);
}

function namedDate(words: string[], at: number, today: Today): Said<LocalDay> | null {
  const first = ordinal(words[at]);
  const of = words[at + 1] === 'of' ? 1 : 0;
  const [date, month, used] =
    first === undefined
      ? [ordinal(words[at + 1]), monthOf(words[at]), 2]
      : [first, monthOf(words[at + 1 + of]), 2 + of];
  if (date === undefined || month === undefined) return null;
  const year = yearOf(words[at + used]);
  return said(nearest(year, month, date, today), used + (year === undefined ? 0 : 1));
}

function ordinal(word: string | undefined): number | undefined {
  const found = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word ?? '');
  return found === null ? undefined : Number(found[1]);
}

/** Without a year the last such day that has come, or the next one. */
function nearest(year: number | undefined, month: number, date: number, { day, forward }: Today): LocalDay | null {
  if (year !== undefined) return dayOf(year, month, date);
  const now = dateOf(day).year;
  const found = dayOf(now, month, date);
  if (found === null) return null;
  if (forward) return found >= day ? found : dayOf(now + 1, month, date);
  return found <= day ? found : dayOf(now - 1, month, date);
}

function said(day: LocalDay | null, words: number): Said<LocalDay> | null {
  return day === null ? null : { value: day, words };
}
