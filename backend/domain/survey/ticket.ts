import type { Instant } from '../mail/mail.ts';

/** What a link in a survey mail names. It is signed, so whoever shows it got the mail. */
export interface Ticket {
  caseId: string;
  /** The ending that is asked about. */
  ending: Instant;
  /** Milliseconds since the epoch, from which on it is void. */
  untilMs: number;
}

const form = /^([0-9a-f]{24})\.([0-9a-z]{1,11})\.([0-9a-z]{1,11})$/;

/** As text for an address: the id of the case and two instants in base 36. */
export function ticketText({ caseId, ending, untilMs }: Ticket): string {
  return `${caseId}.${Date.parse(ending).toString(36)}.${untilMs.toString(36)}`;
}

/** Null for what is no ticket. */
export function readTicket(text: string): Ticket | null {
  const [, caseId, ending, until] = form.exec(text) ?? [];
  if (caseId === undefined || ending === undefined || until === undefined) return null;
  const endingMs = Number.parseInt(ending, 36);
  // Beyond this no date has a name.
  if (endingMs > 8.64e15) return null;
  return { caseId, ending: new Date(endingMs).toISOString(), untilMs: Number.parseInt(until, 36) };
}
