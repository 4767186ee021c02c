import type { AskQuery } from '../../../../backend/contracts/ask.ts';
import { minuteMetrics, trendMetrics } from '../../../../backend/contracts/ask-terms.ts';
import { serverNow } from '../../../../ui/server-clock.ts';
import { dayText, isRolling, type PeriodText, spanOf } from '../period.ts';

/** What the server takes for a query without a period. */
const usualDays: PeriodText = '30d';

/** The period of a query as the pages with figures write it. */
export function periodOfQuery({ from, to }: AskQuery): PeriodText {
  if (from === undefined) return usualDays;
  const lastMs = to === undefined ? serverNow() : Date.parse(to) - 1;
  return `${dayText(Date.parse(from))}..${dayText(lastMs)}`;
}

export function withPeriod({ from: _from, to: _to, ...rest }: AskQuery, period: PeriodText): AskQuery {
  const span = spanOf(period, serverNow());
  const from = new Date(span.fromMs).toISOString();
  return isRolling(period) ? { ...rest, from } : { ...rest, from, to: new Date(span.toMs).toISOString() };
}

/** Another figure; a split over time is dropped where the figure is known for this moment only. */
export function withMetric(query: AskQuery, metric: AskQuery['metric']): AskQuery {
  const { interval, ...rest } = query;
  const keeps = interval !== undefined && trendMetrics.includes(metric);
  return {
    ...rest,
    metric,
    statistic: minuteMetrics.includes(metric) ? query.statistic : 'median',
    ...(keeps && { interval }),
  };
}

/** Split by a field, over time, or not at all. */
export function withSplit(query: AskQuery, split: string): AskQuery {
  const { by: _by, interval: _interval, order: _order, top: _top, ...rest } = query;
  if (split === 'none') return rest;
  const [kind, value] = split.split(':', 2);
  return kind === 'each'
    ? { ...rest, interval: value as NonNullable<AskQuery['interval']> }
    : { ...rest, by: value as NonNullable<AskQuery['by']> };
}

export function splitOf({ by, interval }: AskQuery): string {
  if (interval !== undefined) return `each:${interval}`;
  return by === undefined ? 'none' : `by:${by}`;
}
