import type { ReportQuestion } from '../../../../backend/contracts/report.ts';
import { fetchBytes } from '../../../../ui/files.ts';

/** The answer of a question as a file. @throws OfflineError, Error with the server's reason */
export function fetchReport(
  getToken: () => Promise<string>,
  format: 'csv' | 'xlsx' | 'pdf',
  body: { name: string; question: ReportQuestion },
): Promise<Blob> {
  return fetchBytes(getToken, `/api/reports/file?format=${format}`, body);
}
