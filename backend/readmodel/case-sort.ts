import { priorities } from '../domain/vocabulary.ts';
import type { CaseSort } from '../ports/case-index.ts';
import type { Indexed } from './case-filter.ts';

/** After every other text, so that cases without a deadline come last. */
const never = '\uffff';

/** A key that sorts as text. Ties are broken by id, so that pages never overlap. */
export function sortKey({ item: { value }, standing }: Indexed, sort: CaseSort): string {
  switch (sort.key) {
    case 'created':
      return value.createdAt;
    case 'updated':
      return value.updatedAt;
    case 'due':
      return standing.dueMs === Infinity ? never : new Date(standing.dueMs).toISOString();
    case 'priority':
      return String(priorities.indexOf(value.priority));
    case 'number':
      return value.number.replace(/\d+/, (digits) => digits.padStart(12, '0'));
    case 'customer':
      return `${value.customer.name.toLowerCase()} ${value.customer.email}`;
  }
}

export interface Keyed {
  key: string;
  item: Indexed['item'];
}

/** Negative when `a` comes first. Absent deadlines come last in either direction. */
export function compareKeyed(a: Keyed, b: Keyed, descending: boolean): number {
  if (a.key !== b.key) {
    if (a.key === never) return 1;
    if (b.key === never) return -1;
    return a.key < b.key !== descending ? -1 : 1;
  }
  return a.item.value.id < b.item.value.id ? -1 : 1;
}
