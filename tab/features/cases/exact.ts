import type { Case, CaseQuery } from '../../../backend/contracts/case.ts';
import { instantText } from '../../../ui/format.ts';
import { locale } from '../../../ui/language.ts';
import { serverNow } from '../../../ui/server-clock.ts';
import { listWords } from './words.ts';

/** Filters that a figure brings along when somebody looks at its cases: moments to the millisecond, which nobody types. */
export const exactKeys = [
  'createdFrom',
  'createdTo',
  'answeredFrom',
  'answeredTo',
  'resolvedFrom',
  'resolvedTo',
  'reopenedFrom',
  'reopenedTo',
  'askedFrom',
  'askedTo',
  'ratedFrom',
  'ratedTo',
  'rating',
  'promise',
  'arrived',
  'zone',
  'language',
  'complaint',
  'dueBefore',
] as const;
export type ExactKey = (typeof exactKeys)[number];
/** By the API's names, as they stand in the address. */
export type Exact = Partial<Record<ExactKey, string>>;
export type ExactCriteria = Pick<CaseQuery, ExactKey>;

const listed: ReadonlySet<ExactKey> = new Set(['promise', 'rating', 'arrived', 'language']);
const moments: ReadonlySet<ExactKey> = new Set(exactKeys.filter((key) => /From$|To$|Before$/.test(key)));

/** What an address says of them; a moment that is none is left out. */
export function readExact(params: URLSearchParams): Exact {
  const exact: Exact = {};
  for (const key of exactKeys) {
    const text = params.get(key) ?? '';
    if (text !== '' && !(moments.has(key) && Number.isNaN(Date.parse(text)))) exact[key] = text;
  }
  return exact;
}

export function exactCriteria(exact: Exact): ExactCriteria {
  const entries = exactKeys.flatMap((key) => {
    const text = exact[key];
    return text === undefined ? [] : [[key, listed.has(key) ? text.split(',') : text]];
  });
  return Object.fromEntries(entries) as ExactCriteria;
}

/** Whether a case that changed elsewhere is still among them. The hour in which it was opened never changes. */
export function fitsExactly(value: Case, criteria: ExactCriteria): boolean {
  const { answeredFrom, answeredTo, resolvedFrom, resolvedTo, reopenedFrom, reopenedTo } = criteria;
  const { promise, language, complaint } = criteria;
  const { askedFrom, askedTo, ratedFrom, ratedTo, rating } = criteria;
  const { satisfaction } = value;
  const { state } = value.sla.resolution;
  const verdict = state === 'met' ? 'met' : state === 'breached' ? 'missed' : null;
  return (
    isWithin(value.firstResponseAt, answeredFrom, answeredTo) &&
    isWithin(value.resolvedAt ?? value.closedAt, resolvedFrom, resolvedTo) &&
    isWithin(value.reopenedAt, reopenedFrom, reopenedTo) &&
    isWithin(satisfaction?.askedAt, askedFrom, askedTo) &&
    isWithin(satisfaction?.ratedAt ?? undefined, ratedFrom, ratedTo) &&
    (rating === undefined || rating.some((one) => Number(one) === satisfaction?.rating)) &&
    (promise === undefined || (verdict !== null && value.resolvedAt !== undefined && promise.includes(verdict))) &&
    (language === undefined || language.includes(value.language)) &&
    (complaint === undefined || complaint === String(value.complaint))
  );
}

function isWithin(at: string | undefined, from: string | undefined, to: string | undefined): boolean {
  if (from === undefined && to === undefined) return true;
  if (at === undefined) return false;
  const ms = Date.parse(at);
  return (from === undefined || ms >= Date.parse(from)) && (to === undefined || ms < Date.parse(to));
}

/** All of it in words: "resolved 17 Nov, 14:32 to 24 Nov, 14:32, in or past the promised time". */
export function exactWords(exact: Exact): string {
  const words = listWords.exact;
  const parts = (['created', 'answered', 'resolved', 'reopened', 'asked', 'rated'] as const).flatMap((what) => {
    const [from, to] = [exact[`${what}From`], exact[`${what}To`]];
    return from === undefined && to === undefined ? [] : [words.between(words[what], moment(from), moment(to))];
  });
  if (exact.promise !== undefined)
    parts.push(words.promise[exact.promise as keyof typeof words.promise] ?? words.promise['met,missed']);
  if (exact.rating !== undefined) parts.push(words.rating(exact.rating.split(',').join(', ')));
  if (exact.arrived !== undefined) parts.push(exact.arrived.split(',').map(hourWords).join(', '));
  if (exact.language !== undefined) parts.push(exact.language);
  if (exact.complaint !== undefined) parts.push(exact.complaint === 'true' ? words.complaints : words.noComplaints);
  if (exact.dueBefore !== undefined) parts.push(words.between(words.due, null, moment(exact.dueBefore)));
  return parts.join(', ');
}

function moment(text: string | undefined): string | null {
  if (text === undefined) return null;
  const ms = Date.parse(text);
  const isMidnight = new Date(ms).getHours() + new Date(ms).getMinutes() === 0;
  return isMidnight ? day.format(ms) : instantText(ms, serverNow());
}

const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
/** The Sunday before the first Monday after the epoch. */
const sundayMs = 3 * 86_400_000;

/** `1-09` as "Mon 9:00". */
function hourWords(text: string): string {
  const [day = 1, hour = 0] = text.split('-').map(Number);
  return `${weekday.format(sundayMs + day * 86_400_000)} ${hour}:00`;
}
