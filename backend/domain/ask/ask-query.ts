import type { Interval } from '../analytics/period.ts';
import type { CaseGrouping, CaseSource, CaseStatus, MetricName, Priority, Sentiment, SlaState } from '../vocabulary.ts';

/** What a question about cases comes to: one figure of the catalogue, over which cases, in which period, by what. */
export interface AskQuery {
  metric: MetricName;
  /** Of minutes: half of the cases took less, or nine of ten did. */
  statistic: 'median' | 'p90';
  filter: AskFilter;
  /** RFC 3339, UTC. For figures of a period; `to` is not included. */
  from?: string | undefined;
  to?: string | undefined;
  /** One figure for each value of a field. */
  by?: CaseGrouping | undefined;
  /** One figure for each stretch of the period. */
  interval?: Interval | undefined;
  order?: 'most' | 'least' | undefined;
  /** How many groups, of those with the most or least. */
  top?: number | undefined;
}

/** Each list is "any of"; all given fields must hold. */
export interface AskFilter {
  status?: CaseStatus[] | undefined;
  priority?: Priority[] | undefined;
  category?: string[] | undefined;
  sentiment?: Sentiment[] | undefined;
  /** Agent ids, `me` or `none`. */
  assignee?: string[] | undefined;
  team?: string[] | undefined;
  tag?: string[] | undefined;
  customer?: string[] | undefined;
  sla?: Extract<SlaState, 'at_risk' | 'breached'>[] | undefined;
  source?: CaseSource[] | undefined;
  language?: string[] | undefined;
  complaint?: boolean | undefined;
  createdFrom?: string | undefined;
  createdTo?: string | undefined;
  dueBefore?: string | undefined;
  q?: string | undefined;
}

/** Somebody or something that a question may name. */
export interface Named {
  kind: 'person' | 'team' | 'category';
  /** What a filter wants: an agent's id, a team, a category's key. */
  key: string;
  name: string;
  /** Keys that count as well, such as the categories below. */
  with?: string[];
}

/** What may help whoever asked: a question to ask instead, ready to be sent. */
export interface Suggestion {
  text: string;
  query?: AskQuery;
}

/** How a question was read. It is never half understood: a word that is not known makes us ask back. */
export type Reading =
  | { kind: 'query'; query: AskQuery; language: AskLanguage; notes: string[]; alternatives: Suggestion[] }
  | { kind: 'unclear'; language: AskLanguage; why: string; suggestions: Suggestion[] };

export type AskLanguage = 'en' | 'de';

/** When and where a question is asked. */
export interface AskMoment {
  nowMs: number;
  /** IANA name; days begin at its midnight. */
  zone: string;
}
