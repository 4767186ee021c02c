import type { Address, IncomingMail } from './mail.ts';

/** True for one of the mailboxes, also with something behind a plus sign. */
export function isOurs(email: string, mailboxes: string[]): boolean {
  const base = email
    .trim()
    .toLowerCase()
    .replace(/\+[^@]{0,200}@/, '@');
  return mailboxes.some((mailbox) => mailbox.toLowerCase() === base);
}

/** Case numbers in the addresses of ours that a mail was sent to, such as `support+hc-1042@contoso.example`. */
export function plusNumbers(mail: Pick<IncomingMail, 'to' | 'cc'>, mailboxes: string[]): string[] {
  const numbers = [...mail.to, ...mail.cc].flatMap((one) => numberOf(one, mailboxes));
  return [...new Set(numbers)].slice(0, 10);
}

function numberOf({ email }: Address, mailboxes: string[]): string[] {
  const digits = /\+hc-?(\d{1,12})@/i.exec(email)?.[1];
  return digits !== undefined && isOurs(email, mailboxes) ? [`HC-${digits}`] : [];
}
