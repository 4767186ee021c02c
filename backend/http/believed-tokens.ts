import { hash } from 'node:crypto';
import type { Authenticate, SignedIn } from '../ports/sign-in.ts';
import type { Clock } from '../ports/system.ts';

/** A token is checked again after this time, so that a key that was withdrawn does not count for long. */
const longestMs = 5 * 60_000;
const mostTokens = 10_000;

interface Believed {
  who: Promise<SignedIn>;
  untilMs: number;
}

/**
 * Checks each token's signature once in a while instead of with every request. What is kept is a hash of the token, who
 * it stands for, and until when; never longer than the token itself is good. A token that is refused is not kept.
 */
export function believedTokens(authenticate: Authenticate, clock: Clock): Authenticate {
  const believed = new Map<string, Believed>();
  return async function authenticateOnce(token) {
    const name = hash('sha256', token, 'base64');
    const kept = believed.get(name);
    if (kept !== undefined && clock.nowMs() < kept.untilMs) return kept.who;
    const signedIn = await authenticate(token);
    const untilMs = Math.min(signedIn.expiresAtMs, clock.nowMs() + longestMs);
    believed.delete(name);
    believed.set(name, { who: Promise.resolve(signedIn), untilMs });
    for (const oldest of believed.keys()) {
      if (believed.size <= mostTokens) break;
      believed.delete(oldest);
    }
    return signedIn;
  };
}
