import type { SupportCase } from '../case/case.ts';
import type { Instant } from '../mail/mail.ts';

/** How long things are kept; null keeps them. Days of 24 hours. */
export interface Retention {
  /** After closing: then everything written on a case goes, and whoever is on it is nobody. */
  closedCasesDays: number | null;
  /** Entries of the audit log. */
  auditDays: number | null;
}

export const keepEverything: Retention = { closedCasesDays: null, auditDays: null };

/** What ends the address of whoever was erased. */
export const erasedDomain = '@erased.invalid';

/** Whether the time of a case has come; one that was erased already has none. */
export function isPastRetention(value: SupportCase, closedBefore: Instant): boolean {
  const erased = value.customer.email.endsWith(erasedDomain);
  return value.status === 'closed' && value.closedAt !== null && value.closedAt < closedBefore && !erased;
}
