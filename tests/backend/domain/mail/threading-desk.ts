import { foreignTickets } from '../../../../backend/domain/mail/foreign-ticket.ts';
import type { Address, IncomingMail } from '../../../../backend/domain/mail/mail.ts';
import { type Match, match } from '../../../../backend/domain/mail/match.ts';
import type { FoundCase } from '../../../../backend/domain/mail/match-facts.ts';
import { plusNumbers } from '../../../../backend/domain/mail/our-addresses.ts';
import { baseSubject, caseTokens } from '../../../../backend/domain/mail/subject.ts';
import { normaliseMessageId, parentIds, threadRoot } from '../../../../backend/domain/mail/thread-ids.ts';
import type { CaseStatus } from '../../../../backend/domain/vocabulary.ts';

interface DeskCase {
  caseId: string;
  number: string;
  status: CaseStatus;
  subject: string;
  participants: Address[];
  mergedInto: string | null;
}

/** A support desk in memory that decides with the domain's own functions, to see where a run of mails ends up. */
export class ThreadingDesk {
  readonly cases = new Map<string, DeskCase>();
  private readonly received = new Map<string, string>();
  private readonly unseen = new Map<string, string>();
  private readonly conversations = new Map<string, string>();
  private readonly ours: Set<string>;
  private readonly firstNumber: number;
  closedCase: 'reopen' | 'follow_up' = 'reopen';

  constructor(ours: string[], firstNumber: number) {
    this.ours = new Set(ours);
    this.firstNumber = firstNumber;
  }

  /** The case the mail ends up in. */
  receive(mail: IncomingMail, outbound = false): string {
    const own = mail.internetMessageId === null ? '' : normaliseMessageId(mail.internetMessageId);
    const known = this.received.get(own);
    if (known !== undefined) return known;
    const decision = match(mail, this.look(mail, own), { closedCase: this.closedCase, followUpAfterDays: null });
    const entry = this.place(mail, decision);
    this.note(mail, own, entry, outbound);
    return entry.caseId;
  }

  merge(from: string, into: string): void {
    const source = this.cases.get(from);
    if (source) source.mergedInto = into;
  }

  private look(mail: IncomingMail, own: string) {
    const parents = parentIds(mail);
    const byInReplyTo = this.byIds(parents.inReplyTo);
    const byReference = this.byIds([...parents.references].reverse());
    const awaited = this.found(this.unseen.get(own));
    const byConversation = this.found(this.conversations.get(conversationOf(mail)));
    const numbers = caseTokens(mail.subject);
    const named = [...this.cases.values()].filter((one) => numbers.includes(one.number));
    const latest = [...this.cases.values()].reverse();
    const ofSender = latest.filter((one) => one.participants[0]?.email === mail.from?.email);
    const bySubject = ofSender.find(
      (one) => baseSubject(one.subject).toLowerCase() === baseSubject(mail.subject).toLowerCase(),
    );
    const tickets = foreignTickets(mail.subject);
    const byTicket = ofSender.find((one) => foreignTickets(one.subject).some((each) => tickets.includes(each)));
    const plus = latest.find((one) => plusNumbers(mail, [...this.ours]).includes(one.number));
    const byToken = named.flatMap((one) => this.found(one.caseId) ?? []);
    const also = { bySubject, byForeignTicket: byTicket, byPlusAddress: plus };
    const found = Object.entries(also).map(([name, one]) => [name, this.found(one?.caseId)]);
    return {
      ...Object.fromEntries(found.filter(([, one]) => one !== undefined)),
      ...(byInReplyTo && { byInReplyTo }),
      ...(byReference && { byReference }),
      ...(awaited && { awaited }),
      ...(byConversation && { byConversation }),
      byToken,
    };
  }

  private byIds(ids: string[]): FoundCase | undefined {
    const seen = ids.find((id) => this.received.has(id));
    if (seen !== undefined) return this.found(this.received.get(seen));
    const named = ids.find((id) => this.unseen.has(id));
    const found = named === undefined ? undefined : this.found(this.unseen.get(named));
    return found && { ...found, unseenParent: true };
  }

  private found(caseId: string | undefined): FoundCase | undefined {
    const entry = caseId === undefined ? undefined : this.cases.get(caseId);
    if (entry === undefined) return undefined;
    const end = this.endOf(entry);
    const { number, status, participants, subject } = entry;
    const base = { caseId: entry.caseId, number, status, participants, subject };
    return end === entry ? base : { ...base, mergedInto: end };
  }

  private endOf(entry: DeskCase): DeskCase {
    const passed = new Set<string>();
    let end = entry;
    while (end.mergedInto !== null && !passed.has(end.caseId)) {
      passed.add(end.caseId);
      end = this.cases.get(end.mergedInto) ?? end;
    }
    return passed.has(end.caseId) && end.mergedInto !== null ? entry : end;
  }

  private place(mail: IncomingMail, decision: Match): DeskCase {
    const joined = decision.kind === 'join' ? this.cases.get(decision.caseId) : undefined;
    if (joined !== undefined) return joined;
    const number = `HC-${this.firstNumber + this.cases.size}`;
    const opened: DeskCase = {
      caseId: `case-${number}`,
      number,
      status: 'new',
      subject: baseSubject(mail.subject),
      participants: [],
      mergedInto: null,
    };
    this.cases.set(opened.caseId, opened);
    return opened;
  }

  private note(mail: IncomingMail, own: string, entry: DeskCase, outbound: boolean): void {
    if (own !== '') this.received.set(own, entry.caseId);
    const parents = parentIds(mail);
    for (const id of [...parents.inReplyTo, ...parents.references]) {
      if (!this.received.has(id) && !this.unseen.has(id)) this.unseen.set(id, entry.caseId);
    }
    const conversation = conversationOf(mail);
    if (conversation !== '' && !this.conversations.has(conversation))
      this.conversations.set(conversation, entry.caseId);
    const people = [...(outbound || mail.from === null ? [] : [mail.from]), ...mail.to, ...mail.cc];
    entry.participants.push(...people.filter((person) => !this.ours.has(person.email.toLowerCase())));
  }
}

function conversationOf(mail: IncomingMail): string {
  return mail.conversationId ?? threadRoot(mail) ?? '';
}
