/** A report as it is printed: everything is text already but what the chart needs. */
export interface PrintedReport {
  title: string;
  /** Period, filter, who asked and when; a line each. */
  facts: string[];
  head: string[];
  /** The first cell of a line names it. */
  lines: string[][];
  total: string[];
  note: string;
  chart: {
    title: string;
    bars: { name: string; value: number; text: string }[];
  } | null;
}

/** Makes a PDF of a report, A4, with page numbers. */
export type PrintReport = (report: PrintedReport) => Promise<Uint8Array>;
