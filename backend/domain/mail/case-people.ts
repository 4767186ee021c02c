import { type Address, header, type IncomingMail } from './mail.ts';
import type { FoundCase } from './match-facts.ts';

/** Only From counts: it is the one address that DMARC protects, Sender and Reply-To can say anything. */
export function senderIsKnown(mail: IncomingMail, found: FoundCase): boolean {
  return mail.from !== null && found.participants.some((person) => sameAddress(person, mail.from));
}

/** True when the sender or anybody the mail is addressed to is on the case. */
export function sharesPeople(mail: IncomingMail, found: FoundCase): boolean {
  const people = [mail.from, ...mail.to, ...mail.cc];
  return found.participants.some((person) => people.some((one) => sameAddress(person, one)));
}

/** True when the receiving server found that From is forged (RFC 8601; `compauth` is Exchange Online's verdict). */
export function failsAuthentication(mail: IncomingMail): boolean {
  return /\b(?:dmarc|compauth)=fail\b/i.test(header(mail, 'authentication-results') ?? '');
}

function sameAddress(one: Address, other: Address | null): boolean {
  const email = one.email.trim().toLowerCase();
  return email !== '' && email === other?.email.trim().toLowerCase();
}
