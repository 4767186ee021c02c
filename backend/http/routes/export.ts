import type { CaseUseCases } from '../../app/cases/case-use-cases.ts';
import type { Case } from '../../contracts/case.ts';
import { Failure } from '../../domain/failure.ts';
import type { CaseFilter, CaseSort } from '../../ports/case-index.ts';
import { presentCase, type Viewer } from '../../present/present-case.ts';
import { filterFrom, sortOf } from '../case-query.ts';
import { caseColumns } from '../case-sheet.ts';
import { csvOf, xlsxOf } from '../sheet-files.ts';
import type { ApiHandlers } from './api-handlers.ts';

const mostCases = 20_000;
const pageSize = 200;
const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export function exportRoutes(app: Pick<CaseUseCases, 'listCases'>): Pick<ApiHandlers, 'exportCases'> {
  return {
    exportCases: async ({ query, actor, viewer }) => {
      const asked = { ...query, limit: pageSize };
      const rows = await rowsOf(app, filterFrom(asked, actor.id), sortOf(asked), viewer);
      const bytes = query.format === 'csv' ? csvOf(caseColumns, rows) : await xlsxOf(caseColumns, rows);
      const name = `cases-${new Date(viewer.nowMs).toISOString().slice(0, 10)}.${query.format}`;
      const headers = { 'Content-Type': types[query.format], 'Content-Disposition': `attachment; filename="${name}"` };
      return { body: bytes, headers: { ...headers, 'Cache-Control': 'no-store' } };
    },
  };
}

/** @throws Failure `invalid` when more match than a file holds */
async function rowsOf(
  app: Pick<CaseUseCases, 'listCases'>,
  filter: CaseFilter,
  sort: CaseSort,
  viewer: Viewer,
): Promise<Case[]> {
  const rows: Case[] = [];
  for (let after: string | undefined; ; ) {
    const page = await app.listCases(filter, sort, { limit: pageSize, ...(after !== undefined && { after }) });
    if (page.total > mostCases) {
      throw new Failure('invalid', `${page.total} cases match, and a file holds ${mostCases}. Narrow the filter.`);
    }
    rows.push(...page.items.map((item) => presentCase(item, viewer)));
    after = page.next;
    if (after === undefined) return rows;
  }
}
