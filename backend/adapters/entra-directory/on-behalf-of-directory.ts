import * as z from 'zod';
import { Failure, type FailureCode } from '../../domain/failure.ts';
import type { PeopleDirectory } from '../../ports/directory.ts';

export interface OnBehalfOfSettings {
  clientId: string;
  clientSecret: string;
  tenantId: string;
  /** `https://login.microsoftonline.com` when absent; other clouds have their own. */
  authorityHost?: string | undefined;
  /** Such as `https://graph.microsoft.com/v1.0`. */
  graphBaseUrl: string;
}

/** Exchanges the signed-in person's token for one that Graph accepts. */
export type GraphTokenFor = (ssoToken: string) => Promise<string>;

const scopes = ['https://graph.microsoft.com/User.ReadBasic.All'];
const patienceMs = 10_000;
const userBody = z.object({
  id: z.string().nullish(),
  displayName: z.string().nullish(),
  mail: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
});

/** Looks people up with the rights of whoever is signed in, so that nobody sees more than Entra shows them. */
export function createOnBehalfOfDirectory(
  settings: OnBehalfOfSettings,
  graphTokenFor: GraphTokenFor = onBehalfOf(settings),
): PeopleDirectory {
  return {
    async person(ssoToken, userId) {
      const token = await graphTokenFor(ssoToken).catch((error: unknown) => {
        throw tokenFailure(error);
      });
      return readPerson(userId, await askGraph(settings.graphBaseUrl, token, userId));
    },
  };
}

/** The library takes its time to load, and most deployments never look anybody up: loaded at the first call. */
function onBehalfOf(settings: OnBehalfOfSettings): GraphTokenFor {
  return async (ssoToken) => {
    const { OnBehalfOfUserCredential } = await import('@microsoft/teamsfx');
    const { clientId, clientSecret, tenantId, authorityHost = 'https://login.microsoftonline.com' } = settings;
    const credential = badTokenIsUnauthenticated(
      () => new OnBehalfOfUserCredential(ssoToken, { clientId, clientSecret, tenantId, authorityHost }),
    );
    const token = await credential.getToken(scopes);
    if (token === null) throw new Failure('unavailable', 'Entra gave no token.');
    return token.token;
  };
}

/** Reading the token is all the constructor does besides checking the settings. */
function badTokenIsUnauthenticated<T>(create: () => T): T {
  try {
    return create();
  } catch (error) {
    if (codeOf(error) !== 'InternalError') throw error;
    throw new Failure('unauthenticated', 'The sign-in token cannot be read.', { cause: error });
  }
}

/** Error codes of the library; it has no others for this flow. */
const failureCodes: Record<string, FailureCode> = {
  UiRequiredError: 'forbidden',
  TokenExpiredError: 'unauthenticated',
  InvalidParameter: 'invalid',
  InvalidConfiguration: 'invalid',
};

function tokenFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const code = failureCodes[codeOf(error)] ?? 'unavailable';
  return new Failure(code, `Entra gave no token for Graph (${codeOf(error) || 'unknown'}).`, { cause: error });
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
}

async function askGraph(baseUrl: string, token: string, userId: string): Promise<unknown> {
  const url = `${baseUrl.replace(/\/+$/, '')}/users/${encodeURIComponent(userId)}?$select=id,displayName,mail,userPrincipalName`;
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
  try {
    const response = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(patienceMs) });
    if (!response.ok) throw graphFailure(response);
    return await response.json();
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure('unavailable', 'Graph did not answer.', { cause: error });
  }
}

function graphFailure(response: Response): Failure {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  const details = Number.isFinite(seconds) ? { retryAfterSeconds: seconds } : {};
  return new Failure(graphCode(response.status), `Graph answered ${response.status}.`, details);
}

function graphCode(status: number): FailureCode {
  if (status === 401) return 'unauthenticated';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 429) return 'throttled';
  return status >= 500 || status === 408 ? 'unavailable' : 'invalid';
}

function readPerson(userId: string, body: unknown): Awaited<ReturnType<PeopleDirectory['person']>> {
  const parsed = userBody.safeParse(body);
  if (!parsed.success) throw new Failure('unavailable', 'Graph answered something else than a person.');
  const { id, displayName, mail, userPrincipalName } = parsed.data;
  const email = mail ?? userPrincipalName ?? '';
  return { id: id ?? userId, name: displayName ?? email, email };
}
