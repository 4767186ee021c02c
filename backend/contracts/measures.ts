import type { ReportMeasure } from '../domain/vocabulary.ts';
import { type MetricName, metrics } from './metric-catalogue.ts';

interface MeasureWords {
  metric: MetricName;
  name: string;
  unit: 'cases' | 'minutes' | 'percent';
  /** How things stand now, so it cannot be shown over time. */
  standing?: true;
}

/** What a report can measure, each a metric of the catalogue or a part of one. */
export const measures: Record<ReportMeasure, MeasureWords> = {
  created: { metric: 'created', name: metrics.created.name, unit: 'cases' },
  resolved: { metric: 'resolved', name: metrics.resolved.name, unit: 'cases' },
  open: { metric: 'open', name: metrics.open.name, unit: 'cases' },
  new: { metric: 'new', name: metrics.new.name, unit: 'cases', standing: true },
  unassigned: { metric: 'unassigned', name: metrics.unassigned.name, unit: 'cases', standing: true },
  atRisk: { metric: 'atRisk', name: metrics.atRisk.name, unit: 'cases', standing: true },
  breached: { metric: 'breached', name: metrics.breached.name, unit: 'cases', standing: true },
  firstResponseMedian: {
    metric: 'firstResponseMinutes',
    name: `${metrics.firstResponseMinutes.name}, median`,
    unit: 'minutes',
  },
  firstResponseP90: {
    metric: 'firstResponseMinutes',
    name: `${metrics.firstResponseMinutes.name}, p90`,
    unit: 'minutes',
  },
  resolutionMedian: { metric: 'resolutionMinutes', name: `${metrics.resolutionMinutes.name}, median`, unit: 'minutes' },
  resolutionP90: { metric: 'resolutionMinutes', name: `${metrics.resolutionMinutes.name}, p90`, unit: 'minutes' },
  reopened: { metric: 'reopened', name: metrics.reopened.name, unit: 'cases' },
  reopenPercent: { metric: 'reopenPercent', name: metrics.reopenPercent.name, unit: 'percent' },
  backlogAgeMedian: {
    metric: 'backlogAge',
    name: `${metrics.backlogAge.name}, median`,
    unit: 'minutes',
    standing: true,
  },
  backlogAgeP90: { metric: 'backlogAge', name: `${metrics.backlogAge.name}, p90`, unit: 'minutes', standing: true },
  slaMetPercent: { metric: 'slaMetPercent', name: metrics.slaMetPercent.name, unit: 'percent' },
  csatPercent: { metric: 'csatPercent', name: metrics.csatPercent.name, unit: 'percent' },
  csatResponsePercent: { metric: 'csatResponsePercent', name: metrics.csatResponsePercent.name, unit: 'percent' },
};
