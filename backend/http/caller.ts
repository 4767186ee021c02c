import type { IncomingMessage } from 'node:http';
import type { Actor } from '../domain/access/actor.ts';
import { Failure } from '../domain/failure.ts';
import type { Authenticate } from '../ports/sign-in.ts';

/** The header by which our own clients say where their user is. Believed, because nothing is allowed by it. */
export const surfaceHeader = 'x-handyconnect-surface';
const clientSurfaces = ['tab', 'outlook', 'teams', 'api'] as const;

const bearer = /^Bearer +([A-Za-z0-9._~+/=-]{1,16384})$/i;

/** Who sends a request, and the token that says so: for asking others on their behalf, never kept or logged. */
export interface Caller {
  actor: Actor;
  token: string;
}

/** Who sends the request. @throws Failure `unauthenticated` without a token that holds */
export async function callerOf(request: IncomingMessage, authenticate: Authenticate): Promise<Caller> {
  const header = request.headers.authorization;
  if (header === undefined) throw new Failure('unauthenticated', 'This needs an access token.');
  const token = bearer.exec(header)?.[1];
  if (token === undefined) throw new Failure('unauthenticated', 'The access token must be sent as a bearer token.');
  const { actor } = await authenticate(token);
  const surface = clientSurfaces.find((known) => known === request.headers[surfaceHeader]);
  return { actor: { ...actor, surface: surface ?? 'api' }, token };
}
