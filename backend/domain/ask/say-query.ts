import { type CaseGrouping, type MetricName, minuteMetrics } from '../vocabulary.ts';
import type { AskLanguage, AskQuery } from './ask-query.ts';

interface Words {
  metrics: Record<MetricName, string>;
  fields: Record<CaseGrouping, string>;
  median: string;
  p90: string;
  by: string;
  each: Record<string, string>;
  from: string;
  until: string;
  created: string;
  due: string;
  complaints: string;
  text: string;
  top: (n: number, order: string) => string;
  values: Record<string, string>;
}

/**
 * A query in words that the grammar understands again, for showing how a question was read. Names of people, teams and
 * categories come from `nameOf`; days are those of `zone`.
 */
export function sayQuery(
  query: AskQuery,
  language: AskLanguage,
  zone: string,
  nameOf: (kind: 'assignee' | 'team' | 'category', key: string) => string = (_, key) => key,
): string {
  const words = language === 'de' ? german : english;
  const { metric, statistic, filter, by, interval, top, order } = query;
  const name = words.metrics[metric];
  const parts = [minuteMetrics.includes(metric) ? `${name} (${statistic === 'p90' ? words.p90 : words.median})` : name];
  for (const field of ['priority', 'status', 'sla', 'sentiment', 'source', 'language'] as const) {
    const values = filter[field];
    if (values?.length) parts.push(values.map((one) => words.values[one] ?? one).join(', '));
  }
  for (const field of ['category', 'team', 'assignee'] as const) {
    const values = filter[field];
    if (!values?.length) continue;
    const named = values.map((one) => words.values[`who ${one}`] ?? nameOf(field, one));
    parts.push(`${words.fields[field]} ${named.join(', ')}`);
  }
  if (filter.tag?.length) parts.push(`#${filter.tag.join(', #')}`);
  if (filter.customer?.length) parts.push(filter.customer.join(', '));
  if (filter.complaint !== undefined) parts.push(words.complaints);
  if (filter.q !== undefined) parts.push(`${words.text} “${filter.q}”`);
  if (filter.createdFrom !== undefined) parts.push(`${words.created} ${span(filter.createdFrom, filter.createdTo)}`);
  if (filter.dueBefore !== undefined) parts.push(`${words.due} ${lastDay(filter.dueBefore)}`);
  if (query.from !== undefined) parts.push(span(query.from, query.to));
  if (interval !== undefined) parts.push(words.each[interval] ?? interval);
  if (by !== undefined) parts.push(`${words.by} ${words.fields[by]}`);
  if (top !== undefined) parts.push(words.top(top, order ?? 'most'));
  return parts.join(' · ');

  function span(from: string, to: string | undefined): string {
    if (to === undefined) return `${words.from} ${day(from)}`;
    const [first, last] = [day(from), lastDay(to)];
    return first === last ? first : `${first} ${words.until} ${last}`;
  }
  function day(instant: string): string {
    const format = new Intl.DateTimeFormat(language === 'de' ? 'de' : 'en-GB', { timeZone: zone, dateStyle: 'medium' });
    return format.format(new Date(instant));
  }
  /** An end that is not included, as the last day that is. */
  function lastDay(instant: string): string {
    return day(new Date(Date.parse(instant) - 1).toISOString());
  }
}

const english: Words = {
  metrics: {
    open: 'Open',
    new: 'New',
    unassigned: 'Unassigned',
    atRisk: 'At risk',
    breached: 'Overdue',
    created: 'Created',
    resolved: 'Resolved',
    firstResponseMinutes: 'First reply',
    resolutionMinutes: 'Resolve time',
    slaMetPercent: 'SLA met',
    csatPercent: 'CSAT',
    csatResponsePercent: 'CSAT response rate',
    backlog: 'Backlog',
  },
  fields: {
    assignee: 'agent',
    team: 'team',
    category: 'category',
    priority: 'priority',
    status: 'status',
    sentiment: 'mood',
    source: 'channel',
    language: 'language',
  },
  median: 'median',
  p90: 'nine of ten within',
  by: 'by',
  each: { hour: 'by hour', day: 'by day', week: 'by week', month: 'by month' },
  from: 'since',
  until: 'to',
  created: 'created',
  due: 'due by',
  complaints: 'complaints',
  text: 'with the words',
  top: (n, order) => `the ${n} with the ${order === 'least' ? 'least' : 'most'}`,
  values: {
    at_risk: 'at risk',
    breached: 'overdue',
    in_progress: 'in progress',
    awaiting_customer: 'awaiting customer',
    awaiting_vendor: 'awaiting vendor',
    awaiting_approval: 'awaiting approval',
    en: 'English',
    de: 'German',
    fr: 'French',
    es: 'Spanish',
    it: 'Italian',
    nl: 'Dutch',
    pt: 'Portuguese',
    'who me': 'me',
    'who none': 'nobody',
  },
};

const german: Words = {
  metrics: {
    open: 'Offen',
    new: 'Neu',
    unassigned: 'Nicht zugewiesen',
    atRisk: 'Gefährdet',
    breached: 'Überfällig',
    created: 'Eingegangen',
    resolved: 'Gelöst',
    firstResponseMinutes: 'Reaktionszeit',
    resolutionMinutes: 'Lösungszeit',
    slaMetPercent: 'Rechtzeitig',
    csatPercent: 'Kundenzufriedenheit',
    csatResponsePercent: 'Rücklaufquote',
    backlog: 'Rückstand',
  },
  fields: {
    assignee: 'Bearbeiter',
    team: 'Team',
    category: 'Kategorie',
    priority: 'Priorität',
    status: 'Status',
    sentiment: 'Stimmung',
    source: 'Kanal',
    language: 'Sprache',
  },
  median: 'Median',
  p90: 'neun von zehn in',
  by: 'nach',
  each: { hour: 'stündlich', day: 'täglich', week: 'wöchentlich', month: 'monatlich' },
  from: 'seit',
  until: 'bis',
  created: 'eingegangen',
  due: 'fällig bis',
  complaints: 'Beschwerden',
  text: 'mit den Worten',
  top: (n, order) => `die ${n} mit den ${order === 'least' ? 'wenigsten' : 'meisten'}`,
  values: {
    critical: 'kritisch',
    urgent: 'dringend',
    high: 'hoch',
    medium: 'mittel',
    low: 'niedrig',
    at_risk: 'gefährdet',
    breached: 'überfällig',
    new: 'neu',
    in_progress: 'in Bearbeitung',
    awaiting_customer: 'wartet auf Kunden',
    awaiting_vendor: 'wartet auf Lieferanten',
    awaiting_approval: 'wartet auf Freigabe',
    resolved: 'gelöst',
    closed: 'geschlossen',
    positive: 'positiv',
    neutral: 'neutral',
    negative: 'negativ',
    frustrated: 'frustriert',
    en: 'Englisch',
    de: 'Deutsch',
    fr: 'Französisch',
    es: 'Spanisch',
    it: 'Italienisch',
    nl: 'Niederländisch',
    pt: 'Portugiesisch',
    'who me': 'mir',
    'who none': 'niemand',
  },
};
