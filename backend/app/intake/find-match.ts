import type { SupportCase } from '../../domain/case/case.ts';
import type { IncomingMail } from '../../domain/mail/mail.ts';
import { type FoundCase, type Match, match } from '../../domain/mail/match.ts';
import { caseTokens } from '../../domain/mail/subject.ts';
import { parentIds } from '../../domain/mail/thread-ids.ts';
import type { MailDecision } from '../../ports/mail-decisions.ts';
import type { IntakeDeps } from './deps.ts';
import { conversationKeyOf, messageIdKey, openedBy } from './mail-key.ts';
import { WaitsFor } from './waits-for.ts';

type MatchDeps = Pick<IntakeDeps, 'store' | 'index' | 'decisions' | 'ids'>;

/** What was decided for each mail that matters here, by mail key, when it was looked up. */
export type Seen = Map<string, MailDecision | undefined>;

export interface FoundMatch {
  match: Match;
  seen: Seen;
  /** The case that the mail's conversation belongs to, as far as anybody has decided. */
  conversation: string | undefined;
}

/**
 * Looks up everything that could tie the mail to a case, and lets the domain decide.
 * @param patient when true, a case that another mail has claimed but not yet opened is waited for
 * @throws WaitsFor while such a case is being opened
 */
export async function findMatch(
  deps: MatchDeps,
  mail: IncomingMail,
  mailKey: string,
  patient: boolean,
): Promise<FoundMatch> {
  const parents = parentIds(mail);
  const inReplyTo = parents.inReplyTo.map((id) => messageIdKey(deps.ids, id));
  // The nearest ancestor tells most, and References lists it last.
  const references = parents.references.map((id) => messageIdKey(deps.ids, id)).reverse();
  const [seen, conversation] = await Promise.all([
    lookUp(deps, [mailKey, ...inReplyTo, ...references]),
    mail.conversationId === null
      ? undefined
      : deps.decisions.conversation(conversationKeyOf(deps.ids, mail.conversationId)),
  ]);
  const own = seen.get(mailKey);
  const find = finder(deps, openedBy(deps.ids, mailKey).caseId, patient && (own === undefined || own.awaited));
  const [byInReplyTo, byReference, awaited, byConversation, byToken] = await Promise.all([
    firstFound(deps, inReplyTo, seen, find),
    firstFound(deps, references, seen, find),
    own?.awaited ? find(own.caseId) : undefined,
    find(conversation),
    tokenCases(deps, mail.subject, find),
  ]);
  // What was received says more than what is merely named, even where the header order says otherwise.
  const namedOnly = byInReplyTo?.unseenParent === true && byReference?.unseenParent === false;
  const facts = {
    ...(byInReplyTo && !namedOnly && { byInReplyTo }),
    ...(byReference && { byReference }),
    ...(awaited && { awaited }),
    ...(byConversation && { byConversation }),
    byToken,
  };
  return { match: match(mail, facts), seen, conversation };
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
    return { ...found, unseenParent, ourMail };
  }
  return undefined;
}

async function tokenCases(deps: MatchDeps, subject: string, find: Find): Promise<FoundCase[]> {
  const found = await Promise.all(caseTokens(subject).map((number) => find(deps.index.idByNumber(number))));
  return found.filter((one) => one !== undefined);
}

/** Finds cases other than the one this very mail would open: what it claimed before a crash must not hold it up. */
function finder(deps: MatchDeps, ownCaseId: string, patient: boolean): Find {
  return async (caseId) => {
    if (caseId === null || caseId === undefined || caseId === ownCaseId) return undefined;
    const found = await deps.store.get(caseId);
    if (found !== undefined) {
      const { number, status, participants, subject } = found.value;
      const mergedInto = await rootOf(deps, found.value);
      return { caseId, number, status, participants, subject, ...(mergedInto && { mergedInto }) };
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
