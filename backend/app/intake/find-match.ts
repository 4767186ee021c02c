import { Failure } from '../../domain/failure.ts';
import type { IncomingMail } from '../../domain/mail/mail.ts';
import { type FoundCase, type Match, match } from '../../domain/mail/match.ts';
import { caseTokens } from '../../domain/mail/subject.ts';
import { parentIds } from '../../domain/mail/thread-ids.ts';
import type { MailDecision } from '../../ports/mail-decisions.ts';
import type { IntakeDeps } from './deps.ts';
import { conversationKeyOf, messageIdKey } from './mail-key.ts';

type MatchDeps = Pick<IntakeDeps, 'store' | 'index' | 'decisions' | 'ids'>;

/** What was decided for each mail that matters here, by mail key, when it was looked up. */
export type Seen = Map<string, MailDecision | undefined>;

export interface FoundMatch {
  match: Match;
  seen: Seen;
}

/**
 * Looks up everything that could tie the mail to a case, and lets the domain decide.
 * @param patient when true, a case that another mail has claimed but not yet opened is waited for
 * @throws Failure `unavailable` while such a case is being opened
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
  const seen = await lookUp(deps, [mailKey, ...inReplyTo, ...references]);
  const own = seen.get(mailKey);
  const [byInReplyTo, byReference, awaited, byConversation, byToken] = await Promise.all([
    firstFound(deps, inReplyTo, seen, patient),
    firstFound(deps, references, seen, patient),
    own?.awaited && own.caseId !== null ? foundCase(deps, own.caseId, patient) : undefined,
    conversationCase(deps, mail, patient),
    tokenCases(deps, mail.subject),
  ]);
  const facts = {
    ...(byInReplyTo && { byInReplyTo }),
    ...(byReference && { byReference }),
    ...(awaited && { awaited }),
    ...(byConversation && { byConversation }),
    byToken,
  };
  return { match: match(mail, facts), seen };
}

async function lookUp(deps: MatchDeps, mailKeys: string[]): Promise<Seen> {
  const unique = [...new Set(mailKeys)];
  return new Map(await Promise.all(unique.map(async (key) => [key, await deps.decisions.mail(key)] as const)));
}

async function firstFound(
  deps: MatchDeps,
  keys: string[],
  seen: Seen,
  patient: boolean,
): Promise<FoundCase | undefined> {
  const decision = keys.map((key) => seen.get(key)).find((one) => one !== undefined && one.caseId !== null);
  if (decision === undefined || decision.caseId === null) return undefined;
  const found = await foundCase(deps, decision.caseId, patient);
  return { ...found, unseenParent: decision.awaited };
}

async function conversationCase(deps: MatchDeps, mail: IncomingMail, patient: boolean): Promise<FoundCase | undefined> {
  if (mail.conversationId === null) return undefined;
  const caseId = await deps.decisions.conversation(conversationKeyOf(deps.ids, mail.conversationId));
  return caseId === undefined ? undefined : foundCase(deps, caseId, patient);
}

async function tokenCases(deps: MatchDeps, subject: string): Promise<FoundCase[]> {
  const caseIds = caseTokens(subject)
    .map((number) => deps.index.idByNumber(number))
    .filter((id) => id !== undefined);
  return Promise.all(caseIds.map((id) => foundCase(deps, id, false)));
}

async function foundCase(deps: MatchDeps, caseId: string, patient: boolean): Promise<FoundCase> {
  const found = await deps.store.get(caseId);
  if (found !== undefined) {
    const { number, status, participants, subject } = found.value;
    return { caseId, number, status, participants, subject };
  }
  if (patient) {
    throw new Failure('unavailable', 'The case of this conversation is being opened.', { retryAfterSeconds: 0.2 });
  }
  // Whoever claimed the case never opened it: this mail may open it under the id that was claimed.
  return { caseId, number: '', status: 'new', participants: [] };
}
