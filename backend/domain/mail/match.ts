import type { TaskMail } from '../task/task.ts';
import { endedStatuses, type ThreadingRule } from '../vocabulary.ts';
import { senderIsKnown } from './case-people.ts';
import type { IncomingMail, Instant } from './mail.ts';
import type { Candidate, FoundCase, MatchFacts, MatchPolicy } from './match-facts.ts';
import { rules } from './match-rules.ts';
import { isForward } from './thread-ids.ts';

/** A case the new one has to do with: its number is quoted, or its mail was passed on. */
export interface LinkedCase {
  caseId: string;
  kind: 'mentions' | 'forward_of';
}

/**
 * Where a mail goes, and a sentence saying why. `reopen` is true when the joined case had ended; `task` is what the mail
 * is about, where it is between us and somebody outside.
 */
export type Match =
  | { kind: 'join'; caseId: string; rule: ThreadingRule; why: string; reopen: boolean; task?: TaskMail }
  | { kind: 'open'; rule: 'new_conversation'; why: string; linked: LinkedCase[] };

export const usualPolicy: MatchPolicy = { closedCase: 'reopen', followUpAfterDays: null };

/**
 * Decides which case a mail belongs to. Message ids are hard to guess, so they count whoever writes; a case number, a
 * conversation id or a subject counts only from somebody already on the case. Never decides on the subject alone.
 */
export function match(mail: IncomingMail, facts: MatchFacts, policy: MatchPolicy = usualPolicy): Match {
  const candidate = firstCandidate(mail, facts);
  if (candidate === undefined) return opened(mail, facts);
  const target = candidate.found.mergedInto ?? candidate.found;
  const { task } = candidate.found;
  if (candidate.rule !== 'report' && task === undefined && startsAnew(target, policy, mail.receivedAt)) {
    const linked: LinkedCase[] = [{ caseId: target.caseId, kind: 'mentions' }];
    return { kind: 'open', rule: 'new_conversation', why: `${candidate.why} That case is closed.`, linked };
  }
  const merged = candidate.found.mergedInto === undefined ? '' : ` It was merged into ${target.number}.`;
  return {
    kind: 'join',
    caseId: target.caseId,
    rule: candidate.rule,
    why: candidate.why + merged,
    reopen: task === undefined && endedStatuses.includes(target.status),
    ...(task !== undefined && { task }),
  };
}

function firstCandidate(mail: IncomingMail, facts: MatchFacts): Candidate | undefined {
  for (const rule of rules) {
    const candidate = rule(mail, facts);
    if (candidate !== undefined) return candidate;
  }
  return undefined;
}

const dayMs = 86_400_000;

function startsAnew(target: Pick<FoundCase, 'status' | 'closedAt'>, policy: MatchPolicy, at: Instant): boolean {
  if (target.status !== 'closed') return false;
  if (policy.closedCase === 'follow_up') return true;
  if (policy.followUpAfterDays === null || target.closedAt == null) return false;
  return Date.parse(at) - Date.parse(target.closedAt) > policy.followUpAfterDays * dayMs;
}

function opened(mail: IncomingMail, facts: MatchFacts): Match {
  const ofTasks = [facts.byInReplyTo, facts.byReference, ...(facts.byTaskToken ?? [])].filter((one) => one?.task);
  const sure = [facts.byPlusAddress, ...(facts.byToken ?? []), ...ofTasks];
  const named = sure.filter((one) => one !== undefined);
  const numbers = [...new Set(named.map((found) => found.number))].join(', ');
  if (isForward(mail)) {
    const origin = [facts.byConversation, facts.awaited].find((one) => one !== undefined && senderIsKnown(mail, one));
    const linked = [...mentions(named), ...(origin === undefined ? [] : [forwardOf(origin)])];
    return { kind: 'open', rule: 'new_conversation', why: 'It passes on a mail of its own.', linked: onceEach(linked) };
  }
  const why =
    named.length === 0
      ? 'It answers no mail that we know.'
      : ofTasks.length > 0
        ? `It is about a task of ${numbers} that was given to somebody else.`
        : `It names ${numbers}, but the sender is not known to be on that case.`;
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
