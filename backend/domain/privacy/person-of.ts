import type { SupportCase } from '../case/case.ts';
import type { Erasing } from './erased.ts';
import { type Person, type Scrub, scrubber } from './scrub.ts';

/** Whether everything written on the case is about them. */
export function isCaseOf(value: Pick<SupportCase, 'customer'>, email: string): boolean {
  return value.customer.email.toLowerCase() === email;
}

/** Names that stand beside the address on a case. */
export function namesOn(value: SupportCase, email: string): string[] {
  const people = [value.customer, ...value.participants];
  return people.filter((one) => one.email.toLowerCase() === email && one.name.trim() !== '').map(({ name }) => name);
}

/** How to erase one person: from their own cases everything, from others' what they wrote and where they are named. */
export function erasingOf(person: Person): (ownCase: boolean) => Erasing {
  const scrub: Scrub = scrubber([person]);
  const wrote = (email: string | null) => email?.toLowerCase() === person.email;
  return (whole) => ({ scrub, whole, wrote });
}
