import type { CaseFilterQuery } from '../../../backend/contracts/case.ts';
import { type PeriodText, usualPeriod } from './period.ts';
import { queryOf, readWhere, type Where, writeWhere } from './where.ts';

/** What a page with figures is about; it lives in the page's part of the address. */
export interface Scope {
  period: PeriodText;
  where: Where;
}

export function readScope(place: Record<string, string>, usual: PeriodText = usualPeriod): Scope {
  return { period: place.period ?? usual, where: readWhere(place.where ?? '') };
}

/** The page's part of the address with another scope; what says nothing is left out. */
export function withScope(place: Record<string, string>, { period, where }: Scope, usual: PeriodText = usualPeriod) {
  const { period: _period, where: _where, ...rest } = place;
  const text = writeWhere(where);
  return { ...rest, ...(period !== usual && { period }), ...(text !== '' && { where: text }) };
}

export function filterOf({ where }: Scope): CaseFilterQuery {
  return queryOf(where);
}
