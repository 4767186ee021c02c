import type { SupportCase } from '../../domain/case/case.ts';
import { foreignTickets } from '../../domain/mail/foreign-ticket.ts';
import type { IncomingMail } from '../../domain/mail/mail.ts';
import { baseSubject, subjectPrefix } from '../../domain/mail/subject.ts';
import type { IntakeDeps } from './deps.ts';

type RecentDeps = Pick<IntakeDeps, 'index' | 'clock' | 'store'>;

const dayMs = 86_400_000;
const ticketWindowMs = 60 * dayMs;
const subjectWindowMs = 7 * dayMs;
const mostCases = 10;

export interface RecentCases {
  /** Of the same sender, about the same ticket of another system. */
  byTicket: string | undefined;
  /** Of the same sender, with the subject that the mail answers. */
  bySubject: string | undefined;
}

/** The sender's latest cases that a mail may belong to although it names no mail of theirs. */
export async function recentCases(deps: RecentDeps, mail: IncomingMail): Promise<RecentCases> {
  const tickets = new Set(foreignTickets(mail.subject));
  const answered = subjectPrefix(mail.subject) === 'reply' ? baseSubject(mail.subject).toLowerCase() : '';
  if (mail.from === null || (tickets.size === 0 && answered === ''))
    return { byTicket: undefined, bySubject: undefined };
  const ids = deps.index.ofCustomer(mail.from.email, mostCases);
  const theirs = (await Promise.all(ids.map((id) => deps.store.get(id)))).flatMap((one) => one?.value ?? []);
  // Cases are dated by our clock, mails by the mailbox's; mail that was read late counts as of its own time.
  const now = Math.min(deps.clock.nowMs(), Date.parse(mail.receivedAt));
  const latest = (windowMs: number, fits: (value: SupportCase) => boolean) =>
    theirs.find((one) => Date.parse(one.updatedAt) >= now - windowMs && fits(one))?.id;
  return {
    byTicket: latest(ticketWindowMs, (one) => foreignTickets(one.subject).some((each) => tickets.has(each))),
    bySubject: latest(subjectWindowMs, (one) => answered !== '' && baseSubject(one.subject).toLowerCase() === answered),
  };
}
