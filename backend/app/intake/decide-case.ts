import { Failure } from '../../domain/failure.ts';
import type { IncomingMail } from '../../domain/mail/mail.ts';
import type { LinkedCase, Match } from '../../domain/mail/match.ts';
import { parentIds } from '../../domain/mail/thread-ids.ts';
import type { TaskMail } from '../../domain/task/task.ts';
import type { ThreadingRule } from '../../domain/vocabulary.ts';
import type { MailDecision } from '../../ports/mail-decisions.ts';
import { type Conversations, type FoundMatch, findMatch, type MatchDeps, type Seen } from './find-match.ts';
import { messageIdKey, openedBy } from './mail-key.ts';
import type { StudiedMail } from './study-mail.ts';
import { WaitsFor } from './waits-for.ts';

/** Where a mail goes, decided once for every run and every replica. */
export interface Decided {
  /** Null: on no case. */
  caseId: string | null;
  messageId: string;
  rule: ThreadingRule | null;
  why: string;
  linked: LinkedCase[];
  /** Present where it is between us and somebody outside, about a task of theirs. */
  task?: TaskMail;
  /** True when it is held back until a person lets it go on. */
  parked?: boolean;
}

/** What a mail waits for rather than be placed wrongly, because mails arrive in any order. */
export interface Patience {
  /** True when a person let the mail go on, so that a decision to park it no longer holds. */
  released?: boolean;
  /** Why the mail must be held back, or null. */
  parkedFor?: string | null;
  /** Where a person says it belongs; what the mail itself says counts no more. */
  chosen?: Match;
  /** The opening of a case that another mail has claimed. */
  forClaims: boolean;
  /** The mails it names and we have not seen, by key: seconds to wait for them, or null to go ahead without. */
  forParents: (parentKeys: string[]) => number | null;
}

const rounds = 10;

/** Rules that need no parent to be believed. */
const sureRules = new Set<ThreadingRule>(['case_token', 'plus_address', 'report', 'task_thread', 'task_token']);

/**
 * Matches the mail and turns the match into a decision that holds. When somebody decides about a related mail between
 * our looking and our writing, we look again.
 * @throws WaitsFor while a case or a mail it belongs to is on its way; Failure `unavailable` when others keep being faster
 */
export async function decideCase(deps: MatchDeps, studied: StudiedMail, patience: Patience): Promise<Decided> {
  for (let round = 0; round < rounds; round++) {
    const found = await findMatch(deps, studied, patience.forClaims);
    const missing = patience.parkedFor ? [] : missingParents(studied, found, deps);
    const wait = missing.length === 0 ? null : patience.forParents(missing);
    if (wait !== null) {
      throw new WaitsFor(missing, 'It names a mail that may be just behind it.', wait);
    }
    const decided = await tryDecide(deps, studied, found, patience);
    if (decided !== null) return decided;
  }
  throw new Failure('unavailable', 'Related mails arrive faster than this one can be placed.', {
    retryAfterSeconds: 0.5,
  });
}

/** Keys of the mails that an answer names, when the nearest of them has not been here and no other that it names has. */
function missingParents({ mail, mailKey }: StudiedMail, { match, seen }: FoundMatch, deps: MatchDeps): string[] {
  if (seen.get(mailKey)?.awaited === false) return [];
  if (match.kind === 'join' && sureRules.has(match.rule)) return [];
  const { inReplyTo, references } = parentIds(mail);
  const keys = [...inReplyTo, ...references].map((id) => messageIdKey(deps.ids, id));
  const received = keys.some((key) => seen.get(key)?.awaited === false);
  return received ? [] : keys;
}

async function tryDecide(
  deps: MatchDeps,
  studied: StudiedMail,
  { match: found, seen, conversations }: FoundMatch,
  { released, parkedFor, chosen }: Patience,
): Promise<Decided | null> {
  const { mail, mailKey } = studied;
  const match = chosen ?? found;
  const own = openedBy(deps.ids, mailKey);
  const earlier = seen.get(mailKey);
  const wanted = placeOf(match, studied, own.caseId);
  if (earlier !== undefined && !earlier.awaited && !(released && earlier.parked)) {
    // What we sent was put on its case when we sent it: a copy that comes back must not join it again.
    if (studied.judgement.kind === 'own_message') return { ...wanted, messageId: own.messageId };
    // The run that decided may have died before it came to this.
    await claimConversations(deps, conversations, earlier.caseId);
    return decidedEarlier(earlier, match, own.messageId);
  }
  if (parkedFor) {
    const parked = { caseId: null, messageId: own.messageId, awaited: false, parked: true };
    const held = await deps.decisions.decideMail(mailKey, parked, earlier);
    return held.parked ? { ...apart(parkedFor), messageId: own.messageId, parked: true } : null;
  }
  if (wanted.caseId === own.caseId && !(await claimParents(deps, mail, own.caseId, seen))) return null;
  const { task } = wanted;
  const decision = { caseId: wanted.caseId, messageId: own.messageId, awaited: false, ...(task && { task }) };
  const held = await deps.decisions.decideMail(mailKey, decision, earlier);
  if (held.awaited || held.caseId !== wanted.caseId) return null;
  await claimConversations(deps, conversations, held.caseId);
  return { ...wanted, messageId: own.messageId };
}

/** A run before this one, or another replica, decided; the match is repeated only for its reason. */
function decidedEarlier(earlier: MailDecision, match: Match, messageId: string): Decided {
  const about = earlier.task && { task: earlier.task };
  const same = match.kind === 'join' && match.caseId === earlier.caseId;
  if (same) return { caseId: earlier.caseId, messageId, rule: match.rule, why: match.why, linked: [], ...about };
  return {
    caseId: earlier.caseId,
    messageId,
    rule: earlier.caseId === null ? null : 'new_conversation',
    why: 'Decided when the mail was first read.',
    ...(earlier.parked && { parked: true }),
    ...about,
    linked: match.kind === 'open' && earlier.caseId !== null ? match.linked : [],
  };
}

const kindWords = {
  auto_reply: 'an automatic reply',
  bounce: 'a delivery report',
  bulk: 'bulk mail',
  feedback_report: 'a feedback report',
};

/** A person's mail always ends on a case; a machine's mail only where it answers one, or the mailbox wants it. */
export function placeOf(
  match: Match,
  { judgement, options, byAgent }: Pick<StudiedMail, 'judgement' | 'options' | 'byAgent'>,
  ownCaseId: string,
): Omit<Decided, 'messageId'> {
  const { kind } = judgement;
  // What an agent sent from the mailbox with Outlook is the one mail of our own that no case holds yet.
  if (kind === 'own_message' && !(byAgent && match.kind === 'join')) return apart(ownReason(byAgent));
  if (match.kind === 'join') {
    const { caseId, rule, why, task } = match;
    return { caseId, rule, why, linked: [], ...(task && { task }) };
  }
  if (kind === 'own_message') return apart(ownReason(byAgent));
  const opens = kind === 'human' || (kind === 'bulk' && options.bulkOpensCase);
  if (!opens) return apart(`It is ${kindWords[kind]} and answers no case.`);
  return { caseId: ownCaseId, rule: match.rule, why: match.why, linked: match.linked };
}

function ownReason(byAgent: boolean): string {
  return byAgent
    ? 'Somebody sent it from the mailbox with Outlook, and it answers no case.'
    : 'It is our own message, which its case already holds.';
}

function apart(why: string): Omit<Decided, 'messageId'> {
  return { caseId: null, rule: null, why, linked: [] };
}

/**
 * A mail that opens a case claims the parents it names and we never received, so that they and their other answers
 * follow it. The oldest is claimed first: mails of one thread that arrive together meet at their oldest common parent,
 * and whoever loses there has claimed nothing that another could be waiting for.
 * @returns false when somebody was faster with one of them
 */
async function claimParents(deps: MatchDeps, mail: IncomingMail, caseId: string, seen: Seen): Promise<boolean> {
  const parents = parentIds(mail);
  const keys = [...parents.references, ...parents.inReplyTo].map((id) => messageIdKey(deps.ids, id));
  for (const key of new Set(keys)) {
    if (seen.get(key) !== undefined) continue;
    const { messageId } = openedBy(deps.ids, key);
    const held = await deps.decisions.decideMail(key, { caseId, messageId, awaited: true });
    if (held.caseId !== caseId) return false;
  }
  return true;
}

/** First come, first served: whoever comes later in the same conversation is matched against this case. */
async function claimConversations(deps: MatchDeps, conversations: Conversations, caseId: string | null): Promise<void> {
  if (caseId === null) return;
  const unclaimed = [...conversations].filter(([, holder]) => holder === undefined);
  await Promise.all(unclaimed.map(([key]) => deps.decisions.decideConversation(key, caseId)));
}
