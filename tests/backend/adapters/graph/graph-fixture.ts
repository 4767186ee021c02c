import { createGraphMailbox, type GraphMailboxOptions } from '../../../../backend/adapters/graph/graph-mailbox.ts';
import type { MailSender } from '../../../../backend/ports/mail-sender.ts';
import type { Mailbox } from '../../../../backend/ports/mailbox.ts';
import type { Log } from '../../../../backend/ports/system.ts';
import { type GraphEmulator, startGraphEmulator } from '../../../../backend/sandbox/graph-emulator/emulator.ts';

export const support = 'support@contoso.example';

export const quietLog: Log = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  with: () => quietLog,
};

export interface GraphFixture {
  emulator: GraphEmulator;
  mailbox: Mailbox;
  /** The adapter with other limits, on the same emulator. */
  another(options: Partial<GraphMailboxOptions>): Mailbox & MailSender;
}

/** The real adapter talking to the emulator over HTTP. */
export async function startGraphFixture(): Promise<GraphFixture> {
  const emulator = await startGraphEmulator({
    mailboxes: [support, 'sales@contoso.example'],
    token: 'a test token',
    notificationRetryDelaysMs: [10, 20],
  });
  const base = { baseUrl: emulator.url, token: async () => emulator.token, log: quietLog };
  const another = (options: Partial<GraphMailboxOptions>) => createGraphMailbox({ ...base, ...options });
  return { emulator, mailbox: another({}), another };
}

export function aGraphMessage(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    subject: 'The heating is cold',
    from: { emailAddress: { address: 'Ada@Fabrikam.Example', name: 'Ada' } },
    toRecipients: [{ emailAddress: { address: support, name: 'Support' } }],
    body: { contentType: 'text', content: 'Since this morning.' },
    internetMessageHeaders: [{ name: 'X-Origin', value: 'test' }],
    ...changes,
  };
}
