import type { SupportCase } from '../case/case.ts';
import type { OutgoingKind } from '../vocabulary.ts';
import type { WorkingHours } from './working-hours.ts';

/** What happens by itself when nothing else does; null switches it off. Hours are working hours, days are days of 24 hours. */
export interface FollowUpRules {
  /** While we owe the customer something and nobody has written: "we are still on it". */
  stillWorkingHours: number | null;
  /** After resolving: "is it solved?" */
  confirmSolvedHours: number | null;
  /** A resolved case that nobody answered is closed, silently. */
  closeResolvedDays: number | null;
  /** A case that waits for a customer who does not answer is closed, and the customer is told. */
  closeAwaitingDays: number | null;
}

export const noFollowUps: FollowUpRules = {
  stillWorkingHours: null,
  confirmSolvedHours: null,
  closeResolvedDays: null,
  closeAwaitingDays: null,
};

export interface FollowUp {
  kind: Extract<OutgoingKind, 'still_working' | 'confirm_solved' | 'closing'>;
  /** Names what it follows up: each cause has one consequence at most. */
  cause: string;
  /** Milliseconds since the epoch. */
  atMs: number;
  /** Whether the customer is written to. */
  tells: boolean;
}

type Standing = Pick<
  SupportCase,
  'status' | 'statusSince' | 'lastMessageAt' | 'mergedInto' | 'followedUp' | 'firstResponseAt'
>;

const dayMs = 24 * 60 * 60_000;

/** What is still to come on the case as it stands, if nothing moves it. */
export function followUpsOf(value: Standing, rules: FollowUpRules, hours: WorkingHours): FollowUp[] {
  if (value.mergedInto !== null) return [];
  return planned(value, rules, hours).filter(
    ({ atMs, cause }) => Number.isFinite(atMs) && !value.followedUp.includes(cause),
  );
}

function planned(value: Standing, rules: FollowUpRules, hours: WorkingHours): FollowUp[] {
  const { status, statusSince, lastMessageAt } = value;
  const moved = statusSince > lastMessageAt ? statusSince : lastMessageAt;
  switch (status) {
    case 'new':
    case 'in_progress':
    case 'awaiting_vendor':
    case 'awaiting_approval':
      return [follow('still_working', moved, rules.stillWorkingHours, (ms, n) => hours.after(ms, n), true)];
    case 'awaiting_customer':
      return [follow('closing', moved, rules.closeAwaitingDays, afterDays, true)];
    case 'resolved':
      return [
        follow('confirm_solved', statusSince, rules.confirmSolvedHours, (ms, n) => hours.after(ms, n), true),
        follow('closing', statusSince, rules.closeResolvedDays, afterDays, false),
      ];
    case 'closed':
      return [];
  }
}

function follow(
  kind: FollowUp['kind'],
  since: string,
  span: number | null,
  after: (ms: number, span: number) => number,
  tells: boolean,
): FollowUp {
  const atMs = span === null ? Number.POSITIVE_INFINITY : after(Date.parse(since), span);
  return { kind, cause: `${kind}|${since}`, atMs, tells };
}

function afterDays(ms: number, days: number): number {
  return ms + days * dayMs;
}

/** True when something happened on the case after the mail was put into line, so that it would come out of place. */
export function isOvertaken(value: Standing, queuedAt: string): boolean {
  return value.mergedInto !== null || value.lastMessageAt > queuedAt || value.statusSince > queuedAt;
}
