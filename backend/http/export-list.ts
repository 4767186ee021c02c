import { setImmediate as turn } from 'node:timers/promises';
import { Failure } from '../domain/failure.ts';
import { ByteStream } from './byte-stream.ts';
import type { Answer } from './call.ts';
import type { SheetColumn } from './case-sheet.ts';
import { csvHead, csvLines, xlsxOf } from './sheet-files.ts';

export type ExportFormat = 'csv' | 'xlsx';

/** A list as files show it. */
export interface ExportedList<T> {
  /** Of the file, without date and ending. */
  name: string;
  columns: readonly SheetColumn<T>[];
  /** The page behind a cursor; its size is the list's own choice. */
  page(after: string | undefined): Promise<ExportedPage<T>>;
}

export interface ExportedPage<T> {
  rows: T[];
  total: number;
  next?: string | undefined;
}

/** A workbook is made in memory. */
const mostInWorkbook = 20_000;
const types: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * A list as a file. CSV has no limit: it is sent page by page, as fast as the reader takes it.
 * @throws Failure `invalid` when more match than a workbook holds
 */
export async function exportList<T>(
  format: ExportFormat,
  list: ExportedList<T>,
  nowMs: number,
): Promise<Answer<Uint8Array>> {
  // Read before anything is answered, so that a fault is still a problem and not half a file.
  const first = await list.page(undefined);
  const name = `${list.name}-${new Date(nowMs).toISOString().slice(0, 10)}.${format}`;
  const headers = { 'Content-Type': types[format], 'Content-Disposition': `attachment; filename="${name}"` };
  const body = format === 'csv' ? new ByteStream(csvParts(list, first)) : await workbook(list, first);
  return { body, headers: { ...headers, 'Cache-Control': 'no-store' } };
}

async function* csvParts<T>(list: ExportedList<T>, first: ExportedPage<T>): AsyncGenerator<string> {
  yield csvHead(list.columns);
  for await (const rows of pages(list, first)) yield csvLines(list.columns, rows);
}

async function workbook<T>(list: ExportedList<T>, first: ExportedPage<T>): Promise<Uint8Array> {
  if (first.total > mostInWorkbook) {
    const why = `${first.total} rows match, and a workbook holds ${mostInWorkbook}. Narrow the filter, or take CSV.`;
    throw new Failure('invalid', why);
  }
  const rows: T[] = [];
  for await (const some of pages(list, first)) rows.push(...some);
  return xlsxOf(list.columns, rows);
}

async function* pages<T>(list: ExportedList<T>, first: ExportedPage<T>): AsyncGenerator<T[]> {
  for (let page = first; ; page = await list.page(page.next)) {
    yield page.rows;
    if (page.next === undefined) return;
    // Nothing of a page need wait for the disk, and others are to have their turn.
    await turn();
  }
}
