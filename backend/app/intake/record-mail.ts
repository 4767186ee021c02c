import { type Actor, customerActor } from '../../domain/access/actor.ts';
import type { CaseMessage, SupportCase } from '../../domain/case/case.ts';
import { applyAnalysis, receiveMessage } from '../../domain/case/change.ts';
import { bounced, reportedMessage } from '../../domain/case/delivery.ts';
import { joinPeople, openCase } from '../../domain/case/open.ts';
import { isCourtesy } from '../../domain/mail/courtesy.ts';
import type { DeliveryReport } from '../../domain/mail/delivery-report.ts';
import { likenessOf } from '../../domain/mail/likeness.ts';
import type { Address, IncomingMail, MailFate } from '../../domain/mail/mail.ts';
import { type MailMark, markOf } from '../../domain/mail/mail-mark.ts';
import { isOurs } from '../../domain/mail/our-addresses.ts';
import { signsOf } from '../../domain/mail/signs.ts';
import { continuesAnother, isForward, parentIds } from '../../domain/mail/thread-ids.ts';
import { acknowledgementOf } from '../../domain/reply/acknowledgement.ts';
import type { Analysis } from '../../domain/triage/analysis.ts';
import type { CaseSource } from '../../domain/vocabulary.ts';
import type { CaseTransaction } from '../../ports/case-store.ts';
import { noteFiles } from '../files/note-files.ts';
import type { Decided } from './decide-case.ts';
import type { IntakeDeps } from './deps.ts';
import { analysedEvent } from './enrich-case.ts';
import { openedBy } from './mail-key.ts';
import type { MailWay } from './mail-way.ts';
import type { StudiedMail } from './study-mail.ts';

/** A mail about to be recorded, with everything that was found out about it. */
export interface JudgedMail extends StudiedMail {
  decided: Decided;
  /** Who brought it in: the customer by mail, or the agent who converted it. */
  actor: Actor;
  source: CaseSource;
  /** How the mail came to this point; absent where an agent brought it in. */
  way?: MailWay;
}

/** Copies beyond these are not worth a line each. */
const mostPlaces = 20;

/** Whoever wrote the mail as the one who acts. */
export function writerOf({ mail, requester, byAgent }: StudiedMail): Actor {
  const { email, name } = mail.from ?? requester;
  if (!byAgent) return customerActor(email, name);
  // Whoever sends in the name of the mailbox stands in Sender.
  const agent = mail.sender ?? { email, name };
  return { id: `agent:${agent.email}`, name: agent.name || agent.email, role: 'agent', surface: 'outlook' };
}

/**
 * Writes case, message, fate and log events in one commit. Running it again answers the fate that was written the first
 * time: fate and message live together, so neither can be there twice or alone.
 */
export async function recordMail(deps: IntakeDeps, judged: JudgedMail): Promise<MailFate> {
  const { mailKey, decided, way } = judged;
  const message = decided.caseId === null ? null : messageOf(deps, judged, decided.caseId);
  if (message !== null) await noteFiles(deps, judged.mail, message.id);
  const analysis = message === null ? null : await analyseAtOnce(deps, judged, message);
  if (analysis !== null) way?.done('analysed');
  let number: string | undefined;
  const done = await deps.store.transact(decided.caseId ?? mailKey, `mail|${mailKey}`, async (tx) => {
    const earlier = await tx.fate(mailKey);
    const at = deps.clock.now();
    if (earlier !== undefined && !(way?.released && earlier.outcome === 'parked'))
      return sawAgain(tx, judged, earlier, at);
    if (message === null || decided.caseId === null) return keepApart(tx, judged, at);
    const before = await tx.case(decided.caseId);
    if (before === undefined) {
      number ??= await deps.numbers.next();
      return openWith(tx, deps, judged, message, analysis, number, at);
    }
    const onwards = await followMerge(tx, deps, judged, before.value, at);
    return onwards ?? joinTo(tx, deps, judged, message, before.value, at);
  });
  return typeof done === 'string' ? recordMail(deps, sentOnTo(judged, done)) : done;
}

/**
 * The case that a mail goes on to because its own was merged, or undefined. That it went on is written down: un-merging
 * the case must not let a repeated run add the mail a second time.
 */
async function followMerge(
  tx: CaseTransaction,
  deps: Pick<IntakeDeps, 'ids'>,
  { mailKey, actor }: JudgedMail,
  { id: caseId, mergedInto }: SupportCase,
  at: string,
): Promise<string | undefined> {
  const key = deps.ids.derived('followed', mailKey, caseId);
  const earlier = await tx.receipt(key);
  if (earlier !== undefined) return earlier.caseId;
  if (mergedInto === null) return undefined;
  tx.putReceipt(key, { requestHash: mailKey, caseId: mergedInto });
  const reason = 'A mail went on to the case that this one was merged into.';
  tx.record({ kind: 'mail.followed', caseId, at, actor, changes: [], messageId: null, mail: null, reason });
  return mergedInto;
}

function sentOnTo(judged: JudgedMail, caseId: string): JudgedMail {
  const { decided } = judged;
  return { ...judged, decided: { ...decided, caseId, why: `${decided.why} That case was merged into this one.` } };
}

/** The same mail may lie in several of our mailboxes, or twice in one: it has one fate, which names every place. */
function sawAgain(tx: CaseTransaction, { mail, actor }: JudgedMail, fate: MailFate, at: string): MailFate {
  const { mailbox, graphId } = mail;
  const places = [fate, ...(fate.alsoSeen ?? [])];
  const known = places.some((place) => place.mailbox === mailbox && place.graphId === graphId);
  if (graphId === null || known || places.length > mostPlaces) return fate;
  const seen: MailFate = { ...fate, alsoSeen: [...(fate.alsoSeen ?? []), { mailbox, graphId, at }] };
  tx.amendFate(seen);
  const { mailKey, outcome, caseId } = fate;
  const reason = `The same mail also lies in ${mailbox}.`;
  tx.record({
    kind: 'mail.seen_again',
    caseId: null,
    at,
    actor,
    changes: [],
    messageId: caseId === null ? null : fate.messageId,
    mail: { mailKey, outcome },
    reason,
  });
  return seen;
}

function keepApart(tx: CaseTransaction, judged: JudgedMail, at: string): MailFate {
  const fate = fateOf(judged, judged.decided.parked ? 'parked' : 'kept_apart', null, null, at);
  tx.putFate(fate);
  tx.record({
    kind: 'mail.fated',
    caseId: null,
    at,
    actor: judged.actor,
    changes: [],
    messageId: null,
    mail: markFor(judged, fate, judged.mail.body.content),
    reason: fate.reason,
  });
  return fate;
}

function openWith(
  tx: CaseTransaction,
  deps: IntakeDeps,
  judged: JudgedMail,
  message: CaseMessage,
  analysis: Analysis | null,
  number: string,
  at: string,
): MailFate {
  const opened = caseOpenedBy(deps, judged, message.caseId, number, at);
  acknowledge(tx, deps, judged, message, at);
  if (analysis === null) {
    tx.putCase(opened);
    return addToCase(tx, judged, message, 'opened', [], at);
  }
  const { value, changes } = applyAnalysis(opened, null, analysis, at);
  tx.putCase(value);
  const fate = addToCase(tx, judged, message, 'opened', [], at);
  tx.record(analysedEvent(message.caseId, message.id, changes, at));
  return fate;
}

/** What an analyst says who needs no waiting for, so that the case is whole from its first moment. */
async function analyseAtOnce(deps: IntakeDeps, { mail, mailKey }: JudgedMail, message: CaseMessage) {
  const opens = message.caseId === openedBy(deps.ids, mailKey).caseId;
  if (!opens || deps.analyst.immediate !== true) return null;
  const { mailbox } = mail;
  const input = { subject: subjectOf(mail), text: message.visibleText, ...(mailbox !== '' && { mailbox }) };
  return deps.analyst.analyse(input, deps.analysisDeadlineMs);
}

function subjectOf(mail: IncomingMail): string {
  return mail.subject.trim() || '(no subject)';
}

/** Mail that came by itself is acknowledged; what an agent brings in is in good hands already. */
function acknowledge(
  tx: CaseTransaction,
  deps: IntakeDeps,
  judged: JudgedMail,
  message: CaseMessage,
  at: string,
): void {
  if (judged.source !== 'mail') return;
  const { caseId, id: messageId } = message;
  const opened = { id: deps.ids.derived('acknowledgement', caseId), caseId, messageId };
  const mail = acknowledgementOf(judged.mail, judged.judgement, opened, at);
  if (mail !== null) tx.putOutgoing(mail);
}

/** The case that a mail opens, with the mail as its first message. */
export function caseOpenedBy(
  deps: Pick<IntakeDeps, 'ourMailboxes'>,
  { mail, requester, decided, source }: JudgedMail,
  id: string,
  number: string,
  at: string,
): SupportCase {
  const opened = openCase({
    id,
    number,
    subject: subjectOf(mail),
    customer: requester,
    participants: joinPeople([], peopleOf(deps, mail, requester)),
    mailbox: mail.mailbox,
    source,
    linked: decided.linked,
    at,
  });
  return { ...opened, messageCount: 1 };
}

async function joinTo(
  tx: CaseTransaction,
  deps: IntakeDeps,
  judged: JudgedMail,
  message: CaseMessage,
  before: SupportCase,
  at: string,
): Promise<MailFate> {
  const { report } = judged;
  if (report !== null) await markBounced(tx, judged, report, before.id, at);
  const { value, changes } = received(deps, judged, message, before, at);
  tx.putCase(value);
  return addToCase(tx, judged, message, 'joined', changes, at);
}

/** The case with the mail on it. */
export function received(
  deps: Pick<IntakeDeps, 'ourMailboxes'>,
  judged: JudgedMail,
  message: CaseMessage,
  before: SupportCase,
  at: string,
): ReturnType<typeof receiveMessage> {
  const { mail, requester, report, byAgent, decided } = judged;
  const arrival = {
    people: peopleOf(deps, mail, requester),
    automatic: isMachines(judged),
    ourMailboxes: [],
    byAgent,
    answers: message.direction === 'outbound',
    report,
    courtesy: isCourtesy(message.visibleText, message.attachments.length),
    aboutTask: decided.task !== undefined,
  };
  return receiveMessage(before, arrival, at);
}

/** Whoever looks at the mail we sent sees that it came back. */
async function markBounced(
  tx: CaseTransaction,
  { actor, mail }: JudgedMail,
  report: DeliveryReport,
  caseId: string,
  at: string,
): Promise<void> {
  const reported = reportedMessage(await tx.ownMessages(caseId), report, parentIds(mail).inReplyTo);
  const whole = reported && (await tx.message({ caseId, at: reported.at, id: reported.id }));
  const message = whole && bounced(whole, report, at);
  if (!message) return;
  tx.addMessage(message);
  const changes = [{ field: 'delivery', from: whole.delivery?.state, to: 'bounced' }];
  const reason = message.delivery?.error ?? null;
  tx.record({ kind: 'message.delivery', caseId, at, actor, changes, messageId: message.id, mail: null, reason });
}

function addToCase(
  tx: CaseTransaction,
  judged: JudgedMail,
  message: CaseMessage,
  outcome: 'opened' | 'joined',
  changes: ReturnType<typeof receiveMessage>['changes'],
  at: string,
): MailFate {
  const fate = fateOf(judged, outcome, message.caseId, message.id, at);
  tx.addMessage(message);
  tx.putFate(fate);
  tx.record({
    kind: outcome === 'opened' ? 'case.opened' : 'message.added',
    caseId: message.caseId,
    at,
    actor: judged.actor,
    changes,
    messageId: message.id,
    mail: markFor(judged, fate, message.visibleText),
    reason: fate.reason,
  });
  return fate;
}

function peopleOf(
  { ourMailboxes }: Pick<IntakeDeps, 'ourMailboxes'>,
  mail: IncomingMail,
  requester: Address,
): Address[] {
  const people = [requester, mail.from, mail.sender, ...mail.to, ...mail.cc];
  return people.filter((one) => one !== null).filter((one) => !isOurs(one.email, ourMailboxes));
}

export function messageOf(deps: IntakeDeps, judged: JudgedMail, caseId: string): CaseMessage {
  const { mail, decided, report } = judged;
  const { visibleText, hasQuoted, safeHtml } = deps.mailText.read(mail.body);
  return {
    id: decided.messageId,
    caseId,
    direction: answersForUs(judged) ? 'outbound' : 'inbound',
    from: mail.from ?? mail.sender,
    to: mail.to,
    cc: mail.cc,
    ...(mail.replyTo.length > 0 && { replyTo: mail.replyTo }),
    subject: mail.subject,
    visibleText,
    hasQuoted,
    safeHtml,
    at: mail.receivedAt,
    attachments: mail.attachments.map(({ bytes: _, ...attachment }) => attachment),
    internetMessageId: mail.internetMessageId,
    graph: mail.graphId === null ? null : { mailbox: mail.mailbox, id: mail.graphId },
    automatic: isMachines(judged),
    threadedBy: { rule: decided.rule ?? 'new_conversation', why: decided.why },
    ...(decided.task !== undefined && { task: decided.task }),
    ...(report !== null && { report }),
  };
}

/** An agent who answers from Outlook with the mailbox in copy speaks for us. */
function answersForUs(judged: JudgedMail): boolean {
  const { mail, byAgent, decided } = judged;
  const joins = decided.rule !== null && decided.rule !== 'new_conversation' && decided.rule !== 'by_hand';
  return byAgent && !isMachines(judged) && joins && !isForward(mail);
}

function isMachines({ judgement: { kind }, byAgent }: JudgedMail): boolean {
  return kind !== 'human' && !(kind === 'own_message' && byAgent);
}

function fateOf(
  judged: JudgedMail,
  outcome: MailFate['outcome'],
  caseId: string | null,
  messageId: string | null,
  at: string,
): MailFate {
  const { mail, mailKey, judgement, decided, way } = judged;
  return {
    mailKey,
    mailbox: mail.mailbox,
    graphId: mail.graphId,
    internetMessageId: mail.internetMessageId,
    from: mail.from?.email ?? mail.sender?.email ?? null,
    subject: mail.subject.slice(0, 500),
    kind: judgement.kind,
    outcome,
    caseId,
    messageId,
    rule: decided.rule,
    ...(decided.task !== undefined && { taskId: decided.task.id }),
    reason: decided.why,
    reasons: judgement.reasons,
    receivedAt: mail.receivedAt,
    decidedAt: at,
    signs: signsOf(mail),
    ...way?.told(),
  };
}

function markFor({ mail, judgement, way }: JudgedMail, fate: MailFate, text: string): MailMark {
  const likeness = judgement.kind === 'own_message' ? null : likenessOf(mail.subject, text);
  return markOf(fate, { answers: continuesAnother(mail), likeness }, way?.released);
}
