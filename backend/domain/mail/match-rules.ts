import { failsAuthentication, senderIsKnown, sharesPeople } from './case-people.ts';
import type { IncomingMail } from './mail.ts';
import type { Candidate, FoundCase, MatchFacts } from './match-facts.ts';
import { baseSubject, subjectPrefix } from './subject.ts';
import { byTask } from './task-rules.ts';
import { continuesAnother, isForward } from './thread-ids.ts';

type Rule = (mail: IncomingMail, facts: MatchFacts) => Candidate | undefined;

/** From the surest sign to the faintest. Each says on its own what it takes to be believed. */
export const rules: readonly Rule[] = [
  byReport,
  byPlusAddress,
  byTask,
  byHeaders,
  byToken,
  byAwaited,
  byConversation,
  byForeignTicket,
  bySubject,
];

function byReport(_mail: IncomingMail, { byReport: found }: MatchFacts): Candidate | undefined {
  return found && { found, rule: 'report', why: 'It reports on a mail that was sent from the case.' };
}

function byPlusAddress(mail: IncomingMail, { byPlusAddress: found }: MatchFacts): Candidate | undefined {
  if (found === undefined || !senderIsKnown(mail, found) || failsAuthentication(mail)) return undefined;
  return {
    found,
    rule: 'plus_address',
    why: `It was sent to the address of ${found.number} by somebody on that case.`,
  };
}

function byHeaders(mail: IncomingMail, facts: MatchFacts): Candidate | undefined {
  const answered = trusted(mail, facts, facts.byInReplyTo);
  if (answered !== undefined) {
    const ours = answered.ourMail === true;
    const why = ours ? 'It answers a mail that we sent.' : 'In-Reply-To names a mail of the case.';
    return { found: answered, rule: ours ? 'own_message_id' : 'in_reply_to', why };
  }
  const referred = trusted(mail, facts, facts.byReference);
  if (referred === undefined) return undefined;
  return { found: referred, rule: 'references', why: 'References names a mail of the case.' };
}

/** An id that nobody here received, such as a newsletter's, is shared by strangers: it needs company. */
function trusted(mail: IncomingMail, { byAgent }: MatchFacts, found: FoundCase | undefined): FoundCase | undefined {
  // What went to somebody outside tells nothing of the case, and whoever got hold of it is not on the case for that.
  if (found?.task !== undefined) return byAgent || senderIsKnown(mail, found) ? aboutCase(found) : undefined;
  if (found?.unseenParent !== true) return found;
  return !isForward(mail) && sharesPeople(mail, found) ? found : undefined;
}

function aboutCase({ task: _, ...found }: FoundCase): FoundCase {
  return found;
}

function byToken(mail: IncomingMail, facts: MatchFacts): Candidate | undefined {
  if (failsAuthentication(mail)) return undefined;
  const found = facts.byToken?.find((one) => senderIsKnown(mail, one));
  if (found === undefined) return undefined;
  return { found, rule: 'case_token', why: `The subject names ${found.number} and the sender is on that case.` };
}

function byAwaited(mail: IncomingMail, { awaited }: MatchFacts): Candidate | undefined {
  if (awaited === undefined || isForward(mail) || !sharesPeople(mail, awaited)) return undefined;
  return { found: awaited, rule: 'awaited_parent', why: 'An answer to this mail had arrived before it.' };
}

function byConversation(mail: IncomingMail, { byConversation: found }: MatchFacts): Candidate | undefined {
  if (found === undefined || isForward(mail)) return undefined;
  const sameSubject = found.subject === undefined || sameBase(mail.subject, found.subject);
  if (sameSubject && !continuesAnother(mail)) return undefined;
  if (senderIsKnown(mail, found) && !failsAuthentication(mail)) {
    return { found, rule: 'conversation', why: 'It is in the same conversation and the sender is on the case.' };
  }
  if (found.subject === undefined || !sameSubject || !sharesPeople(mail, found)) return undefined;
  return { found, rule: 'conversation', why: 'It is in the same conversation and addressed to people on the case.' };
}

/** Other ticket systems start a fresh thread with each of their mails and keep only their number. */
function byForeignTicket(mail: IncomingMail, { byForeignTicket: found }: MatchFacts): Candidate | undefined {
  if (found === undefined || !senderIsKnown(mail, found) || failsAuthentication(mail) || isForward(mail))
    return undefined;
  return {
    found,
    rule: 'foreign_ticket',
    why: 'The subject names the same foreign ticket, and the sender is on the case.',
  };
}

/** An answer that lost its headers on the way. A fresh mail with the same words is a new matter. */
function bySubject(mail: IncomingMail, { bySubject: found }: MatchFacts): Candidate | undefined {
  if (found?.subject === undefined || subjectPrefix(mail.subject) !== 'reply') return undefined;
  if (!sameBase(mail.subject, found.subject) || !senderIsKnown(mail, found) || failsAuthentication(mail))
    return undefined;
  return { found, rule: 'same_subject', why: 'It answers a recent mail of the same sender with the same subject.' };
}

function sameBase(one: string, other: string): boolean {
  return baseSubject(one).toLowerCase() === baseSubject(other).toLowerCase();
}
