import type { Case } from '../../../backend/contracts/case.ts';
import { leadingClock } from '../../../backend/contracts/clock-words.ts';
import { toneAt } from '../../../ui/clock-reading.ts';
import { fitsExactly } from './exact.ts';
import type { Criteria } from './filter.ts';

/**
 * Whether a case that changed elsewhere belongs into what is shown. The server answers this for whole lists; here it is
 * asked of one case at a time, so that rows can be marked at once.
 */
export function fits(value: Case, criteria: Criteria, myId: string, nowMs: number): boolean {
  return staysIn(value, criteria, myId, nowMs) && (criteria.q === undefined || mentions(value, criteria.q));
}

/** The same without the words searched for: the server found those, perhaps in a mail that is not here. */
export function staysIn(value: Case, criteria: Criteria, myId: string, nowMs: number): boolean {
  const { assignee, sla, tag, customer, team } = criteria;
  if (value.mergedInto !== undefined) return false;
  if (team !== undefined && !team.includes(value.team ?? 'none')) return false;
  for (const key of ['status', 'priority', 'category', 'sentiment', 'source'] as const) {
    const wanted: readonly (string | null)[] | undefined = criteria[key];
    if (wanted !== undefined && !wanted.includes(value[key])) return false;
  }
  if (assignee !== undefined && !assignee.some((wanted) => isWith(value, wanted, myId))) return false;
  if (sla !== undefined && !sla.some((state) => state === leadTone(value, nowMs))) return false;
  if (tag !== undefined && !tag.some((each) => value.tags.includes(each))) return false;
  if (customer !== undefined && !customer.some((each) => each.toLowerCase() === value.customer.email.toLowerCase()))
    return false;
  if (criteria.needsReview !== undefined && criteria.needsReview !== String(value.ai?.needsReview === true))
    return false;
  return isInPeriods(value, criteria) && fitsExactly(value, criteria);
}

function isInPeriods(value: Case, criteria: Criteria): boolean {
  const { createdFrom, createdTo, updatedFrom, updatedTo, dueBefore } = criteria;
  if (!isBetween(value.createdAt, createdFrom, createdTo)) return false;
  if (!isBetween(value.updatedAt, updatedFrom, updatedTo)) return false;
  const due = leadingClock(value.sla)?.clock.due ?? null;
  return dueBefore === undefined || (due !== null && due < dueBefore);
}

function isBetween(at: string, from: string | undefined, to: string | undefined): boolean {
  return (from === undefined || at >= from) && (to === undefined || at < to);
}

function isWith(value: Case, wanted: string, myId: string): boolean {
  if (wanted === 'none') return value.assignee === null;
  return value.assignee === (wanted === 'me' ? myId : wanted);
}

function leadTone(value: Case, nowMs: number): string {
  const lead = leadingClock(value.sla);
  return lead === null ? 'none' : toneAt(lead.clock, nowMs);
}

function mentions(value: Case, q: string): boolean {
  const { subject, number, customer, tags, summary } = value;
  const text = [subject, number, customer.name, customer.email, summary, ...tags].join(' ').toLowerCase();
  return q
    .toLowerCase()
    .replaceAll('"', '')
    .split(/\s+/)
    .every((word) => text.includes(word));
}
