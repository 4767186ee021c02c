import type { ReportRun } from '../app/reports/run-report.ts';
import type { PrintReport } from '../ports/report-printer.ts';
import type { ReportQuestion } from '../ports/reports.ts';
import type { RenderReport } from '../ports/schedules.ts';
import { figureText } from '../present/figure-text.ts';
import { presentFilter, presentRun } from '../present/present-report.ts';
import { fileName, periodText, reportFile, reportTypes } from './report-files.ts';

/** How reports look that leave by themselves: the very files that somebody could fetch at that moment. */
export function reportRenderer(
  print: PrintReport,
  groupNames: (by: ReportQuestion['by']) => Promise<(key: string) => string | undefined>,
): RenderReport<ReportRun> {
  return async ({ name, question }, run, formats) => {
    const answer = presentRun(run, question, await groupNames(question.by));
    const filter = presentFilter(question.filter);
    return {
      period: periodText(answer),
      totals: answer.columns.map(({ name: column, unit }, at) => ({
        name: column,
        value: figureText(answer.total.measured[at]?.value ?? null, unit),
      })),
      files: await Promise.all(
        formats.map(async (format) => ({
          name: fileName(name, answer.asOf, format),
          type: reportTypes[format],
          bytes: await reportFile(format, name, answer, filter, print),
        })),
      ),
    };
  };
}
