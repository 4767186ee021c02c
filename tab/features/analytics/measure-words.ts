import { measures } from '../../../backend/contracts/measures.ts';
import type { ReportAnswer } from '../../../backend/contracts/report.ts';
import { inLanguage } from '../../../ui/language.ts';
import { metricWords } from './metric-words.ts';

export type Measure = ReportAnswer['columns'][number]['measure'];
export const measureKeys = Object.keys(measures) as Measure[];

const parts: Partial<Record<Measure, string>> = inLanguage(
  {
    ...{ firstResponseMedian: 'median', firstResponseP90: 'p90', resolutionMedian: 'median', resolutionP90: 'p90' },
    ...{ backlogAgeMedian: 'median', backlogAgeP90: 'p90' },
  },
  {
    ...{ firstResponseMedian: 'Median', firstResponseP90: 'P90', resolutionMedian: 'Median', resolutionP90: 'P90' },
    ...{ backlogAgeMedian: 'Median', backlogAgeP90: 'P90' },
  },
);

/** Name of a measure in the reader's language. */
export function measureName(measure: Measure): string {
  const { name } = metricWords[measures[measure].metric];
  return parts[measure] === undefined ? name : `${name}, ${parts[measure]}`;
}

/** What it counts. */
export function measureMeaning(measure: Measure): string {
  const { formula } = metricWords[measures[measure].metric];
  return `${formula.slice(0, 1).toUpperCase()}${formula.slice(1)}.`;
}

/** Measures of which more is good. */
export const moreIsBetter: ReadonlySet<Measure> = new Set([
  'resolved',
  'slaMetPercent',
  'csatPercent',
  'csatResponsePercent',
]);
