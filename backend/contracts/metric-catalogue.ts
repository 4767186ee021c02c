import type { FigureName as Known } from '../domain/vocabulary.ts';
import type { Metric } from './metrics.ts';

/**
 * Every figure about cases, so that every page, report, card and export means the same by it. "In the period" means from
 * its beginning until just before its end. A case that was closed without being resolved counts as resolved when it was
 * closed. Minutes are to a tenth, and business minutes unless `clock=wall`: those of the calendar of the case's policy, without
 * what the case waited for others; a case whose working minutes were never worked out counts by the wall.
 */
export const metrics = {
  open: { name: 'Open', formula: 'cases that are neither resolved nor closed now', unit: 'cases' },
  new: { name: 'New', formula: 'cases that nobody has taken up yet', unit: 'cases' },
  unassigned: { name: 'Unassigned', formula: 'open cases that belong to nobody', unit: 'cases' },
  atRisk: {
    name: 'At risk',
    formula: 'open cases of which a running clock has used up most of its time',
    unit: 'cases',
  },
  breached: { name: 'Overdue', formula: 'open cases of which a running deadline has passed', unit: 'cases' },
  created: { name: 'Created', formula: 'cases opened in the period', unit: 'cases' },
  resolved: { name: 'Resolved', formula: 'cases resolved in the period and not reopened since', unit: 'cases' },
  firstResponseMinutes: {
    name: 'First reply',
    formula: 'working time from opening to the first answer of a person, over cases first answered in the period',
    unit: 'minutes',
  },
  resolutionMinutes: {
    name: 'Resolve',
    formula: 'working time from opening to resolution without pauses, over cases resolved in the period',
    unit: 'minutes',
  },
  slaMetPercent: {
    name: 'SLA met',
    formula: 'of the cases resolved in the period with a promised time, the share resolved within it',
    unit: 'percent',
  },
  reopened: { name: 'Opened again', formula: 'cases last opened again in the period', unit: 'cases' },
  reopenPercent: {
    name: 'Reopen rate',
    formula: 'of the cases resolved or opened again in the period, the share that was opened again in it',
    unit: 'percent',
  },
  backlogAge: {
    name: 'Age of open',
    formula: 'time since opening by the wall, over cases that are open now',
    unit: 'minutes',
  },
  csatPercent: {
    name: 'CSAT',
    formula: 'of the cases whose customer last rated them in the period, the share rated 4 or 5 of 5',
    unit: 'percent',
  },
  csatResponsePercent: {
    name: 'CSAT response rate',
    formula: 'of the cases whose customer was last asked for a rating in the period, the share that was rated since',
    unit: 'percent',
  },
  backlog: { name: 'Backlog', formula: 'cases open at the end of each interval', unit: 'cases' },
} as const satisfies Record<Known, Metric>;

export type MetricName = keyof typeof metrics;
