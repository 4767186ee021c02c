import type { CaseFilter, CaseSort } from '../ports/case-index.ts';
import type { TextHits, TextIndex } from '../ports/text-index.ts';
import { Bits } from './bits.ts';
import { type CaseTables, matchingRows } from './matching-rows.ts';
import { cursorOf, readCursor, takePage } from './take-page.ts';

export interface TextPage {
  rows: number[];
  total: number;
  next?: string;
}

interface Page {
  limit: number;
  after?: string;
}

const newestFirst = { key: 'number', descending: true } as const;

/** Where words must occur as well: the text index says which cases, the columns which of them and in which order. */
export async function findByText(
  tables: CaseTables,
  text: TextIndex,
  { q = '', ...filter }: CaseFilter,
  sort: CaseSort,
  page: Page,
  nowMs: number,
): Promise<TextPage> {
  const hits = await text.hits(q);
  const { key } = sort;
  if (key === 'relevance' && hits.ranked !== undefined) return pageOfBest(tables, hits.ranked, filter, page, nowMs);
  if (key === 'relevance' && isOpen(filter)) return pageOfNewest(text, q, hits, page);
  const rows = matchingRows(tables, filter, nowMs, setOf(tables, hits.ranked ?? (await text.rows(q))));
  const total = rows.count();
  return { ...takePage(tables, rows, total, key === 'relevance' ? newestFirst : { ...sort, key }, page), total };
}

/** Few enough to have been put in order of how well they fit; the cursor counts. */
function pageOfBest(tables: CaseTables, ranked: Uint32Array, filter: CaseFilter, page: Page, nowMs: number): TextPage {
  const sort: CaseSort = { key: 'relevance', descending: false };
  const allowed = matchingRows(tables, filter, nowMs);
  const fitting = [...ranked].filter((row) => row < tables.columns.size && allowed.has(row));
  const start = page.after === undefined ? 0 : (readCursor(page.after, sort).key ?? 0);
  const rows = fitting.slice(start, start + page.limit);
  const end = start + rows.length;
  const total = fitting.length;
  return { rows, total, ...(end < total && { next: cursorOf(sort, { key: end, row: 0 }) }) };
}

/** So many that the newest come first, straight from the text index. */
async function pageOfNewest(text: TextIndex, q: string, { total }: TextHits, page: Page): Promise<TextPage> {
  const below = page.after === undefined ? Number.MAX_SAFE_INTEGER : readCursor(page.after, newestFirst).row;
  const found = [...(await text.newest(q, below, page.limit + 1))];
  const rows = found.slice(0, page.limit);
  const row = rows.at(-1);
  const more = row !== undefined && found.length > page.limit;
  return { rows, total, ...(more && { next: cursorOf(newestFirst, { key: row, row }) }) };
}

function isOpen(filter: CaseFilter): boolean {
  return Object.values(filter).every((value) => value === undefined || (Array.isArray(value) && value.length === 0));
}

export function setOf({ columns }: CaseTables, rows: Uint32Array): Bits {
  const bits = new Bits(columns.size);
  for (const row of rows) if (row < columns.size) bits.add(row);
  return bits;
}
