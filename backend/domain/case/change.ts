import { Failure } from '../failure.ts';
import type { DeliveryReport } from '../mail/delivery-report.ts';
import type { Address, Instant } from '../mail/mail.ts';
import type { Analysis } from '../triage/analysis.ts';
import { type CaseStatus, endedStatuses, taughtQuestions } from '../vocabulary.ts';
import type { CaseAnalysis, FieldChange, SupportCase, Versioned } from './case.ts';
import { type FieldValue, withFields } from './custom-fields.ts';
import { joinPeople } from './open.ts';
import { mayFollow } from './transitions.ts';

/** A case after a change, and what changed in it. No changes means nothing to write. */
export interface Changed {
  value: SupportCase;
  changes: FieldChange[];
}

/** Fields of which people and history speak; derived ones such as `updatedAt` are left out of the history. */
const told = [
  'subject',
  'status',
  'priority',
  'category',
  'complaint',
  'sentiment',
  'language',
  'summary',
  'tags',
  'customer',
  'assignee',
  'team',
  'participants',
  'watchers',
  'fields',
  'resolution',
  'linked',
  'mergedInto',
  'undeliverable',
] as const;

/** `after` as a change of `before`: what differs is told, and an analysis of `before` no longer speaks of it. */
export function settle(before: SupportCase, after: SupportCase, at: Instant): Changed {
  const changes = told
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({ field, from: before[field], to: after[field] }));
  return { value: { ...after, quietFrom: [], updatedAt: at }, changes };
}

type Edit = Partial<
  Pick<
    SupportCase,
    'subject' | 'priority' | 'category' | 'complaint' | 'sentiment' | 'tags' | 'summary' | 'assignee' | 'team'
  >
> & {
  /** Values to set; null takes one away, and what is not named stays. */
  fields?: Record<string, FieldValue | null>;
  /** False: somebody looked at what the analyst said, and stands by the case as it is. True puts it back to be looked at. */
  needsReview?: boolean;
};

/**
 * A person edits fields. What a person sets or stands by, the analyst no longer touches. Whoever names the category has
 * looked at the case: it needs no review any more.
 */
export function editFields(before: SupportCase, { needsReview, ...edit }: Edit, at: Instant): Changed {
  const meant = taughtQuestions.filter((field) => edit[field] !== undefined || needsReview === false);
  const setByPerson = [...new Set([...before.setByPerson, ...meant])];
  const fields = edit.fields === undefined ? before.fields : withFields(before.fields, edit.fields);
  const review = needsReview ?? (edit.category === undefined ? before.ai?.needsReview : false);
  const ai = before.ai === null || review === undefined ? before.ai : { ...before.ai, needsReview: review };
  const { value, changes } = settle(before, { ...before, ...edit, fields, ai, setByPerson }, at);
  const reviewed = before.ai !== null && before.ai.needsReview !== review;
  return {
    value,
    changes: reviewed ? [...changes, { field: 'needsReview', from: before.ai?.needsReview, to: review }] : changes,
  };
}

/**
 * What is said on resolving or closing a case stays with it as its resolution, until it is opened again.
 * @throws Failure `conflict` when the status may not follow the present one
 */
export function moveToStatus(
  before: SupportCase,
  status: CaseStatus,
  at: Instant,
  reason: string | null = null,
): Changed {
  if (before.status === status) return { value: before, changes: [] };
  if (!mayFollow(before.status, status)) {
    throw new Failure('conflict', `A case that is ${words(before.status)} cannot become ${words(status)}.`, {
      current: before,
    });
  }
  const moved = withStatus(before, status, at);
  const resolution = endedStatuses.includes(status) ? (reason ?? moved.resolution) : null;
  return settle(before, { ...moved, resolution }, at);
}

/** Somebody wants to hear of the case, or no longer. */
export function setWatching(before: SupportCase, agents: readonly string[], watching: boolean, at: Instant): Changed {
  const others = before.watchers.filter((id) => !agents.includes(id));
  const joined = [...before.watchers, ...new Set(agents.filter((id) => !before.watchers.includes(id)))];
  return settle(before, { ...before, watchers: watching ? joined : others }, at);
}

/** A note was written on the case. Whoever it names watches the case from then on. */
export function receiveNote(before: SupportCase, mentions: readonly string[], at: Instant): Changed {
  const { value, changes } = setWatching(before, mentions, true, at);
  return { value: { ...value, messageCount: before.messageCount + 1 }, changes };
}

/**
 * Gives the case to somebody. Taking a new case is taking it up, so it moves to `in_progress`; the first person to do so
 * has not yet answered, hence no first response.
 */
export function assignTo(
  before: SupportCase,
  assignee: string | null,
  team: string | null | undefined,
  at: Instant,
): Changed {
  const started = assignee !== null && before.status === 'new' ? withStatus(before, 'in_progress', at) : before;
  return settle(before, { ...started, assignee, team: team === undefined ? before.team : team }, at);
}

/** What a mail means for its case. */
export interface ReceivedMail {
  people: Address[];
  /** True when a machine wrote it. */
  automatic: boolean;
  ourMailboxes: string[];
  /** True when one of our agents wrote it, from their own mail program. */
  byAgent?: boolean;
  /** True when it is our answer, which counts as the first response. */
  answers?: boolean;
  /** True when it only says thanks. */
  courtesy?: boolean;
  /** What it says of mail that was sent from the case. */
  report?: DeliveryReport | null;
  /** True between us and somebody outside who has a task of the case. */
  aboutTask?: boolean;
}

/** A mail arrived on the case. A customer's mail wakes a waiting or ended case; an agent's, a machine's and mere thanks do not. */
export function receiveMessage(before: SupportCase, mail: ReceivedMail, at: Instant): Changed {
  if (mail.aboutTask) return receiveTaskMail(before, mail, at);
  const waits = before.status === 'awaiting_customer' || endedStatuses.includes(before.status);
  const woken =
    waits && !mail.automatic && !mail.byAgent && !mail.courtesy ? withStatus(before, 'in_progress', at) : before;
  const participants = mail.automatic
    ? before.participants
    : joinPeople(before.participants, mail.people, mail.ourMailboxes);
  const undeliverable = reachability(before.undeliverable, mail);
  const lastMessageAt = mail.automatic ? before.lastMessageAt : at;
  const firstResponseAt = mail.answers ? (before.firstResponseAt ?? at) : before.firstResponseAt;
  const messageCount = before.messageCount + 1;
  return settle(before, { ...woken, participants, undeliverable, firstResponseAt, lastMessageAt, messageCount }, at);
}

/** Somebody outside wrote about a task. A case that waits for them waits no more; to the customer nothing has happened. */
function receiveTaskMail(before: SupportCase, mail: ReceivedMail, at: Instant): Changed {
  const answered = before.status === 'awaiting_vendor' && !mail.automatic && !mail.byAgent;
  const woken = answered ? withStatus(before, 'in_progress', at) : before;
  const undeliverable = reachability(before.undeliverable, mail);
  return settle(before, { ...woken, undeliverable, messageCount: before.messageCount + 1 }, at);
}

/** An address that failed or complained is flagged until somebody writes from it again. */
function reachability(flagged: string[], { people, automatic, report }: ReceivedMail): string[] {
  const bad = (report?.recipients ?? []).filter((one) => one.outcome === 'failed' || one.outcome === 'complained');
  const now = [...new Set([...flagged, ...bad.map((one) => one.email)])];
  const writer = automatic ? undefined : people[0]?.email.toLowerCase();
  return now.filter((email) => email !== writer);
}

/** The analyst has spoken about the version `etag`, or, with null, of a case that nobody has seen. What a person set stays. */
export function applyAnalysis(before: SupportCase, etag: string | null, analysis: Analysis, at: Instant): Changed {
  const keep = new Set(before.setByPerson);
  const { value, changes } = settle(
    before,
    {
      ...before,
      priority: keep.has('priority') ? before.priority : analysis.priority,
      category: keep.has('category') ? before.category : analysis.category,
      complaint: keep.has('complaint') ? before.complaint : analysis.complaint,
      sentiment: keep.has('sentiment') ? before.sentiment : analysis.sentiment,
      language: analysis.language,
      summary: analysis.summary,
      ai: { ...caseAnalysis(analysis), needsReview: analysis.needsReview && !keep.has('category') },
    },
    at,
  );
  return { value: { ...value, quietFrom: etag === null ? [] : withVersion(before.quietFrom, etag) }, changes };
}

/** Empty parts are left out: most mails name nothing. */
function caseAnalysis(analysis: Analysis): CaseAnalysis {
  const { suggestedTasks, nextStep, engineReason } = analysis;
  const entities = Object.fromEntries(Object.entries(analysis.entities).filter(([, found]) => found.length > 0));
  return {
    engine: analysis.engine,
    confidence: analysis.confidence,
    needsReview: analysis.needsReview,
    reasons: analysis.priorityReasons,
    ...(nextStep !== '' && { nextStep }),
    ...(Object.keys(entities).length > 0 && { entities }),
    ...(suggestedTasks.length > 0 && { suggestedTasks }),
    ...(engineReason !== undefined && { fallback: engineReason }),
  };
}

/** Whether somebody who saw the version `seen` may change the case as it stands at `etag`. */
export function isCurrent(value: SupportCase, etag: string, seen: string): boolean {
  return seen === etag || value.quietFrom.includes(seen);
}

/** The product itself noted something that takes nothing from anybody who holds an earlier version. */
export function quietly({ value, etag }: Versioned<SupportCase>, more: Partial<SupportCase> = {}): SupportCase {
  return { ...value, ...more, quietFrom: withVersion(value.quietFrom, etag) };
}

const mostVersions = 12;

function withVersion(versions: string[], etag: string): string[] {
  return [...versions, etag].slice(-mostVersions);
}

/** The case in another status, with the instants that go with it. */
export function withStatus(before: SupportCase, status: CaseStatus, at: Instant): SupportCase {
  const ended = endedStatuses.includes(status);
  return {
    ...before,
    status,
    statusSince: before.status === status ? before.statusSince : at,
    resolvedAt: ended ? (before.resolvedAt ?? at) : null,
    closedAt: status === 'closed' ? at : null,
    reopenedAt: !ended && endedStatuses.includes(before.status) ? at : before.reopenedAt,
    resolution: ended ? before.resolution : null,
  };
}

function words(status: CaseStatus): string {
  return status.replaceAll('_', ' ');
}
