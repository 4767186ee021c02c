import { caseStatuses, endedStatuses } from '../domain/vocabulary.ts';
import type { Grouping } from './analytics.ts';
import type { CaseFilterQuery } from './case.ts';
import type { metrics } from './metric-catalogue.ts';

/** The figures that are made of cases one can look at. */
export type CountedMetric = Exclude<keyof typeof metrics, 'backlog'>;

/** One figure of a page or a report: what it counts, over which cases. */
export interface Behind {
  metric: CountedMetric;
  /** The period that was answered for; `to` is not included. */
  from: string;
  to: string;
  /** The group it stands for, where it is one of several. */
  group?: { by: Grouping; key: string | null };
  /** The hour of the week it stands for; 0 is Monday. With `created` alone. */
  hour?: { weekday: number; hour: number };
}

const openStatuses = caseStatuses.filter((status) => !endedStatuses.includes(status));

/**
 * The list that holds exactly the cases a figure counts. `filter` is the one that the figure was asked with, `callerId`
 * whoever `me` stands for. Null where no case can fit, so that nobody is sent to an unfiltered list.
 */
export function casesBehind(filter: CaseFilterQuery, callerId: string, behind: Behind): CaseFilterQuery | null {
  const narrowing = new Narrowing(filter, callerId);
  const { group, hour } = behind;
  if (group !== undefined) {
    const none = group.by === 'assignee' || group.by === 'team' ? 'none' : '';
    narrowing.keep(group.by, [group.key ?? none]);
  }
  if (hour !== undefined) narrowing.keep('arrived', [`${hour.weekday + 1}-${String(hour.hour).padStart(2, '0')}`]);
  keepMetric(narrowing, behind);
  return narrowing.result();
}

function keepMetric(narrowing: Narrowing, { metric, from, to }: Behind): void {
  const presently = standing[metric];
  if (presently !== undefined)
    for (const [field, values] of Object.entries(presently)) narrowing.keep(field as ListField, values);
  else narrowing.between(momentOf(metric), from, to);
  if (metric === 'slaMetPercent') narrowing.keep('promise', ['met', 'missed']);
}

/** What a case must be now to be counted; absent for what is counted by when it happened. */
const standing: { [M in CountedMetric]?: Partial<Record<ListField, readonly string[]>> } = {
  open: { status: openStatuses },
  new: { status: ['new'] },
  unassigned: { status: openStatuses, assignee: ['none'] },
  atRisk: { status: openStatuses, sla: ['at_risk'] },
  breached: { status: openStatuses, sla: ['breached'] },
  backlogAge: { status: openStatuses },
};

/** What must have happened to a case in the period. */
type Happening = 'created' | 'answered' | 'resolved' | 'rated' | 'asked' | 'reopened';

function momentOf(metric: CountedMetric): Happening {
  switch (metric) {
    case 'created':
      return 'created';
    case 'firstResponseMinutes':
      return 'answered';
    case 'reopened':
    case 'reopenPercent':
      return 'reopened';
    case 'csatPercent':
      return 'rated';
    case 'csatResponsePercent':
      return 'asked';
    default:
      return 'resolved';
  }
}

type ListField = Grouping | 'sla' | 'promise' | 'arrived';

/** A filter that is made narrower, field by field, until perhaps nothing can fit. */
class Narrowing {
  readonly #query: Record<string, unknown>;
  #nothing = false;

  constructor(filter: CaseFilterQuery, callerId: string) {
    this.#query = { ...filter };
    // An empty list restricts nothing, and would read as "nothing fits" once it is narrowed.
    for (const [name, value] of Object.entries(this.#query)) {
      if (value === undefined || (Array.isArray(value) && value.length === 0)) delete this.#query[name];
    }
    const { assignee } = filter;
    if (assignee?.length) this.#query.assignee = assignee.map((word) => (word === 'me' ? callerId : word));
  }

  keep(field: ListField, values: readonly string[]): void {
    const before = this.#query[field] as string[] | undefined;
    const left = before === undefined ? [...values] : before.filter((value) => values.includes(value));
    if (left.length === 0) this.#nothing = true;
    this.#query[field] = left;
  }

  between(what: Happening, from: string, to: string): void {
    const [fromName, toName] = [`${what}From`, `${what}To`];
    const before = { from: this.#query[fromName] as string | undefined, to: this.#query[toName] as string | undefined };
    this.#query[fromName] =
      before.from !== undefined && Date.parse(before.from) > Date.parse(from) ? before.from : from;
    this.#query[toName] = before.to !== undefined && Date.parse(before.to) < Date.parse(to) ? before.to : to;
  }

  result(): CaseFilterQuery | null {
    // A zone says whose hours of the week are meant; without them it means nothing to a list.
    if (this.#query.arrived === undefined) delete this.#query.zone;
    return this.#nothing ? null : (this.#query as CaseFilterQuery);
  }
}
