import { z } from 'zod';
import { type CaseGrouping, caseGroupings } from '../domain/vocabulary.ts';
import { caseFilters } from './case.ts';
import { Instant } from './common.ts';

export const groupings = caseGroupings;
export type Grouping = CaseGrouping;

const period = {
  from: Instant.optional().meta({ description: '30 days before `to` unless given' }),
  to: Instant.optional().meta({ description: 'now unless given; not included' }),
  interval: z.enum(['hour', 'day', 'week', 'month']).optional().meta({ description: 'suits the period unless given' }),
  clock: z
    .enum(['business', 'wall'])
    .optional()
    .meta({ description: 'how minutes are counted; business unless given' }),
};

const clock = z.enum(['business', 'wall']).meta({
  description: 'business: minutes of the calendar that each case goes by, without what it waited for others',
});

export const DashboardQuery = z.object({ ...caseFilters, ...period });
export type DashboardQuery = z.infer<typeof DashboardQuery>;
export const TrendsQuery = z.object({ ...caseFilters, ...period, by: z.enum(groupings).optional() });
export const PerformanceQuery = z.object({ ...caseFilters, ...period, by: z.enum(groupings).default('assignee') });

export const Spread = z.object({ median: z.number().nullable(), p90: z.number().nullable(), n: z.int() });

const figures = {
  open: z.int(),
  new: z.int(),
  unassigned: z.int(),
  atRisk: z.int(),
  breached: z.int(),
  /** Minutes by the wall, whatever the clock. */
  backlogAge: Spread,
  created: z.int(),
  resolved: z.int(),
  firstResponseMinutes: Spread,
  resolutionMinutes: Spread,
  slaMetPercent: z.number().nullable(),
  /** The cases of which that is the share. */
  slaMet: z.int(),
  slaMissed: z.int(),
  reopened: z.int(),
  reopenPercent: z.number().nullable(),
  csatPercent: z.number().nullable(),
  /** The cases of which that is the share. */
  csatRated: z.int(),
  csatResponsePercent: z.number().nullable(),
  csatAsked: z.int(),
};

const asked = {
  asOf: Instant,
  /** The filter as it was applied, `me` and `none` resolved. */
  filter: z.record(z.string(), z.unknown()),
  from: Instant,
  to: Instant,
  interval: z.enum(['hour', 'day', 'week', 'month']),
};

const counts = z.record(z.string(), z.int());

export const Dashboard = z.object({
  ...asked,
  /** Minutes are by this clock. */
  clock,
  ...figures,
  byStatus: counts,
  byPriority: counts,
  byCategory: counts,
  bySentiment: counts,
  byAssignee: z.array(
    z.object({ id: z.string().nullable(), name: z.string().nullable(), open: z.int(), resolved: z.int() }),
  ),
  byTeam: z.array(z.object({ team: z.string().nullable(), open: z.int(), resolved: z.int() })),
  backlog: z.array(z.object({ at: Instant, open: z.int() })),
  /** Cases created by weekday, Monday first, and hour, in the zone asked for. */
  heat: z.array(z.array(z.int())),
});
export type Dashboard = z.infer<typeof Dashboard>;

export const Trends = z.object({
  ...asked,
  clock,
  by: z.enum(groupings).nullable(),
  series: z.array(
    z.object({
      key: z.string().nullable(),
      points: z.array(
        z.object({
          at: Instant,
          created: z.int(),
          resolved: z.int(),
          open: z.int(),
          slaMetPercent: z.number().nullable(),
          firstResponseMinutes: Spread,
          resolutionMinutes: Spread,
        }),
      ),
    }),
  ),
});
export type Trends = z.infer<typeof Trends>;

export const Performance = z.object({
  ...asked,
  clock,
  by: z.enum(groupings),
  rows: z.array(z.object({ key: z.string().nullable(), name: z.string().nullable(), ...figures })),
});
export type Performance = z.infer<typeof Performance>;
