import { measures } from '../contracts/measures.ts';
import { metrics } from '../contracts/metric-catalogue.ts';
import type { ReportAnswer, ReportLine, ReportQuestion } from '../contracts/report.ts';
import type { ReportFormat } from '../domain/vocabulary.ts';
import type { PrintedReport, PrintReport } from '../ports/report-printer.ts';
import { figureText } from '../present/figure-text.ts';
import type { SheetColumn } from './case-sheet.ts';
import { csvHead, csvLines, xlsxOf } from './sheet-files.ts';

export const reportTypes: Record<ReportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

const byWords: Record<ReportQuestion['by'], string> = {
  assignee: 'Agent',
  team: 'Team',
  category: 'Category',
  priority: 'Priority',
  status: 'Status',
  sentiment: 'Mood',
  source: 'Source',
  language: 'Language',
  time: 'From',
};
const unitWords = { cases: '', minutes: ' (min)', percent: ' (%)' };

/** An answer as a file. Figures are the very ones of the page, unrounded where a program reads them. */
export async function reportFile(
  format: ReportFormat,
  title: string,
  answer: ReportAnswer,
  filter: ReportQuestion['filter'],
  print: PrintReport,
): Promise<Uint8Array> {
  if (format === 'pdf') return print(printed(title, answer, filter));
  const lines = [...answer.lines, answer.total];
  const columns = sheetColumns(answer);
  return format === 'csv' ? Buffer.from(csvHead(columns) + csvLines(columns, lines)) : xlsxOf(columns, lines);
}

function sheetColumns({ by, columns, interval }: ReportAnswer): SheetColumn<ReportLine>[] {
  const first: SheetColumn<ReportLine> = {
    header: byWords[by],
    // A day is a date to a spreadsheet, an instant to everything else.
    value: (line) => (interval !== null && line.key !== null ? new Date(line.key) : line.name),
  };
  return [
    first,
    ...columns.map(({ name, unit }, at) => ({
      header: `${name}${unitWords[unit]}`,
      value: (line: ReportLine) => line.measured[at]?.value ?? null,
    })),
  ];
}

export function printed(title: string, answer: ReportAnswer, filter: ReportQuestion['filter']): PrintedReport {
  const { columns, lines, total, by } = answer;
  const cells = (line: ReportLine) => [
    line.name,
    ...columns.map(({ unit }, at) => figureText(line.measured[at]?.value ?? null, unit)),
  ];
  const [first] = columns;
  const bars = lines.flatMap((line) => {
    const value = line.measured[0]?.value ?? null;
    return value === null || first === undefined
      ? []
      : [{ name: line.name, value, text: figureText(value, first.unit) }];
  });
  return {
    title,
    facts: [
      periodText(answer),
      ...filterText(filter),
      `Minutes by ${answer.clock === 'business' ? 'business time' : 'the wall clock'}. As of ${momentText(answer.asOf, answer.zone)}`,
    ],
    head: [byWords[by], ...columns.map(({ name }) => name)],
    lines: lines.map(cells),
    total: cells(total),
    note: noteOf(answer),
    chart: first === undefined || bars.length === 0 ? null : { title: first.name, bars },
  };
}

/** What each figure counts, so that whoever holds the paper need not ask. */
function noteOf({ columns }: ReportAnswer): string {
  const named = [...new Set(columns.map(({ measure }) => measures[measure].metric))];
  const meanings = named.map((metric) => `${metrics[metric].name}: ${metrics[metric].formula}.`);
  const medians = columns.some(({ unit }) => unit !== 'cases')
    ? ' The last line is worked out over all cases; it is no mean of the lines above.'
    : '';
  return `${meanings.join(' ')}${medians}`;
}

/** "17 Nov 2026, 08:00 until 24 Nov 2026, 08:00 (Europe/Berlin)". */
export function periodText({ from, to, zone }: ReportAnswer): string {
  const form = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
  return `${form.format(new Date(from))} until ${form.format(new Date(to))} (${zone})`;
}

function momentText(at: string, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }).format(
    new Date(at),
  );
}

function filterText(filter: ReportQuestion['filter']): string[] {
  const parts = Object.entries(filter)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${[value].flat().join(', ')}`);
  return parts.length === 0 ? [] : [`Only cases where ${parts.join('; ')}`];
}

/** "weekly-2026-11-24.pdf": letters that every system takes, and the day it speaks of. */
export function fileName(name: string, asOf: string, format: ReportFormat): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\w.-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${plain || 'report'}-${asOf.slice(0, 10)}.${format}`;
}
