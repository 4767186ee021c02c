import type { Actor } from '../domain/access/actor.ts';

/** Somebody whose token was believed. */
export interface SignedIn {
  /** Surface is `api` until the door knows better. */
  actor: Actor;
  /** Milliseconds since the epoch; nothing may be done in this name afterwards. */
  expiresAtMs: number;
}

/**
 * Believes an access token or not. @throws Failure `unauthenticated` for a bad token, `unavailable` when the keys that
 * would decide cannot be fetched
 */
export type Authenticate = (token: string) => Promise<SignedIn>;
