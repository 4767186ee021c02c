import type { CustomerUseCases } from '../../backend/app/customers/customer-use-cases.ts';
import type { PrivacyUseCases } from '../../backend/app/privacy/privacy-use-cases.ts';
import { Failure } from '../../backend/domain/failure.ts';
import { nothingErased } from '../../backend/ports/erasures.ts';

/** Nobody is known. */
export const fakeCustomers: CustomerUseCases & PrivacyUseCases = {
  listCustomers: async () => ({ items: [], total: 0 }),
  getCustomer: async () => {
    throw new Failure('not-found', 'There is no such customer.');
  },
  exportPerson: async (_actor, email) => ({
    ...{ email, names: [], asOf: '2026-11-24T13:20:00.000Z' },
    ...{ cases: [], messages: [], mails: [] },
  }),
  countPastRetention: async () => ({ cases: 0 }),
  erasePerson: async (_actor, _email, dryRun) => ({ id: 'e1', dryRun, state: 'done', counts: nothingErased }),
};
