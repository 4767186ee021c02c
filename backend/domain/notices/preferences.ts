import type { FieldFault } from '../failure.ts';
import type { NoticeChannel, NoticeKind } from '../vocabulary.ts';
import { type Shifts, shiftAt } from '../workflow/shifts.ts';
import { isTimezone } from '../workflow/zoned-time.ts';

/** What somebody wants to be told of, where, and when not. */
export interface NoticePreferences {
  channels: Record<NoticeKind, NoticeChannel>;
  /** Hours in which notices wait, or null. */
  quiet: Shifts | null;
}

/** Of whoever has said nothing: everything, in Teams, at once. */
export const usualPreferences: NoticePreferences = {
  channels: {
    assigned: 'teams',
    mentioned: 'teams',
    at_risk: 'teams',
    overdue: 'teams',
    escalated: 'teams',
    hand_over: 'teams',
    rule: 'teams',
    contractor: 'teams',
  },
  quiet: null,
};

/** When the quiet hours under way end, in milliseconds since the epoch; null outside of them. */
export function quietUntil({ quiet }: NoticePreferences, nowMs: number): number | null {
  return quiet === null ? null : (shiftAt(quiet, nowMs).present?.to ?? null);
}

export function zoneFaults({ quiet }: NoticePreferences): FieldFault[] {
  if (quiet === null || isTimezone(quiet.timezone)) return [];
  return [{ path: 'quiet.timezone', message: 'is not an IANA time zone' }];
}
