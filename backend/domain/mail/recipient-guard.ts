import type { CaseMessage, SupportCase } from '../case/case.ts';
import type { Address } from './mail.ts';

export interface Recipients {
  to: Address[];
  cc: Address[];
}

/** Somebody who would be added or dropped, or would receive the mail. */
export interface CheckedPerson extends Address {
  /** Their address is of none of our domains. */
  external: boolean;
  /** An outsider who is neither the customer nor has been on the case before. */
  thirdParty: boolean;
  /** Mail to them came back. */
  undeliverable: boolean;
}

/** What a reply does to the circle of those who read along, compared with the mail it answers. */
export interface RecipientCheck {
  to: CheckedPerson[];
  cc: CheckedPerson[];
  added: CheckedPerson[];
  dropped: CheckedPerson[];
  /** True when somebody is added or dropped; then the sender must say that this is meant. */
  changed: boolean;
}

/** What is ours, lower case. */
export interface OurAddresses {
  /** The watched mailboxes: they never receive their own mail. */
  mailboxes: readonly string[];
  /** Domains of the mailboxes and of everybody who works here. */
  domains: readonly string[];
}

/**
 * Whom a reply to everybody reaches: whoever wrote, and all others who read along but ourselves. Of our own mail those
 * who received it; without a mail the customer.
 */
export function replyAll(
  answered: CaseMessage | null,
  customer: Address,
  our: Pick<OurAddresses, 'mailboxes'>,
): Recipients {
  if (answered === null) return { to: [customer], cc: [] };
  const author = answered.direction === 'outbound' ? [] : [answered.replyTo?.[0] ?? answered.from ?? customer];
  const to = onceEach([...author, ...answered.to].filter((person) => !isOurs(person, our)));
  const cc = onceEach(answered.cc.filter((person) => !isOurs(person, our))).filter((person) => !has(to, person));
  return to.length === 0 && cc.length === 0 ? { to: [customer], cc: [] } : { to, cc };
}

/** Compares those who are to receive the reply with those who would expect it. Moving somebody between To and Cc is no change. */
export function checkRecipients(
  proposed: Recipients,
  expected: Recipients,
  value: Pick<SupportCase, 'customer' | 'participants' | 'undeliverable'>,
  our: OurAddresses,
): RecipientCheck {
  const known = [value.customer, ...value.participants];
  const look = (person: Address): CheckedPerson => {
    const external = !our.domains.includes(domainOf(person));
    const undeliverable = value.undeliverable.includes(person.email.toLowerCase());
    return { ...person, external, thirdParty: external && !has(known, person), undeliverable };
  };
  const receiving = [...proposed.to, ...proposed.cc];
  const expecting = [...expected.to, ...expected.cc];
  const added = onceEach(receiving.filter((person) => !has(expecting, person))).map(look);
  const dropped = expecting.filter((person) => !has(receiving, person)).map(look);
  const changed = added.length + dropped.length > 0;
  return { to: proposed.to.map(look), cc: proposed.cc.map(look), added, dropped, changed };
}

/** Ours also with a part after a plus, as Exchange delivers it. */
function isOurs({ email }: Address, { mailboxes }: Pick<OurAddresses, 'mailboxes'>): boolean {
  const [local = '', domain = ''] = email.trim().toLowerCase().split('@');
  return mailboxes.includes(`${local.split('+')[0]}@${domain}`);
}

function onceEach(people: readonly Address[]): Address[] {
  return people.filter((person, at) => people.findIndex((other) => same(person, other)) === at);
}

function has(people: readonly Address[], person: Address): boolean {
  return people.some((other) => same(other, person));
}

function same(one: Address, other: Address): boolean {
  return one.email.trim().toLowerCase() === other.email.trim().toLowerCase();
}

export function domainOf({ email }: Pick<Address, 'email'>): string {
  return email.trim().toLowerCase().split('@')[1] ?? '';
}
