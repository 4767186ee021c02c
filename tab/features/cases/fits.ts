import type { Case } from '../../../backend/contracts/case.ts';
import { leadingClock } from '../../../backend/contracts/clock-words.ts';
import { toneAt } from '../../../ui/clock-reading.ts';
import type { Criteria } from './filter.ts';

/**
 * Whether a case that changed elsewhere belongs into what is shown. The server answers this for whole lists; here it is
 * asked of one case at a time, so that rows can be marked at once.
 */
export function fits(value: Case, criteria: Criteria, myId: string, nowMs: number): boolean {
  const { status, priority, category, assignee, sla, q } = criteria;
  if (value.mergedInto !== undefined) return false;
  if (status !== undefined && !status.includes(value.status)) return false;
  if (priority !== undefined && !priority.includes(value.priority)) return false;
  if (category !== undefined && !category.includes(value.category)) return false;
  if (assignee !== undefined && !assignee.some((wanted) => isWith(value, wanted, myId))) return false;
  if (sla !== undefined && !sla.some((state) => state === leadTone(value, nowMs))) return false;
  return q === undefined || mentions(value, q);
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
    .split(/\s+/)
    .every((word) => text.includes(word));
}
