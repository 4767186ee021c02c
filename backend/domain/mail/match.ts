import type { CaseStatus, ThreadingRule } from '../vocabulary.ts';
import { endedStatuses } from '../vocabulary.ts';
import { type Address, header, type IncomingMail } from './mail.ts';
import { baseSubject } from './subject.ts';
import { continuesAnother, isForward } from './thread-ids.ts';

/** A case that something in the mail points to. */
export interface FoundCase {
  caseId: string;
  number: string;
  status: CaseStatus;
  /** Everybody on the case, our own mailboxes excluded. */
  participants: Address[];
  /** The case's subject, where the looker-up has it. */
  subject?: string;
  /** The case this one was merged into, at the end of the chain. */
  mergedInto?: Pick<FoundCase, 'caseId' | 'number' | 'status'>;
  /** True when the matched id is of a mail we never received: another mail of the case merely names it. */
  unseenParent?: boolean;
  /** True when the matched id is of a mail that we sent ourselves. */
  ourMail?: boolean;
}

/** What was looked up for a mail before deciding. */
export interface MatchFacts {
  byInReplyTo?: FoundCase;
  byReference?: FoundCase;
  /** The case that waits for this mail because an answer to it arrived first. */
  awaited?: FoundCase;
  byConversation?: FoundCase;
  /** One for every case number in the subject that exists, in the order of the subject. */
  byToken?: FoundCase[];
}

/** A case the new one has to do with: its number is quoted, or its mail was passed on. */
export interface LinkedCase {
  caseId: string;
  kind: 'mentions' | 'forward_of';
}

/** Where a mail goes, and a sentence saying why. `reopen` is true when the joined case had ended. */
export type Match =
  | { kind: 'join'; caseId: string; rule: ThreadingRule; why: string; reopen: boolean }
  | { kind: 'open'; rule: 'new_conversation'; why: string; linked: LinkedCase[] };

/** What an administrator may choose. */
export interface MatchPolicy {
  /** What mail to a closed case does: opens it again, or opens a new case that is linked to it. */
  closedCase: 'reopen' | 'follow_up';
}

interface Candidate {
  found: FoundCase;
  rule: ThreadingRule;
  why: string;
}

/**
 * Decides which case a mail belongs to. Message ids are hard to guess, so they count whoever writes; a case number or a
 * conversation id counts only from somebody already on the case. Never decides on the subject alone.
 */
export function match(mail: IncomingMail, facts: MatchFacts, policy: MatchPolicy = { closedCase: 'reopen' }): Match {
  const candidate =
    byHeaders(mail, facts) ?? byToken(mail, facts) ?? byAwaited(mail, facts) ?? byConversation(mail, facts);
  if (candidate === undefined) return opened(mail, facts);
  const target = candidate.found.mergedInto ?? candidate.found;
  if (target.status === 'closed' && policy.closedCase === 'follow_up') {
    const linked: LinkedCase[] = [{ caseId: target.caseId, kind: 'mentions' }];
    return { kind: 'open', rule: 'new_conversation', why: `${candidate.why} That case is closed.`, linked };
  }
  const merged = candidate.found.mergedInto === undefined ? '' : ` It was merged into ${target.number}.`;
  return {
    kind: 'join',
    caseId: target.caseId,
    rule: candidate.rule,
    why: candidate.why + merged,
    reopen: endedStatuses.includes(target.status),
  };
}

function byHeaders(mail: IncomingMail, facts: MatchFacts): Candidate | undefined {
  const answered = trusted(mail, facts.byInReplyTo);
  if (answered !== undefined) {
    const ours = answered.ourMail === true;
    const why = ours ? 'It answers a mail that we sent.' : 'In-Reply-To names a mail of the case.';
    return { found: answered, rule: ours ? 'own_message_id' : 'in_reply_to', why };
  }
  const referred = trusted(mail, facts.byReference);
  if (referred === undefined) return undefined;
  return { found: referred, rule: 'references', why: 'References names a mail of the case.' };
}

/** An id that nobody here received, such as a newsletter's, is shared by strangers: it needs company. */
function trusted(mail: IncomingMail, found: FoundCase | undefined): FoundCase | undefined {
  if (found?.unseenParent !== true) return found;
  return !isForward(mail) && sharesPeople(mail, found) ? found : undefined;
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

function opened(mail: IncomingMail, facts: MatchFacts): Match {
  const named = facts.byToken ?? [];
  const numbers = named.map((found) => found.number).join(', ');
  if (isForward(mail)) {
    const origin = [facts.byConversation, facts.awaited].find((one) => one !== undefined && senderIsKnown(mail, one));
    const linked = [...mentions(named), ...(origin === undefined ? [] : [forwardOf(origin)])];
    return { kind: 'open', rule: 'new_conversation', why: 'It passes on a mail of its own.', linked: onceEach(linked) };
  }
  const why =
    named.length === 0
      ? 'It answers no mail that we know.'
      : `The subject names ${numbers}, but the sender is not known to be on that case.`;
  return { kind: 'open', rule: 'new_conversation', why, linked: onceEach(mentions(named)) };
}

function mentions(named: FoundCase[]): LinkedCase[] {
  return named.map((found) => ({ caseId: found.mergedInto?.caseId ?? found.caseId, kind: 'mentions' }));
}

function forwardOf(origin: FoundCase): LinkedCase {
  return { caseId: origin.mergedInto?.caseId ?? origin.caseId, kind: 'forward_of' };
}

function onceEach(linked: LinkedCase[]): LinkedCase[] {
  return linked.filter((one, index) => linked.findIndex((other) => other.caseId === one.caseId) === index);
}

function sameBase(one: string, other: string): boolean {
  return baseSubject(one).toLowerCase() === baseSubject(other).toLowerCase();
}

/** Only From counts: it is the one address that DMARC protects, Sender and Reply-To can say anything. */
function senderIsKnown(mail: IncomingMail, found: FoundCase): boolean {
  return mail.from !== null && found.participants.some((person) => sameAddress(person, mail.from));
}

/** True when the sender or anybody the mail is addressed to is on the case. */
function sharesPeople(mail: IncomingMail, found: FoundCase): boolean {
  const people = [mail.from, ...mail.to, ...mail.cc];
  return found.participants.some((person) => people.some((one) => sameAddress(person, one)));
}

function sameAddress(one: Address, other: Address | null): boolean {
  const email = one.email.trim().toLowerCase();
  return email !== '' && email === other?.email.trim().toLowerCase();
}

/** True when the receiving server found that From is forged (RFC 8601; `compauth` is Exchange Online's verdict). */
function failsAuthentication(mail: IncomingMail): boolean {
  return /\b(?:dmarc|compauth)=fail\b/i.test(header(mail, 'authentication-results') ?? '');
}
