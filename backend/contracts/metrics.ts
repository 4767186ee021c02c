import { z } from 'zod';

/** One figure: what it counts, so that every page, report and export means the same by it. */
export const Metric = z.object({
  name: z.string(),
  formula: z.string(),
  unit: z.enum(['cases', 'minutes', 'percent']),
});
export type Metric = z.infer<typeof Metric>;

export const MetricCatalogue = z.record(z.string(), Metric);

/**
 * Every figure about cases. "In the period" means from `from` until just before `to`. A case that was closed without being
 * resolved counts as resolved when it was closed. Minutes are wall-clock minutes, to a tenth.
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
    name: 'First response',
    formula: 'from opening to the first answer, over cases first answered in the period',
    unit: 'minutes',
  },
  resolutionMinutes: {
    name: 'Resolution',
    formula: 'from opening to resolution, over cases resolved in the period',
    unit: 'minutes',
  },
  slaMetPercent: {
    name: 'In time',
    formula: 'of the cases resolved in the period with a promised time, the share resolved within it',
    unit: 'percent',
  },
  backlog: { name: 'Backlog', formula: 'cases open at the end of each interval', unit: 'cases' },
} as const satisfies Record<string, Metric>;
