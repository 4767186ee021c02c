import { type MetricName, minuteMetrics, momentMetrics, trendMetrics } from '../vocabulary.ts';
import type { AskFilter, AskLanguage, AskMoment, AskQuery, Reading, Suggestion } from './ask-query.ts';
import { askingBack } from './asking-back.ts';
import { chooseMetric } from './choose-metric.ts';
import { type Collected, collect } from './collect.ts';
import { hearQuestion } from './hear-question.ts';
import { localDayOf, startOf } from './local-days.ts';
import type { AskPeriod } from './periods.ts';
import type { PhraseBook } from './phrase-book.ts';
import { sayQuery } from './say-query.ts';

/**
 * The figure that a question asks for. Every word must be known, one figure, one period and one grouping be meant;
 * otherwise we ask back, with questions that would be understood.
 */
export function readQuestion(question: string, book: PhraseBook, moment: AskMoment): Reading {
  const { heard, language, mended } = hearQuestion(question, book, { day: localDayOf(moment.nowMs, moment.zone) });
  const collected = collect(heard);
  const back = (why: Parameters<typeof askingBack>[0]) => askingBack(why, language, book, moment);
  const [fault] = collected.faults;
  if (fault !== undefined) return back(fault);
  if (heard.every((one) => one.kind === 'meaning' && one.meaning.kind === 'nothing')) return back({ kind: 'empty' });
  if (collected.periods.length > 1) return back({ kind: 'several-periods' });
  if (collected.by.size > 1) return back({ kind: 'several-groupings' });
  const chosen = chooseMetric(collected, collected.periods.length);
  if (chosen.kind === 'several') return back({ kind: 'several-figures', metrics: chosen.metrics });
  if (chosen.kind === 'none') return back({ kind: 'no-figure', why: chosen.why });
  const query = queryOf(collected, chosen.metric, chosen.filter, moment);
  if (query === null) return back({ kind: 'no-period' });
  const { createdFrom, createdTo } = query.filter;
  if (query.metric === 'breached' && createdFrom !== undefined) {
    return back({ kind: 'overdue-then', query, from: createdFrom, to: createdTo });
  }
  if (query.interval !== undefined && !trendMetrics.includes(query.metric)) return back({ kind: 'no-trend' });
  const notes = notesOf(collected, query, mended, language);
  const alternatives =
    chosen.guessed || periodNarrows(collected, query) ? others(query, collected, language, moment) : [];
  return { kind: 'query', query, language, notes, alternatives };
}

/** Null where the period has no beginning, so that no figure would be of what is meant. */
function queryOf(collected: Collected, metric: MetricName, filter: AskFilter, moment: AskMoment): AskQuery | null {
  const { by, who, order, speed, top, trend, statistic, due } = collected;
  const [period] = collected.periods;
  const span = period && spanOf(period, moment);
  const query: AskQuery = { metric, statistic: statistic ?? 'median', filter: { ...filter } };
  const grouping = [...by][0] ?? (who ? 'assignee' : undefined);
  if (grouping !== undefined) query.by = grouping;
  if (order !== undefined || speed !== undefined) query.order = order ?? speed;
  if (top !== undefined) query.top = top;
  if (collected.interval !== undefined) query.interval = collected.interval;
  else if (trend) query.interval = intervalFor(span, moment.nowMs);
  if (span === undefined) return query;
  if (due) {
    query.filter.dueBefore = span.to ?? instant(moment.nowMs);
    return query;
  }
  if (span.from === undefined) return null;
  const narrows = momentMetrics.includes(metric) && query.interval === undefined && metric !== 'backlog';
  // "Open today" is open now.
  if (narrows && isToday(period, moment)) return query;
  if (!narrows) return { ...query, from: span.from, ...(span.to !== undefined && { to: span.to }) };
  // What is at risk will be late by a day; what is open came on one.
  if (metric === 'atRisk' && span.to !== undefined && Date.parse(span.to) > moment.nowMs)
    query.filter.dueBefore = span.to;
  else Object.assign(query.filter, { createdFrom: span.from, ...(span.to !== undefined && { createdTo: span.to }) });
  return query;
}

function isToday(period: AskPeriod | undefined, { nowMs, zone }: AskMoment): boolean {
  const today = localDayOf(nowMs, zone);
  return period?.kind === 'days' && period.from === today && period.to === today + 1;
}

function spanOf(period: AskPeriod, { nowMs, zone }: AskMoment): { from?: string; to?: string } {
  const at = (day: number) => instant(startOf(day, zone));
  switch (period.kind) {
    case 'hours':
      return { from: instant(nowMs - period.hours * 3_600_000) };
    case 'since':
      return { from: at(period.from) };
    case 'until':
      return { to: at(period.to) };
    case 'days':
      return { from: at(period.from), to: at(period.to) };
  }
}

function intervalFor(span: { from?: string; to?: string } | undefined, nowMs: number) {
  const toMs = span?.to === undefined ? nowMs : Date.parse(span.to);
  const fromMs = span?.from === undefined ? toMs - 30 * 86_400_000 : Date.parse(span.from);
  const days = (toMs - fromMs) / 86_400_000;
  if (days <= 2) return 'hour';
  return days <= 31 ? 'day' : days <= 200 ? 'week' : 'month';
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}

function periodNarrows({ periods }: Collected, { metric, interval }: AskQuery): boolean {
  return periods.length > 0 && momentMetrics.includes(metric) && interval === undefined;
}

/** Other things the same words may have meant. */
function others(query: AskQuery, collected: Collected, language: AskLanguage, { zone }: AskMoment): Suggestion[] {
  const { createdFrom: _from, createdTo: _to, dueBefore: _due, ...filter } = query.filter;
  const wider: AskQuery = { ...query, metric: query.metric === 'created' ? 'open' : query.metric, filter };
  delete wider.from;
  delete wider.to;
  const found = collected.periods.length > 0 ? [wider] : [{ ...query, metric: 'created' as const }];
  return found.map((one) => ({ text: sayQuery(one, language, zone), query: one }));
}

function notesOf(collected: Collected, query: AskQuery, mended: [string, string][], language: AskLanguage): string[] {
  const german = language === 'de';
  const notes = mended.map(([said, taken]) =>
    german ? `„${said}“ gelesen als „${taken}“.` : `“${said}” read as “${taken}”.`,
  );
  if (collected.mean && minuteMetrics.includes(query.metric)) {
    notes.push(
      german
        ? 'Gemessen wird der Median, nicht das Mittel: die Hälfte der Fälle war schneller.'
        : 'This is the median, not the mean: half of the cases took less.',
    );
  }
  const ofPeriod = !momentMetrics.includes(query.metric) || query.interval !== undefined;
  if (ofPeriod && query.from === undefined) {
    notes.push(german ? 'Ohne Zeitraum: die letzten 30 Tage.' : 'No period was named: the last 30 days.');
  }
  if (query.filter.dueBefore !== undefined && query.metric !== 'atRisk') {
    notes.push(german ? 'Überfällige sind dabei.' : 'Those overdue already are included.');
  }
  return notes;
}
