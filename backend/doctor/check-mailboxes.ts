import { createEntraToken } from '../adapters/graph/entra-token.ts';
import { createGraphMailbox } from '../adapters/graph/graph-mailbox.ts';
import type { Config } from '../config.ts';
import { type FailureCode, isFailure } from '../domain/failure.ts';
import type { Log } from '../ports/system.ts';
import { type Finding, fault, ok } from './finding.ts';

const scopeFix =
  'Give the application the Exchange role "Application Mail.Read" for this mailbox (docs/administrator.md, Mailbox ' +
  'rights). A new assignment takes up to two hours to work.';

const sendFix =
  'Give the application the Exchange roles "Application Mail.ReadWrite" and "Application Mail.Send" for this mailbox ' +
  '(docs/administrator.md, Mailbox rights). A new assignment takes up to two hours to work.';

const fixes: Partial<Record<FailureCode, string>> = {
  forbidden: scopeFix,
  unauthenticated: 'Check MICROSOFT_CLIENT_ID, MICROSOFT_CLIENT_SECRET and MICROSOFT_TENANT_ID.',
  'not-found': 'Check the address in SUPPORT_MAILBOXES; it must be a mailbox in Exchange Online, not a group.',
  throttled: 'Graph is busy with other requests of this application. Wait some minutes, then look again.',
  unavailable: 'Check that this machine reaches the address in GRAPH_BASE_URL over https.',
};

/** The sign-in of the application itself, then each mailbox with the same code that reads mail later. */
export async function checkMailboxes(config: Config, baseUrl: string, log: Log): Promise<Finding[]> {
  const token = tokenOf(config, baseUrl);
  const signIn = await checkSignIn(config, token);
  if (signIn.some(({ kind, about }) => kind === 'fault' && about === 'Entra')) return signIn;
  const mailbox = createGraphMailbox({ baseUrl, token, log, timeoutMs: 15_000, maxRetries: 1, longestWaitSeconds: 5 });
  const read = config.mailboxes.map(async (address) => {
    try {
      await mailbox.receivedSince(address, new Date().toISOString());
      return ok('mailbox', `${address} can be read`);
    } catch (error) {
      const code = isFailure(error) ? error.code : 'unavailable';
      return fault('mailbox', `${address} cannot be read (${code})`, fixes[code] ?? scopeFix);
    }
  });
  const send = config.mailboxes.map(async (address) => {
    try {
      await mailbox.maySend(address);
      return ok('mailbox', `${address} can be sent from`);
    } catch (error) {
      const code = isFailure(error) ? error.code : 'unavailable';
      return fault(
        'mailbox',
        `${address} cannot be sent from (${code})`,
        code === 'forbidden' ? sendFix : (fixes[code] ?? sendFix),
      );
    }
  });
  return [...signIn, ...(await Promise.all([...read, ...send]))];
}

function tokenOf(config: Config, baseUrl: string): () => Promise<string> {
  const { origin, protocol } = new URL(baseUrl);
  if (protocol !== 'https:' || config.microsoft === null) return async () => config.graph.token;
  return createEntraToken({ ...config.microsoft, graphOrigin: origin });
}

async function checkSignIn(config: Config, token: () => Promise<string>): Promise<Finding[]> {
  if (config.microsoft === null) return [];
  try {
    const wide = tenantWideMailRights(await token());
    const signedIn = ok('Entra', 'the application signs in to Graph');
    return wide.length === 0
      ? [signedIn, ok('mailbox rights', 'no right on all mailboxes of the tenant')]
      : [signedIn, tooWide(wide)];
  } catch {
    return [
      fault(
        'Entra',
        'the application gets no token for Graph',
        'Check MICROSOFT_TENANT_ID, MICROSOFT_CLIENT_ID and MICROSOFT_CLIENT_SECRET; secrets expire. Make a new one in ' +
          'Entra under App registrations > Certificates & secrets.',
      ),
    ];
  }
}

function tooWide(rights: string[]): Finding {
  return fault(
    'mailbox rights',
    `the application may use every mailbox of the tenant (${rights.join(', ')})`,
    'Remove these permissions from the application in Entra and grant them for the support mailboxes alone in Exchange ' +
      '(docs/administrator.md, Mailbox rights). Grants add up, so the narrow one changes nothing while the wide one stays.',
  );
}

/**
 * Mail rights that Entra has granted on the whole tenant: they stand in the `roles` of an application's token. Rights
 * that Exchange grants by role for some mailboxes never do.
 */
export function tenantWideMailRights(token: string): string[] {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    if (typeof claims !== 'object' || claims === null || !('roles' in claims) || !Array.isArray(claims.roles))
      return [];
    return claims.roles.filter((role): role is string => typeof role === 'string' && /^(Mail|full_access)/.test(role));
  } catch {
    return [];
  }
}
