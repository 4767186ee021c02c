import type { SupportCase } from '../../domain/case/case.ts';
import type { DeliveryReport } from '../../domain/mail/delivery-report.ts';
import type { IncomingMail } from '../../domain/mail/mail.ts';
import { type Match, match } from '../../domain/mail/match.ts';
import type { FoundCase, MatchFacts } from '../../domain/mail/match-facts.ts';
import { plusNumbers } from '../../domain/mail/our-addresses.ts';
import { caseTokens, taskTokens } from '../../domain/mail/subject.ts';
import { parentIds } from '../../domain/mail/thread-ids.ts';
import type { MailDecision } from '../../ports/mail-decisions.ts';
import type { IntakeDeps } from './deps.ts';
import { conversationKeys, messageIdKey, openedBy } from './mail-key.ts';
import { recentCases } from './recent-cases.ts';
import type { StudiedMail } from './study-mail.ts';
import { WaitsFor } from './waits-for.ts';

export type MatchDeps = Pick<IntakeDeps, 'store' | 'index' | 'tasks' | 'decisions' | 'ids' | 'clock' | 'ourMailboxes'>;

/** What was decided for each mail that matters here, by mail key, when it was looked up. */
export type Seen = Map<string, MailDecision | undefined>;

/** The case that each conversation of the mail belongs to, by its key, as far as anybody has decided. */
export type Conversations = Map<string, string | undefined>;

export interface FoundMatch {
  match: Match;
  seen: Seen;
  conversations: Conversations;
}

/**
 * Looks up everything that could tie the mail to a case, and lets the domain decide.
 * @param patient when true, a case that another mail has claimed but not yet opened is waited for
 * @throws WaitsFor while such a case is being opened
 */
export async function findMatch(deps: MatchDeps, studied: StudiedMail, patient: boolean): Promise<FoundMatch> {
  const { mail, mailKey, report, options } = studied;
  const keys = (ids: string[]) => ids.map((id) => messageIdKey(deps.ids, id));
  const parents = parentIds(mail);
  const inReplyTo = keys(parents.inReplyTo);
  // The nearest ancestor tells most, and References lists it last.
  const references = keys(parents.references).reverse();
  // Exchange's own reports name the mail only as the one that they answer.
  const reported = report === null ? [] : [...keys(report.originalIds), ...inReplyTo];
  const [seen, conversations] = await Promise.all([
    lookUp(deps, [mailKey, ...inReplyTo, ...references, ...reported]),
    conversationsOf(deps, mail),
  ]);
  const own = seen.get(mailKey);
  const find = finder(deps, openedBy(deps.ids, mailKey).caseId, patient && (own === undefined || own.awaited));
  const numbered = (numbers: string[]) => withNumbers(deps, numbers, find);
  const [byInReplyTo, byReference, awaited, byConversation, byToken, plus, byReport, byTaskToken] = await Promise.all([
    firstFound(deps, inReplyTo, seen, find),
    firstFound(deps, references, seen, find),
    own?.awaited ? find(own.caseId) : undefined,
    find([...conversations.values()].find((caseId) => caseId !== undefined)),
    numbered(caseTokens(mail.subject)),
    numbered(plusNumbers(mail, deps.ourMailboxes)),
    report === null ? undefined : reportedCase(deps, report, reported, seen, find, numbered),
    withTasks(deps, mail.subject, find),
  ]);
  const named = byReport ?? byInReplyTo ?? byReference;
  const recent = named === undefined ? await recentCases(deps, mail) : undefined;
  const [byForeignTicket, bySubject] = await Promise.all([find(recent?.byTicket), find(recent?.bySubject)]);
  // What was received says more than what is merely named, even where the header order says otherwise.
  const namedOnly = byInReplyTo?.unseenParent === true && byReference?.unseenParent === false;
  const facts = definedOf({
    byReport,
    byPlusAddress: plus[0],
    byInReplyTo: namedOnly ? undefined : byInReplyTo,
    byReference,
    awaited,
    byConversation,
    byToken,
    byTaskToken,
    byAgent: studied.byAgent,
    byForeignTicket,
    bySubject,
  });
  return { match: match(mail, facts, options), seen, conversations };
}

function definedOf(facts: { [Fact in keyof MatchFacts]: MatchFacts[Fact] | undefined }): MatchFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined));
}

async function conversationsOf(deps: MatchDeps, mail: IncomingMail): Promise<Conversations> {
  const keys = conversationKeys(deps.ids, mail);
  return new Map(await Promise.all(keys.map(async (key) => [key, await deps.decisions.conversation(key)] as const)));
}

/** Ids are ours alone to know. A returned case number anybody can write, so the reported address must be on that case. */
async function reportedCase(
  deps: MatchDeps,
  { caseNumbers, recipients }: DeliveryReport,
  reported: string[],
  seen: Seen,
  find: Find,
  numbered: (numbers: string[]) => Promise<FoundCase[]>,
): Promise<FoundCase | undefined> {
  const known = await firstFound(
    deps,
    reported.filter((key) => seen.get(key)?.awaited === false),
    seen,
    find,
  );
  if (known !== undefined) return known;
  const emails = new Set(recipients.map((one) => one.email));
  const named = await numbered(caseNumbers);
  return named.find((one) => one.participants.some((person) => emails.has(person.email.toLowerCase())));
}

async function lookUp(deps: MatchDeps, mailKeys: string[]): Promise<Seen> {
  const unique = [...new Set(mailKeys)];
  return new Map(await Promise.all(unique.map(async (key) => [key, await deps.decisions.mail(key)] as const)));
}

type Find = (caseId: string | null | undefined) => Promise<FoundCase | undefined>;

/** A mail we did receive says more than one that another mail merely names, even when that one is nearer. */
async function firstFound(
  deps: Pick<MatchDeps, 'ids'>,
  keys: string[],
  seen: Seen,
  find: Find,
): Promise<FoundCase | undefined> {
  const received = keys.filter((key) => seen.get(key)?.awaited === false);
  const named = keys.filter((key) => seen.get(key)?.awaited === true);
  for (const key of [...received, ...named]) {
    const decision = seen.get(key);
    const found = await find(decision?.caseId);
    if (found === undefined) continue;
    const unseenParent = decision?.awaited === true;
    // A mail that came in becomes the message that its key says; only what we send has an id of its own.
    const ourMail = !unseenParent && decision?.messageId !== openedBy(deps.ids, key).messageId;
    return { ...found, unseenParent, ourMail, ...(decision?.task !== undefined && { task: decision.task }) };
  }
  return undefined;
}

async function withNumbers(deps: MatchDeps, numbers: string[], find: Find): Promise<FoundCase[]> {
  const found = await Promise.all(numbers.map((number) => find(deps.index.idByNumber(number))));
  return found.filter((one) => one !== undefined);
}

/** The cases of the tasks that a subject names, as far as somebody outside has them. */
async function withTasks(deps: MatchDeps, subject: string, find: Find): Promise<FoundCase[]> {
  const named = taskTokens(subject).map(async ({ number, ending }) => {
    const caseId = deps.index.idByNumber(number);
    const task = caseId === undefined ? undefined : deps.tasks.ofCase(caseId).find(({ id }) => id.endsWith(ending));
    const found = task?.ownerEmail == null ? undefined : await find(caseId);
    if (found === undefined || task?.ownerEmail == null || caseId === undefined) return undefined;
    return { ...found, task: { id: task.id, caseId, contractor: task.ownerEmail.toLowerCase() } };
  });
  return (await Promise.all(named)).filter((one) => one !== undefined);
}

/** Finds cases other than the one this very mail would open: what it claimed before a crash must not hold it up. */
function finder(deps: MatchDeps, ownCaseId: string, patient: boolean): Find {
  return async (caseId) => {
    if (caseId === null || caseId === undefined || caseId === ownCaseId) return undefined;
    const found = await deps.store.get(caseId);
    if (found !== undefined) {
      const { number, status, participants, subject, closedAt } = found.value;
      const mergedInto = await rootOf(deps, found.value);
      return { caseId, number, status, participants, subject, closedAt, ...(mergedInto && { mergedInto }) };
    }
    if (patient) {
      throw new WaitsFor([caseId], 'The case of this conversation is being opened.', 0.2);
    }
    // Whoever claimed the case never opened it: this mail may open it under the id that was claimed.
    return { caseId, number: '', status: 'new', participants: [] };
  };
}

/** Where the merges of a case lead, at the end of the chain; undefined for a case that stands for itself. */
async function rootOf(deps: MatchDeps, value: SupportCase): Promise<FoundCase['mergedInto']> {
  let at: SupportCase | undefined = value;
  while (at !== undefined && at.mergedInto !== null) at = (await deps.store.get(at.mergedInto))?.value;
  return at === undefined || at === value ? undefined : { caseId: at.id, number: at.number, status: at.status };
}
