import { z } from 'zod';
import { Customer, CustomerExport, CustomerList, CustomerQuery, Erasure } from '../customer.ts';
import type { Endpoint } from '../endpoint.ts';

const email = z.object({ email: z.email().max(320).toLowerCase() });

export const customerEndpoints = {
  listCustomers: {
    method: 'GET',
    path: '/api/customers',
    summary: 'Customers, those with the newest case first',
    tag: 'Customers',
    permission: 'cases.read',
    query: CustomerQuery,
    response: CustomerList,
    success: 200,
  },
  getCustomer: {
    method: 'GET',
    path: '/api/customers/{email}',
    summary: 'A customer with their cases, those changed last first',
    tag: 'Customers',
    permission: 'cases.read',
    params: email,
    query: CustomerQuery.omit({ q: true }),
    response: Customer,
    success: 200,
  },
  exportCustomer: {
    method: 'GET',
    path: '/api/customers/{email}/export',
    summary: 'Everything that is held on a person (GDPR, article 15); noted in the audit log',
    tag: 'Customers',
    permission: 'customers.erase',
    params: email,
    response: CustomerExport,
    success: 200,
  },
  eraseCustomer: {
    method: 'POST',
    path: '/api/customers/{email}/erase',
    summary: 'Take a person out of everything that is kept (GDPR, article 17); with dryRun only count what there is',
    tag: 'Customers',
    permission: 'customers.erase',
    params: email,
    query: z.object({ dryRun: z.stringbool().default(false) }),
    response: Erasure,
    success: 200,
    idempotencyKey: 'answer',
  },
} as const satisfies Record<string, Endpoint>;
