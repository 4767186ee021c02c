import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { actorOfClaims } from '../../domain/access/app-roles.ts';
import { Failure } from '../../domain/failure.ts';
import type { Authenticate } from '../../ports/sign-in.ts';

export interface TokenVerifierConfig {
  /** Accepted `iss` values, exactly as in the tokens. */
  issuer: string | string[];
  /** Accepted `aud` values. */
  audience: string | string[];
  /** Address of the issuer's JSON Web Key Set. */
  jwksUri: string;
}

const clockToleranceSeconds = 60;
const keyFetchMs = 5_000;

/**
 * Believes access tokens that the issuer signed for this application. Keys are fetched when first needed and again when
 * a token names an unknown one, at most every 30 seconds.
 */
export function createTokenVerifier({ issuer, audience, jwksUri }: TokenVerifierConfig): Authenticate {
  const keys = keysFrom(createRemoteJWKSet(new URL(jwksUri), { timeoutDuration: keyFetchMs }));
  return async function authenticate(token) {
    const payload = await verified(token, keys, { issuer, audience });
    return { actor: actorOfClaims(payload), expiresAtMs: ((payload.exp ?? 0) + clockToleranceSeconds) * 1_000 };
  };
}

async function verified(token: string, keys: JWTVerifyGetKey, expected: Omit<TokenVerifierConfig, 'jwksUri'>) {
  try {
    const { payload } = await jwtVerify(token, keys, {
      ...expected,
      algorithms: ['RS256', 'ES256'],
      clockTolerance: clockToleranceSeconds,
      requiredClaims: ['exp'],
    });
    return payload;
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure('unauthenticated', reasonFor(error), { cause: error });
  }
}

function reasonFor(error: unknown): string {
  return error instanceof errors.JWTExpired ? 'The access token has expired.' : 'The access token is not valid.';
}

/** Tells a token that no key fits from an issuer that gave no keys: the first is the caller's fault, the second is not. */
function keysFrom(remote: JWTVerifyGetKey): JWTVerifyGetKey {
  return async (header, token) => {
    try {
      return await remote(header, token);
    } catch (error) {
      if (isTokensFault(error)) throw error;
      throw new Failure('unavailable', 'Sign-in cannot be checked now.', { cause: error, retryAfterSeconds: 10 });
    }
  };
}

function isTokensFault(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported
  );
}
