import { Failure } from '../../domain/failure.ts';
import type { Address } from '../../domain/mail/mail.ts';
import { caseStatuses, endedStatuses } from '../../domain/vocabulary.ts';
import type { CustomerPage, CustomerQuery } from '../../ports/case-index.ts';
import type { CasePage, VersionedCase } from '../cases/case-use-cases.ts';
import type { CaseDeps } from '../cases/deps.ts';
import { listCases } from '../cases/list-cases.ts';

export interface CustomerCounts {
  cases: number;
  openCases: number;
}

export interface ListedCustomer extends Address, CustomerCounts {
  newest: VersionedCase;
}

/** A customer as their cases show them. */
export interface Customer extends Address, CustomerCounts {
  /** Mail to them came back, or they complained, as the newest case has it. */
  undeliverable: boolean;
  firstCaseAt: string;
  lastMessageAt: string;
  /** Their cases, those changed last first. */
  page: CasePage;
}

export interface CustomerUseCases {
  listCustomers(query: CustomerQuery): Promise<Omit<CustomerPage, 'items'> & { items: ListedCustomer[] }>;
  /** @throws Failure `not-found` for whoever has no case */
  getCustomer(email: string, page: { limit: number; after?: string }): Promise<Customer>;
}

const openStatuses = caseStatuses.filter((status) => !endedStatuses.includes(status));

export function bindCustomers(deps: Pick<CaseDeps, 'index' | 'store'>): CustomerUseCases {
  return {
    async listCustomers(query) {
      const { items, ...rest } = deps.index.customers(query);
      const listed = await Promise.all(
        items.map(async ({ email, newestCase, ...counts }) => {
          const newest = await deps.store.get(newestCase);
          return newest === undefined ? [] : [{ email, name: newest.value.customer.name, ...counts, newest }];
        }),
      );
      return { ...rest, items: listed.flat() };
    },
    async getCustomer(address, page) {
      const email = address.toLowerCase();
      const [newestId] = deps.index.ofCustomer(email, 1);
      const newest = newestId === undefined ? undefined : await deps.store.get(newestId);
      if (newest === undefined) throw new Failure('not-found', 'There is no such customer.');
      const filter = { customer: [email] };
      const byTime = { key: 'created', descending: false } as const;
      const [first] = (await listCases(deps, filter, byTime, { limit: 1 })).items;
      const found = await listCases(deps, filter, { key: 'updated', descending: true }, page);
      const open = await deps.index.find({ ...filter, status: [...openStatuses] }, byTime, { limit: 1 });
      return {
        email,
        name: newest.value.customer.name,
        cases: found.total,
        openCases: open.total,
        undeliverable: newest.value.undeliverable.includes(email),
        firstCaseAt: (first ?? newest).value.createdAt,
        lastMessageAt: newest.value.lastMessageAt,
        page: found,
      };
    },
  };
}
