import writeExcelFile from 'write-excel-file/node';
import type { CellValue, SheetColumn } from './case-sheet.ts';

const byteOrderMark = '\ufeff';
/** What a spreadsheet program would take for a formula; customers choose subjects and names. */
const formula = /^[=+\-@\t\r]/;
const longestCell = 32_000;

/** The line of names. RFC 4180, in UTF-8 with a byte order mark so that Excel reads accents. */
export function csvHead<T>(columns: readonly SheetColumn<T>[]): string {
  return `${byteOrderMark}${columns.map((column) => csvCell(column.header)).join(',')}\r\n`;
}

/** Text that looks like a formula stays text. */
export function csvLines<T>(columns: readonly SheetColumn<T>[], rows: readonly T[]): string {
  return rows.map((row) => `${columns.map((column) => csvCell(column.value(row))).join(',')}\r\n`).join('');
}

function csvCell(value: CellValue): string {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'string') return String(value);
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One sheet with typed cells: numbers, dates and truth values are what they are, and text is never a formula. */
export async function xlsxOf<T>(columns: readonly SheetColumn<T>[], rows: readonly T[]): Promise<Uint8Array> {
  const head = columns.map(({ header }) => ({ value: header, type: String, fontWeight: 'bold' as const }));
  const body = rows.map((row) => columns.map((column) => xlsxCell(column.value(row))));
  return writeExcelFile([head, ...body], { stickyRowsCount: 1 }).toBuffer();
}

function xlsxCell(value: CellValue) {
  if (value === null || value === '') return null;
  if (value instanceof Date) return { value, type: Date, format: 'yyyy-mm-dd hh:mm' };
  if (typeof value === 'number') return { value, type: Number };
  if (typeof value === 'boolean') return { value, type: Boolean };
  // XML 1.0 knows no control characters, and a cell holds a limited text.
  return { value: value.replace(/(?![\t\n\r])\p{Cc}/gu, '').slice(0, longestCell), type: String };
}
