import type { SlaClock } from '../backend/contracts/case.ts';
import { type ClockName, shortSpan as englishSpan, type NamedClock } from '../backend/contracts/clock-words.ts';
import { fullInstant, instantText, isTomorrow, sameDay, timeOfDay } from './format.ts';
import { language } from './language.ts';
import { clockNames, sharedWords as words } from './words.ts';

export type ClockTone = SlaClock['state'];

/** One clock at one moment, in words. */
export interface ClockReading {
  name: string;
  tone: ClockTone;
  /** Short form for lists: "19m", "38m over", "Wed 10:05". */
  text: string;
  /** Used part of the target from 0 to 1, or null when unknown. */
  share: number | null;
  /** Whole sentence for tooltips and screen readers. */
  sentence: string;
}

const hourMs = 3_600_000;

/** The state now: an answer of the server ages, so a clock that has run past its marks since says so at once. */
export function toneAt(clock: SlaClock, nowMs: number): ClockTone {
  if (clock.state !== 'ok' && clock.state !== 'at_risk') return clock.state;
  if (clock.due !== null && nowMs > Date.parse(clock.due)) return 'breached';
  if (clock.riskAt !== undefined && nowMs >= Date.parse(clock.riskAt)) return 'at_risk';
  return clock.state;
}

export function readClock({ name, clock }: NamedClock, nowMs: number): ClockReading {
  const tone = toneAt(clock, nowMs);
  const text = clockText(clock, tone, nowMs);
  return {
    name: clockNames[name],
    tone,
    text,
    share: usedShare(clock, tone, nowMs),
    sentence: sentence(name, clock, tone, nowMs),
  };
}

function clockText(clock: SlaClock, tone: ClockTone, nowMs: number): string {
  if (tone === 'none') return words.none;
  if (tone === 'met') return clock.at === undefined ? words.met : words.metAt(instantText(Date.parse(clock.at), nowMs));
  if (tone === 'paused') return pausedText(clock);
  if (clock.due === null) return '';
  const dueMs = Date.parse(clock.due);
  if (tone === 'breached') return words.over(shortSpan(settledAt(clock, nowMs) - dueMs, 'up'));
  const left = dueMs - nowMs;
  return left < hourMs || sameDay(dueMs, nowMs) ? shortSpan(left, 'down') : instantText(dueMs, nowMs);
}

function pausedText(clock: SlaClock): string {
  if (clock.leftMinutes === undefined) return words.paused;
  if (clock.leftMinutes < 0) return words.over(shortSpan(-clock.leftMinutes * 60_000, 'up'));
  return words.left(shortSpan(clock.leftMinutes * 60_000, 'down'));
}

/** A clock that was missed and answered all the same stopped when it was answered. */
function settledAt(clock: SlaClock, nowMs: number): number {
  return isSettled(clock) && clock.at !== undefined ? Date.parse(clock.at) : nowMs;
}

/** Whether nothing is owed on this clock any more. */
export function isSettled(clock: SlaClock): boolean {
  return clock.state === 'met' || (clock.state === 'breached' && clock.at !== undefined && clock.at !== clock.due);
}

function usedShare(clock: SlaClock, tone: ClockTone, nowMs: number): number | null {
  if (tone === 'breached' || tone === 'met') return 1;
  if (clock.targetMinutes === undefined) return null;
  const left = clock.due === null ? clock.leftMinutes : (Date.parse(clock.due) - nowMs) / 60_000;
  if (left === undefined) return null;
  return Math.min(1, Math.max(0, 1 - left / clock.targetMinutes));
}

function sentence(name: ClockName, clock: SlaClock, tone: ClockTone, nowMs: number): string {
  const subject = clockNames[name];
  if (tone === 'none') return words.nothingIsDue(subject);
  if (tone === 'paused') return words.pausedSentence(subject, pausedText(clock));
  if (tone === 'met')
    return words.metSentence(subject, clock.at === undefined ? '' : fullInstant(Date.parse(clock.at)));
  const dueMs = clock.due === null ? nowMs : Date.parse(clock.due);
  const parts = [words.dueAt(subject, dueDay(dueMs, nowMs))];
  if (tone === 'breached') parts.push(words.over(spanWords(settledAt(clock, nowMs) - dueMs, 'up')));
  else parts.push(words.left(spanWords(dueMs - nowMs, 'down')));
  if (clock.targetMinutes !== undefined) parts.push(words.target(spanWords(clock.targetMinutes * 60_000, 'down')));
  if (tone === 'at_risk') parts.push(words.atRisk);
  if (tone === 'breached') parts.push(words.overdue);
  return `${parts.join(', ')}.`;
}

/** "today 14:51", "tomorrow 09:10", "Thu 10:05". */
export function dueDay(dueMs: number, nowMs: number): string {
  if (sameDay(dueMs, nowMs)) return words.today(timeOfDay(dueMs));
  return isTomorrow(dueMs, nowMs) ? words.tomorrow(timeOfDay(dueMs)) : instantText(dueMs, nowMs);
}

/** The short form of a span as lists have it; Germans read the day as T. */
export function shortSpan(ms: number, rounding: 'down' | 'up'): string {
  const span = englishSpan(ms, rounding);
  return language === 'de' ? span.replace('under', 'unter').replace(/d$/, ' T') : span;
}

/** A target as lists say it: "45m", "4h", "1h 30m". */
export function shortTarget(minutes: number): string {
  return minutes >= 60 && minutes % 60 === 0 ? `${minutes / 60}h` : shortSpan(minutes * 60_000, 'down');
}

/** The long form of a span for sentences: "19 minutes", "2 hours 5 minutes", "3 days". */
export function spanWords(ms: number, rounding: 'down' | 'up'): string {
  const minutes = rounding === 'down' ? Math.floor(ms / 60_000) : Math.ceil(ms / 60_000);
  if (minutes < 1) return words.underMinute;
  if (minutes < 60) return words.minutes(minutes);
  if (minutes % 60 === 0 && minutes <= 48 * 60) return words.hours(minutes / 60);
  if (minutes < 24 * 60) return `${words.hours(Math.floor(minutes / 60))} ${words.minutes(minutes % 60)}`;
  return words.days(rounding === 'down' ? Math.floor(minutes / 1440) : Math.ceil(minutes / 1440));
}

/** "18:42": minutes and seconds of the last hour, rounded down. */
export function countdown(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}

/** The head's biggest line: what it says before the figure, and the figure. */
export interface BigReading {
  tone: ClockTone;
  label: string;
  figure: string;
  sentence: string;
}

export function readBigClock(lead: NamedClock, nowMs: number): BigReading {
  const { name, tone, text, sentence } = readClock(lead, nowMs);
  if (tone === 'breached') return { tone, label: words.clockOverdue(name), figure: text, sentence };
  if (tone === 'paused') return { tone, label: words.clockPaused(name), figure: text, sentence };
  const left = lead.clock.due === null ? 0 : Date.parse(lead.clock.due) - nowMs;
  if (left < hourMs) return { tone, label: words.dueIn(name), figure: countdown(left), sentence };
  const sameDayDue = lead.clock.due !== null && sameDay(Date.parse(lead.clock.due), nowMs);
  return { tone, label: sameDayDue ? words.dueIn(name) : words.due(name), figure: text, sentence };
}

/** A text for screen readers that changes only with the state and at 15, 5 and 1 minutes, so that it is not read every second. */
export function announcedClock(lead: NamedClock, nowMs: number): string {
  const tone = toneAt(lead.clock, nowMs);
  const subject = clockNames[lead.name];
  if (tone === 'paused') return words.clockPaused(subject);
  if (tone === 'breached') return words.clockOverdue(subject);
  if (lead.clock.due === null) return subject;
  const minutes = (Date.parse(lead.clock.due) - nowMs) / 60_000;
  const mark = [1, 5, 15].find((limit) => minutes <= limit);
  const at = words.dueAt(subject, dueDay(Date.parse(lead.clock.due), nowMs));
  const due = tone === 'at_risk' ? `${at}, ${words.atRisk}` : at;
  return mark === undefined ? due : words.underLeft(due, words.minutes(mark));
}
