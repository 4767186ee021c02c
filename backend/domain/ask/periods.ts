import { dateAt, monthOf, type Said, type Today, yearOf } from './dates.ts';
import { dateOf, firstOfMonth, type LocalDay, mondayOfWeek, weekdayOf } from './local-days.ts';

/** A period of whole days (`to` not included), or of hours until now. `open` reaches until now. */
export type AskPeriod =
  | { kind: 'days'; from: LocalDay; to: LocalDay }
  | { kind: 'since'; from: LocalDay }
  | { kind: 'until'; to: LocalDay }
  | { kind: 'hours'; hours: number };

const numberWords =
  'zero|null one|ein|eine|einer|einen|a|an two|zwei three|drei four|vier five|funf six|sechs seven|sieben eight|acht nine|neun ten|zehn eleven|elf twelve|zwolf'
    .split(' ')
    .map((names) => names.split('|'));
const units: [RegExp, 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year'][] = [
  [/^(?:hours?|stunden?|h)$/, 'hour'],
  [/^(?:days?|tag|tage|tagen)$/, 'day'],
  [/^(?:weeks?|wochen?)$/, 'week'],
  [/^(?:months?|monate?|monats|monaten)$/, 'month'],
  [/^(?:quarters?|quartale?|quartals)$/, 'quarter'],
  [/^(?:years?|jahre?|jahres|jahren)$/, 'year'],
];
const current = /^(?:this|current|diese[rsnm]?|laufenden?|aktuellen?)$/;
const last = /^(?:last|previous|past|letzte[rsnm]?|vergangene[rsnm]?|vorige[rsnm]?)$/;
const next = /^(?:next|coming|nachste[rsnm]?|kommende[rsnm]?)$/;
const since = /^(?:since|seit|ab)$/;
const until = /^(?:until|till|before|by|bis|vor)$/;
const article = /^(?:the|dem|den|der|on|am|of|beginning|start|beginn|anfang|des)$/;

export function numberOf(word: string | undefined): number | undefined {
  if (/^\d{1,3}$/.test(word ?? '')) return Number(word);
  const at = numberWords.findIndex((names) => names.includes(word ?? ''));
  return at < 0 ? undefined : at;
}

/** The period that begins at a word, or null where none does. The longest of the forms that fit. */
export function periodAt(words: string[], at: number, today: Today): Said<AskPeriod> | null {
  const forms = [between, sinceDay, untilDay, rolling, whole, singleDay, namedMonth, namedYear];
  for (const form of forms) {
    const found = form(words, at, today);
    if (found !== null) return found;
  }
  return null;
}

/** "between 1 and 5 May", "from Monday to Wednesday", "1.11. bis 5.11." */
function between(words: string[], at: number, today: Today): Said<AskPeriod> | null {
  const opens = /^(?:between|from|von|vom|zwischen)$/.test(words[at] ?? '') ? 1 : 0;
  const shared = opens === 1 ? sharedMonth(words, at + 1, today) : null;
  if (shared !== null) return shared;
  const first = dateAt(words, skip(words, at + opens), today);
  if (first === null) return null;
  const joint = skip(words, at + opens) + first.words;
  const joins = opens === 1 ? /^(?:and|to|until|till|und|bis|through)$/ : /^(?:to|until|till|bis|through)$/;
  if (!joins.test(words[joint] ?? '')) return null;
  const begin = skip(words, joint + 1);
  const second = dateAt(words, begin, today);
  if (second === null || second.value < first.value) return null;
  return said({ kind: 'days', from: first.value, to: second.value + 1 }, begin + second.words - at);
}

/** "between 1 and 5 May": the month is said once. */
function sharedMonth(words: string[], opening: number, today: Today): Said<AskPeriod> | null {
  const at = skip(words, opening);
  if (!/^\d{1,2}$/.test(words[at] ?? '') || !/^(?:and|to|und|bis)$/.test(words[at + 1] ?? '')) return null;
  const last = skip(words, at + 2);
  const second = dateAt(words, last, today);
  if (second === null || monthOf(words[last + 1]) === undefined) return null;
  const { year, month } = dateOf(second.value);
  const first = firstOfMonth(year, month) + Number(words[at]) - 1;
  if (first > second.value) return null;
  return said({ kind: 'days', from: first, to: second.value + 1 }, last + second.words - opening + 1);
}

function sinceDay(words: string[], at: number, today: Today): Said<AskPeriod> | null {
  if (!since.test(words[at] ?? '')) return null;
  const begin = skip(words, at + 1);
  const count = numberOf(words[begin]);
  if (count !== undefined && unitOf(words[begin + 1]) !== undefined) {
    return rollingOf(count, unitOf(words[begin + 1]), begin + 2 - at);
  }
  const date = dateAt(words, begin, today);
  if (date !== null) return said({ kind: 'since', from: date.value }, begin + date.words - at);
  const named = whole(words, begin, today) ?? namedMonth(words, begin, today) ?? namedYear(words, begin);
  if (named !== null && named.value.kind === 'days') {
    return said({ kind: 'since', from: named.value.from }, begin + named.words - at);
  }
  const unit = unitOf(words[begin]);
  const begins = begin > at + 1 && unit !== undefined && unit !== 'hour' && unit !== 'day';
  return begins ? said({ kind: 'since', from: wholeOf(unit, 0, today.day).from }, begin + 1 - at) : null;
}

function untilDay(words: string[], at: number, today: Today): Said<AskPeriod> | null {
  if (!until.test(words[at] ?? '')) return null;
  const begin = skip(words, at + 1);
  const date = dateAt(words, begin, { ...today, forward: true });
  if (date === null) return null;
  const included = /^(?:before|vor)$/.test(words[at] ?? '') ? 0 : 1;
  return said({ kind: 'until', to: date.value + included }, begin + date.words - at);
}

/** "the last 7 days": that long until now. */
function rolling(words: string[], at: number): Said<AskPeriod> | null {
  if (!last.test(words[at] ?? '')) return null;
  const count = numberOf(words[at + 1]);
  const unit = unitOf(words[at + 2]);
  if (count !== undefined && count > 0 && unit !== undefined) return rollingOf(count, unit, 3);
  const single = unitOf(words[at + 1]);
  return single === 'hour' || single === 'day' ? rollingOf(1, single, 2) : null;
}

function rollingOf(count: number, unit: ReturnType<typeof unitOf>, words: number): Said<AskPeriod> {
  const hours = { hour: 1, day: 24, week: 168, month: 24 * 30, quarter: 24 * 91, year: 24 * 365 }[unit ?? 'day'];
  return said({ kind: 'hours', hours: hours * count }, words);
}

/** "this week", "last month", "next week", "week 47". */
function whole(words: string[], at: number, today: Today): Said<AskPeriod> | null {
  const word = words[at] ?? '';
  const step = current.test(word) ? 0 : last.test(word) ? -1 : next.test(word) ? 1 : null;
  const unit = unitOf(words[at + 1]);
  if (step !== null && unit !== undefined && unit !== 'hour' && unit !== 'day') {
    return said({ kind: 'days', ...wholeOf(unit, step, today.day) }, 2);
  }
  const day = step === null ? null : dateAt(words, at + 1, { ...today, forward: step === 1 });
  if (day !== null && weekdayName(words[at + 1])) {
    const value = step === -1 && day.value === today.day ? day.value - 7 : day.value;
    return said({ kind: 'days', from: value, to: value + 1 }, 2);
  }
  const number = /^(?:week|kw|kalenderwoche|woche)$/.test(word) ? numberOf(words[at + 1]) : undefined;
  if (number === undefined || number < 1 || number > 53) return null;
  const { year } = dateOf(today.day);
  const monday = mondayOfWeek(year, number);
  const from = monday > today.day && !today.forward ? mondayOfWeek(year - 1, number) : monday;
  return said({ kind: 'days', from, to: from + 7 }, 2);
}

function wholeOf(unit: 'week' | 'month' | 'quarter' | 'year', step: number, day: LocalDay) {
  if (unit === 'week') {
    const from = day - weekdayOf(day) + step * 7;
    return { from, to: from + 7 };
  }
  const { year, month } = dateOf(day);
  const length = { month: 1, quarter: 3, year: 12 }[unit];
  const first = month - ((month - 1) % length) + step * length;
  return { from: firstOfMonth(year, first), to: firstOfMonth(year, first + length) };
}

/** "november", "november 2025", "q3 2025"; without a year the last one that has begun. */
function namedMonth(words: string[], at: number, today: Today): Said<AskPeriod> | null {
  const quarter = /^q([1-4])$/.exec(words[at] ?? '')?.[1];
  const month = quarter === undefined ? monthOf(words[at]) : Number(quarter) * 3 - 2;
  if (month === undefined) return null;
  const length = quarter === undefined ? 1 : 3;
  const told = yearOf(words[at + 1]);
  const now = dateOf(today.day).year;
  const year = told ?? (firstOfMonth(now, month) <= today.day ? now : now - 1);
  const period = { kind: 'days' as const, from: firstOfMonth(year, month), to: firstOfMonth(year, month + length) };
  return said(period, told === undefined ? 1 : 2);
}

function namedYear(words: string[], at: number): Said<AskPeriod> | null {
  const opens = /^(?:year|jahr|jahre)$/.test(words[at] ?? '') ? 1 : 0;
  const year = yearOf(words[at + opens]);
  if (year === undefined) return null;
  return said({ kind: 'days', from: firstOfMonth(year, 1), to: firstOfMonth(year + 1, 1) }, opens + 1);
}

function singleDay(words: string[], at: number, today: Today): Said<AskPeriod> | null {
  const date = dateAt(words, at, today);
  return date === null ? null : said({ kind: 'days', from: date.value, to: date.value + 1 }, date.words);
}

function unitOf(word: string | undefined) {
  return units.find(([form]) => form.test(word ?? ''))?.[1];
}

function weekdayName(word: string | undefined): boolean {
  return /day$|tag$|^(?:mittwoch|sonnabend)$/.test(word ?? '') && !/^(?:today|yesterday)$/.test(word ?? '');
}

function skip(words: string[], at: number): number {
  let begin = at;
  while (article.test(words[begin] ?? '')) begin += 1;
  return begin;
}

function said(value: AskPeriod, words: number): Said<AskPeriod> {
  return { value, words };
}
