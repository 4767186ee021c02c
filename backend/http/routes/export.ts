import type { App } from '../../app/app.ts';
import { presentCase } from '../../present/present-case.ts';
import { presentTask } from '../../present/present-task.ts';
import { filterFrom, sortOf } from '../case-query.ts';
import { caseColumns } from '../case-sheet.ts';
import { customerColumns } from '../customer-sheet.ts';
import { exportList } from '../export-list.ts';
import { taskFilterFrom, taskSortFrom } from '../task-query.ts';
import { taskColumns } from '../task-sheet.ts';
import type { ApiHandlers } from './api-handlers.ts';
import { presentCustomer } from './customers.ts';

const pageSize = 200;
/** Every page of tasks looks at all of them. */
const tasksAtOnce = 1_000;

type ExportApp = Pick<App, 'listCases' | 'listTasks' | 'listCustomers' | 'getCase' | 'noteExport'>;
type ExportRoutes = Pick<ApiHandlers, 'exportCases' | 'exportTasks' | 'exportCustomers'>;

export function exportRoutes(app: ExportApp): ExportRoutes {
  return {
    exportCases: async ({ query, actor, viewer, search }) => {
      await app.noteExport(actor, { list: 'cases', format: query.format, filters: filtersOf(search) });
      const asked = { ...query, limit: pageSize };
      const [filter, sort] = [filterFrom(asked, actor.id), sortOf(asked)];
      const page = async (after: string | undefined) => {
        const { items, ...rest } = await app.listCases(filter, sort, pageOf(pageSize, after));
        return { rows: items.map((item) => presentCase(item, viewer)), ...rest };
      };
      return exportList(query.format, { name: 'cases', columns: caseColumns, page }, viewer.nowMs);
    },
    exportTasks: async ({ query, actor, viewer, search }) => {
      await app.noteExport(actor, { list: 'tasks', format: query.format, filters: filtersOf(search) });
      const filter = await taskFilterFrom(app, query, actor.id);
      const sort = taskSortFrom(query.sort);
      const page = async (after: string | undefined) => {
        const { items, ...rest } = await app.listTasks(filter, sort, pageOf(tasksAtOnce, after));
        return { rows: items.map((item) => presentTask(item, viewer)), ...rest };
      };
      return exportList(query.format, { name: 'tasks', columns: taskColumns, page }, viewer.nowMs);
    },
    exportCustomers: async ({ query, actor, viewer, search }) => {
      await app.noteExport(actor, { list: 'customers', format: query.format, filters: filtersOf(search) });
      const page = async (after: string | undefined) => {
        const asked = { ...pageOf(pageSize, after), ...(query.q !== undefined && { q: query.q }) };
        const { items, total, next } = await app.listCustomers(asked);
        return { rows: items.map(presentCustomer), total, next };
      };
      return exportList(query.format, { name: 'customers', columns: customerColumns, page }, viewer.nowMs);
    },
  };
}

/** By what the rows were chosen, without the values: they may be a customer's. */
function filtersOf(search: string): string {
  return [...new Set(new URLSearchParams(search).keys())].filter((name) => name !== 'format').join(', ');
}

function pageOf(limit: number, after: string | undefined): { limit: number; after?: string } {
  return { limit, ...(after !== undefined && { after }) };
}
