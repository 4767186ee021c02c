import { domainOf } from '../../domain/mail/recipient-guard.ts';
import type { Directory } from '../../ports/directory.ts';

export interface RecipientDeps {
  directory: Pick<Directory, 'agents'>;
  /** Lower-case addresses of the watched mailboxes. */
  ourMailboxes: string[];
}

/**
 * Who may be sent figures: people who work here, and whoever has an address of a domain that we take mail for. A watched
 * mailbox itself may not: what it gets becomes a case.
 */
export async function mayReceive({ directory, ourMailboxes }: RecipientDeps): Promise<(email: string) => boolean> {
  const people = new Set((await directory.agents()).map(({ email }) => email.toLowerCase()));
  const domains = new Set(ourMailboxes.map((email) => domainOf({ email })));
  return (email) => !ourMailboxes.includes(email) && (people.has(email) || domains.has(domainOf({ email })));
}
