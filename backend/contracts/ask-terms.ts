/** What a query can be made of, for pages that let people change one. */
export { caseGroupings, metricNames, minuteMetrics, momentMetrics, trendMetrics } from '../domain/vocabulary.ts';
