import type { CustomerUseCases, ListedCustomer } from '../../app/customers/customer-use-cases.ts';
import type { PersonExport } from '../../app/privacy/export-person.ts';
import type { PrivacyUseCases } from '../../app/privacy/privacy-use-cases.ts';
import type { CustomerExport, CustomerList } from '../../contracts/customer.ts';
import { presentCase, type Viewer } from '../../present/present-case.ts';
import { presentFate } from '../../present/present-fate.ts';
import { presentEvent, presentMessage } from '../../present/present-message.ts';
import { presentTask } from '../../present/present-task.ts';
import type { ApiHandlers } from './api-handlers.ts';

type CustomerRoutes = Pick<ApiHandlers, 'listCustomers' | 'getCustomer' | 'exportCustomer' | 'eraseCustomer'>;

export function customerRoutes(app: CustomerUseCases & PrivacyUseCases): CustomerRoutes {
  return {
    listCustomers: async ({ query }) => {
      const { items, total, next } = await app.listCustomers(query);
      return { body: { items: items.map(presentCustomer), total, ...(next !== undefined && { next }) } };
    },
    getCustomer: async ({ params, query, viewer }) => {
      const { limit, after } = query;
      const { page, ...customer } = await app.getCustomer(params.email, {
        limit,
        ...(after !== undefined && { after }),
      });
      const items = page.items.map((item) => presentCase(item, viewer));
      const { total, next } = page;
      return { body: { ...customer, items, total, ...(next !== undefined && { next }) } };
    },
    exportCustomer: async ({ actor, params, viewer }) => {
      const found = await app.exportPerson(actor, params.email);
      const headers = { 'Content-Disposition': 'attachment; filename="customer.json"', 'Cache-Control': 'no-store' };
      return { body: presentExport(found, viewer), headers };
    },
    eraseCustomer: async ({ actor, params, query }) => ({
      body: await app.erasePerson(actor, params.email, query.dryRun),
    }),
  };
}

export function presentCustomer({ newest, ...customer }: ListedCustomer): CustomerList['items'][number] {
  return { ...customer, lastMessageAt: newest.value.lastMessageAt };
}

function presentExport(found: PersonExport, viewer: Viewer): CustomerExport {
  return {
    ...found,
    cases: found.cases.map(({ case: value, messages, history, tasks }) => ({
      case: presentCase({ value, etag: '' }, viewer),
      messages: messages.map(presentMessage),
      history: history.map(presentEvent),
      tasks: tasks.map((task) => presentTask({ value: task, etag: '', blocked: false }, viewer)),
    })),
    messages: found.messages.map(presentMessage),
    mails: found.mails.map((fate) => presentFate(fate, null)),
  };
}
