import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import type { Sheet } from '../../ports/sheets.ts';

export const mostRows = 10_000;
const mostColumns = 100;
const longestCell = 50_000;
/** How XLSX, like every zip file, begins. */
const zipMark = 'PK\u0003\u0004';
/** Guards that our own exports put before what a spreadsheet program would take for a formula. */
const guarded = /^'(?=[=+\-@\t\r])/;

/** @throws Error whose message says in plain words what is wrong with the file */
export async function parseSheet(bytes: Uint8Array): Promise<Sheet> {
  const lines = isZip(bytes) ? await xlsxLines(bytes) : csvLines(bytes);
  const [head, ...body] = lines.map((cells) => cells.map(plain));
  const width = (head ?? []).findLastIndex((cell) => cell !== '') + 1;
  if (head === undefined || width === 0) throw new Error('The first row must name the columns, and it is empty.');
  if (width > mostColumns) throw new Error(`The file has ${width} columns; at most ${mostColumns} can be read.`);
  const rows = body
    .map((cells, i) => ({ line: i + 2, cells: head.slice(0, width).map((_, n) => cells[n] ?? '') }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (rows.length > mostRows) throw new Error(`The file has ${rows.length} rows; at most ${mostRows} can be read.`);
  const long = rows.find(({ cells }) => cells.some((cell) => cell.length > longestCell));
  if (long !== undefined) throw new Error(`Row ${long.line} has a cell of more than ${longestCell} characters.`);
  return { headers: head.slice(0, width), rows };
}

function isZip(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, zipMark.length)).toString('latin1') === zipMark;
}

async function xlsxLines(bytes: Uint8Array): Promise<unknown[][]> {
  try {
    return await readSheet(Buffer.from(bytes));
  } catch (cause) {
    throw new Error('The file begins like a workbook, but no sheet of it can be read.', { cause });
  }
}

function csvLines(bytes: Uint8Array): string[][] {
  const text = textOf(bytes);
  if (text.includes('\u0000')) throw new Error('The file is neither CSV nor XLSX.');
  try {
    return parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    });
  } catch (cause) {
    throw new Error(`The file is not CSV: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** Spreadsheet programs of the West still write CSV in their old code page. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The one that the first line has most of. */
function delimiterOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const head = (end < 0 ? text : text.slice(0, end)).replace(/"[^"]*"/g, '');
  const counts = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: head.split(delimiter).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).delimiter;
}

function plain(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString();
  return String(cell).trim().replace(guarded, '');
}
