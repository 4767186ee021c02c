import type { CaseFilterQuery } from '../../../backend/contracts/case.ts';
import { type PeriodText, usualPeriod } from './period.ts';
import { queryOf, readWhere, type Where, writeWhere } from './where.ts';

/** What a page with figures is about; it lives in the page's part of the address. */
export interface Scope {
  period: PeriodText;
  where: Where;
  /** How minutes are counted. */
  clock: 'business' | 'wall';
}

export function readScope(place: Record<string, string>, usual: PeriodText = usualPeriod): Scope {
  return {
    period: place.period ?? usual,
    where: readWhere(place.where ?? ''),
    clock: place.clock === 'wall' ? 'wall' : 'business',
  };
}

/** The page's part of the address with another scope; what says nothing is left out. */
export function withScope(
  place: Record<string, string>,
  { period, where, clock }: Scope,
  usual: PeriodText = usualPeriod,
) {
  const { period: _period, where: _where, clock: _clock, ...rest } = place;
  const text = writeWhere(where);
  return {
    ...rest,
    ...(period !== usual && { period }),
    ...(text !== '' && { where: text }),
    ...(clock === 'wall' && { clock }),
  };
}

export function filterOf({ where }: Scope): CaseFilterQuery {
  return queryOf(where);
}
