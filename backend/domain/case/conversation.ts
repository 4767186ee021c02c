import type { CaseMessage } from './case.ts';

/** What passed between the customer's side and us, and notes; mail to and from those who do a task outside is left out. */
export function customerConversation(messages: readonly CaseMessage[]): CaseMessage[] {
  return messages.filter(({ task }) => task === undefined);
}

/** What the customer's side wrote last, or undefined. */
export function lastOfCustomer(messages: readonly CaseMessage[]): CaseMessage | undefined {
  return customerConversation(messages).findLast(({ direction }) => direction === 'inbound');
}

/** What the customer's side wrote first, or undefined. */
export function firstOfCustomer(messages: readonly CaseMessage[]): CaseMessage | undefined {
  return customerConversation(messages).find(({ direction }) => direction === 'inbound');
}
