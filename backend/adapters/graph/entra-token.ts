import type { ClientSecretCredential } from '@azure/identity';
import { Failure } from '../../domain/failure.ts';

export interface EntraApplication {
  tenantId: string;
  clientId: string;
  clientSecret: string;
  /** Origin of the Graph the token is for; other clouds have their own. */
  graphOrigin?: string;
}

const longestWaitMs = 10_000;

/** Tokens of the application itself (client credentials). The credential keeps a token until shortly before it ends. */
export function createEntraToken(application: EntraApplication): () => Promise<string> {
  const scope = `${application.graphOrigin ?? 'https://graph.microsoft.com'}/.default`;
  let credential: ClientSecretCredential | undefined;

  async function token(): Promise<string> {
    // Loading the library takes a noticeable part of a second, which the sandbox need not pay.
    const { ClientSecretCredential } = await import('@azure/identity');
    const { tenantId, clientId, clientSecret } = application;
    credential ??= new ClientSecretCredential(tenantId, clientId, clientSecret);
    const answer = await credential.getToken(scope, { abortSignal: AbortSignal.timeout(longestWaitMs) });
    return answer.token;
  }

  return () =>
    token().catch((cause: unknown) => {
      throw new Failure(refused(cause) ? 'forbidden' : 'unavailable', 'Entra gave no token for Graph', { cause });
    });
}

/** Entra answered and said no, as for a wrong or expired secret; anything else may pass by itself. */
function refused(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return false;
  return error.statusCode === 400 || error.statusCode === 401 || error.statusCode === 403;
}
