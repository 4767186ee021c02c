import { caseStatuses, endedStatuses, type MetricName } from '../vocabulary.ts';
import type { AskFilter } from './ask-query.ts';
import type { Collected } from './collect.ts';

export type Chosen =
  | { kind: 'metric'; metric: MetricName; filter: AskFilter; guessed: boolean }
  /** Several figures were meant, or none can be told. */
  | { kind: 'several'; metrics: MetricName[] }
  | { kind: 'none'; why: 'duration' | 'share' | 'speed' | 'due' };

export const openStatuses = caseStatuses.filter((status) => !endedStatuses.includes(status));
const shares: MetricName[] = ['slaMetPercent', 'csatPercent', 'csatResponsePercent'];
const minutes: MetricName[] = ['firstResponseMinutes', 'resolutionMinutes'];

/** The one figure that a question asks for. */
export function chooseMetric(collected: Collected, periods: number): Chosen {
  const { filter, duration, share, speed, mean, statistic, count } = collected;
  const metrics = new Set(collected.metrics);
  // "how long until they are resolved", "resolved in time": the finer word is meant.
  if (metrics.has('resolved') && duration && metrics.size === 1) return chosen('resolutionMinutes', filter);
  if (metrics.size > 1 && (metrics.has('resolutionMinutes') || metrics.has('slaMetPercent')))
    metrics.delete('resolved');
  if (metrics.has('slaMetPercent') && (metrics.has('breached') || metrics.has('atRisk')))
    metrics.delete('slaMetPercent');
  if (metrics.has('slaMetPercent') && count && !share)
    return { kind: 'several', metrics: ['slaMetPercent', 'resolved'] };
  const flows = [...metrics].filter((one) => !moment.has(one));
  if (flows.length > 1) return { kind: 'several', metrics: flows };
  const [flow] = flows;
  const asksMinutes = duration || speed !== undefined || mean || statistic !== undefined;
  if (asksMinutes && !minutes.includes(flow ?? 'open'))
    return { kind: 'none', why: speed === undefined ? 'duration' : 'speed' };
  if (share && !shares.includes(flow ?? 'open')) return { kind: 'none', why: 'share' };
  const now = [...metrics].filter((one) => moment.has(one));
  if (flow === undefined) return ofMoment(now, filter, periods, collected.due);
  if (now.length === 0) return chosen(flow, filter);
  const narrowed = flow === 'created' ? narrow(now, filter) : null;
  return narrowed === null ? { kind: 'several', metrics: [flow, ...now] } : chosen(flow, narrowed);
}

const moment = new Set<MetricName>(['open', 'new', 'unassigned', 'atRisk', 'breached', 'backlog']);

/** How cases stand: the figure is the narrowest word, the others narrow which cases. */
function ofMoment(now: MetricName[], filter: AskFilter, periods: number, due: boolean): Chosen {
  if (now.length === 0) {
    if (due) return periods === 0 ? { kind: 'none', why: 'due' } : chosen('open', filter);
    const metric: MetricName = periods > 0 && filter.status === undefined ? 'created' : 'open';
    return { kind: 'metric', metric, filter, guessed: true };
  }
  if (now.includes('backlog'))
    return now.length === 1 ? chosen('backlog', filter) : chosen('open', narrow(now, filter) ?? filter);
  if (now.includes('atRisk') && now.includes('breached')) {
    const narrowed = narrow(now, filter);
    return narrowed === null ? { kind: 'several', metrics: now } : chosen('open', narrowed);
  }
  const order: MetricName[] = ['breached', 'atRisk', 'unassigned', 'new', 'open'];
  const metric = order.find((one) => now.includes(one)) ?? 'open';
  if (metric === 'unassigned' && filter.assignee !== undefined)
    return { kind: 'several', metrics: ['unassigned', 'open'] };
  const narrowed = narrow(
    now.filter((one) => one !== metric),
    filter,
  );
  // "new this week" means those that came, whatever became of them.
  if (metric === 'new' && periods > 0)
    return { kind: 'metric', metric: 'created', filter: narrowed ?? filter, guessed: true };
  return narrowed === null ? { kind: 'several', metrics: now } : chosen(metric, narrowed);
}

/** The same words as restrictions; null where they contradict what is asked for already. */
function narrow(now: MetricName[], filter: AskFilter): AskFilter | null {
  const narrowed: AskFilter = { ...filter };
  const states = now.filter((one) => one === 'atRisk' || one === 'breached');
  if (states.length > 0) narrowed.sla = states.map((one) => (one === 'atRisk' ? 'at_risk' : 'breached'));
  if (now.includes('new')) narrowed.status = ['new'];
  else if (now.includes('open') && filter.status === undefined) narrowed.status = openStatuses;
  if (now.includes('unassigned')) {
    if (filter.assignee !== undefined) return null;
    narrowed.assignee = ['none'];
  }
  if (now.includes('new') && filter.status !== undefined && !filter.status.includes('new')) return null;
  return narrowed;
}

function chosen(metric: MetricName, filter: AskFilter): Chosen {
  return { kind: 'metric', metric, filter, guessed: false };
}
