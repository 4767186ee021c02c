import type { CustomerList } from '../contracts/customer.ts';
import { instant, type SheetColumn } from './case-sheet.ts';

/** What an export tells of a customer, a column each. */
export const customerColumns: SheetColumn<CustomerList['items'][number]>[] = [
  { header: 'Name', value: (c) => c.name },
  { header: 'Address', value: (c) => c.email },
  { header: 'Cases', value: (c) => c.cases },
  { header: 'Open cases', value: (c) => c.openCases },
  { header: 'Last message', value: (c) => instant(c.lastMessageAt) },
];
