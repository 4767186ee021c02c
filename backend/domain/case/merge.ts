import { Failure } from '../failure.ts';
import type { Instant } from '../mail/mail.ts';
import { recount } from '../task/count.ts';
import { noTasks } from '../task/task.ts';
import type { CaseMessage, MergedCase, SupportCase } from './case.ts';
import { type Changed, settle } from './change.ts';
import { peopleOf, shownCount } from './move.ts';
import { joinPeople } from './open.ts';

const nothing: MergedCase['brought'] = { participants: [], tags: [], watchers: [] };

type Named = Pick<SupportCase, 'id' | 'number'>;

/**
 * The target gets ready: while a merge into it is not settled it cannot be merged itself. So the roots of two trees are
 * joined one way only, and no circle can form however many merges run at once.
 * @throws Failure `conflict` when the target was merged itself
 */
export function expectMerge(target: SupportCase, source: Named, opId: string): SupportCase {
  if (target.mergedInto !== null) throw new Failure('conflict', `${target.number} was merged into another case.`);
  const entry: MergedCase = {
    caseId: source.id,
    number: source.number,
    opId,
    settled: false,
    brought: nothing,
    tasks: noTasks,
  };
  return { ...target, merged: [...target.merged.filter((one) => one.caseId !== source.id), entry] };
}

/**
 * The moment of the merge: the source points to the target, and from then on its messages show there and nowhere else.
 * @throws Failure `conflict` when the source was merged meanwhile, or another case is just being merged into it
 */
export function pointTo(source: SupportCase, target: Named, opId: string, at: Instant): Changed {
  if (source.mergedInto !== null) throw new Failure('conflict', `${source.number} was merged already.`);
  if (source.merged.some((one) => !one.settled)) {
    throw new Failure('conflict', `Another case is just being merged into ${source.number}. Try again.`);
  }
  const { status, closedAt } = source;
  const beforeMerge = { opId, status, closedAt };
  const after: SupportCase = {
    ...source,
    status: 'closed',
    closedAt: closedAt ?? at,
    mergedInto: target.id,
    beforeMerge,
    messageCount: 0,
  };
  return settle(source, after, at);
}

/** The target takes over people, tags and watchers, and notes what it did not have before. */
export function settleMerge(
  target: SupportCase,
  source: SupportCase,
  opId: string,
  shown: readonly CaseMessage[],
  at: Instant,
): Changed {
  const participants = joinPeople(target.participants, source.participants);
  const tags = union(target.tags, source.tags);
  const watchers = union(target.watchers, source.watchers);
  const brought = {
    participants: participants.slice(target.participants.length).map((person) => person.email),
    tags: tags.slice(target.tags.length),
    watchers: watchers.slice(target.watchers.length),
  };
  const merged = target.merged.map((one) =>
    one.opId === opId ? { ...one, settled: true, brought, tasks: source.tasks } : one,
  );
  const tasks = recount(target.tasks, noTasks, source.tasks);
  const messageCount = shownCount(target, shown);
  return settle(target, { ...target, participants, tags, watchers, merged, messageCount, tasks }, at);
}

/** The merge did not come about. */
export function dropMerge(target: SupportCase, opId: string): SupportCase {
  return { ...target, merged: target.merged.filter((one) => one.opId !== opId) };
}

/** The moment of un-merging: the source stands as it stood before, and its messages show on it again. */
export function standAgain(source: SupportCase, shown: readonly CaseMessage[], at: Instant): Changed {
  const { status = source.status, closedAt = source.closedAt } = source.beforeMerge ?? {};
  const after = { ...source, status, closedAt, mergedInto: null, beforeMerge: null, messageCount: shown.length };
  return settle(source, after, at);
}

/**
 * The target gives back what the merge brought. What happened on it since stays: so do people whom a message names that
 * stays. `staying` is what it shows without the source.
 */
export function giveBack(target: SupportCase, opId: string, staying: readonly CaseMessage[], at: Instant): Changed {
  const entry = target.merged.find((one) => one.opId === opId);
  const brought = entry?.brought ?? nothing;
  const needed = new Set(peopleOf(staying).map((person) => person.email.toLowerCase()));
  const leaving = new Set(
    brought.participants.map((email) => email.toLowerCase()).filter((email) => !needed.has(email)),
  );
  const after: SupportCase = {
    ...dropMerge(target, opId),
    participants: target.participants.filter((person) => !leaving.has(person.email.toLowerCase())),
    tags: target.tags.filter((tag) => !brought.tags.includes(tag)),
    watchers: target.watchers.filter((id) => !brought.watchers.includes(id)),
    messageCount: shownCount(target, staying),
    tasks: recount(target.tasks, entry?.tasks ?? noTasks, noTasks),
  };
  return settle(target, after, at);
}

function union(one: readonly string[], other: readonly string[]): string[] {
  return [...new Set([...one, ...other])];
}
