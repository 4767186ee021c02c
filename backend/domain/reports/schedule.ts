import type { Instant } from '../mail/mail.ts';
import type { ReportFormat } from '../vocabulary.ts';
import { instantOfWall, wallOf } from '../workflow/zoned-time.ts';

/** When a report is sent, by the clocks of a zone. */
export interface Rhythm {
  every: 'day' | 'week' | 'month';
  /** With `week`: 1 is Monday. */
  weekday: number;
  /** With `month`: 1 to 31; a month that is shorter has it on its last day. */
  day: number;
  /** `HH:MM`. */
  time: string;
  /** IANA name. */
  zone: string;
}

/** A saved report that is sent by itself. */
export interface Schedule extends Rhythm {
  id: string;
  reportId: string;
  /** Agent id; figures are those that this person may see. */
  ownerId: string;
  /** Addresses in lower case; none where it goes to Teams alone. */
  to: string[];
  /** Files in the mail. */
  formats: ReportFormat[];
  /** Teams conversation id of a channel that gets a card with the figures, or null. */
  channel: string | null;
  paused: boolean;
  createdAt: Instant;
  updatedAt: Instant;
}

const dayMs = 86_400_000;

/**
 * The first moment after `afterMs` that a rhythm names, milliseconds since the epoch. An hour that the clocks skip is
 * taken after the gap, one that they show twice the first time.
 */
export function nextAfter(rhythm: Rhythm, afterMs: number): number {
  const [hour = 0, minute = 0] = rhythm.time.split(':').map(Number);
  const today = new Date(wallOf(afterMs, rhythm.zone));
  const midnight = Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate());
  // Forty days hold the next day of every month, and the day before may still be to come in a zone behind.
  for (let days = -1; days <= 40; days++) {
    const day = midnight + days * dayMs;
    if (!fits(rhythm, new Date(day))) continue;
    const atMs = instantOfWall(day + (hour * 60 + minute) * 60_000, rhythm.zone);
    if (atMs > afterMs) return atMs;
  }
  throw new Error('A rhythm names a day in every month.');
}

function fits({ every, weekday, day }: Rhythm, date: Date): boolean {
  if (every === 'day') return true;
  if (every === 'week') return (date.getUTCDay() + 6) % 7 === weekday - 1;
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return date.getUTCDate() === Math.min(day, last);
}

/** The newest moment that has come since `sinceMs`; null when none has. What was missed meanwhile is not made up for. */
export function dueSince(rhythm: Rhythm, sinceMs: number, nowMs: number): number | null {
  let due: number | null = null;
  for (let next = nextAfter(rhythm, sinceMs); next <= nowMs; next = nextAfter(rhythm, next)) due = next;
  return due;
}

/** What a schedule has done and is doing. */
export interface ScheduleState {
  /** Of the schedule. */
  id: string;
  /** Every moment up to here has been seen to; null before the first. */
  doneUntil: Instant | null;
  /** Under way, until it has succeeded or was given up. */
  run: ScheduledRun | null;
  last: { due: Instant; at: Instant; error: string | null } | null;
  /** In a row, since it last succeeded. */
  failures: number;
}

export interface ScheduledRun {
  /** The moment it stands for; names it, so that it happens once. */
  due: Instant;
  /** Somebody asked for it, beside the rhythm. */
  byHand: boolean;
  /** Graph id of the draft, written down before it is sent. */
  draft: string | null;
  mailed: boolean;
  posted: boolean;
  attempts: number;
  notBefore: Instant;
}

export function newState(id: string): ScheduleState {
  return { id, doneUntil: null, run: null, last: null, failures: 0 };
}

/** From when on moments count: neither those that were seen to nor those before it was last changed. */
export function countsFrom({ updatedAt }: Schedule, { doneUntil }: ScheduleState): number {
  return Math.max(Date.parse(updatedAt), doneUntil === null ? 0 : Date.parse(doneUntil));
}
