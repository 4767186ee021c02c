import type { SupportCase } from '../../backend/domain/case/case.ts';
import { openCase } from '../../backend/domain/case/open.ts';

let counter = 0;

/** An open case of Nadia Haddad, created 24 November 2026, 13:06 UTC. */
export function aCase(fields: Partial<SupportCase> = {}): SupportCase {
  counter += 1;
  const customer = { email: 'nadia.haddad@example.com', name: 'Nadia Haddad' };
  const opened = openCase({
    id: counter.toString(16).padStart(24, '0'),
    number: `HC-${1000 + counter}`,
    subject: 'Water is coming through the ceiling',
    customer,
    participants: [customer],
    mailbox: 'support@contoso.example',
    source: 'mail',
    linked: [],
    at: '2026-11-24T13:06:00.000Z',
  });
  return { ...opened, ...fields };
}
