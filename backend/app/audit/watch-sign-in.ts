import { isFailure } from '../../domain/failure.ts';
import type { AuditLog } from '../../ports/audit.ts';
import type { Authenticate } from '../../ports/sign-in.ts';
import type { Clock, Ids, Log } from '../../ports/system.ts';

/** The same refusal is noted once in this time: what somebody repeats a thousand times is one thing to account for. */
const quietMs = 10 * 60_000;
const mostKnown = 1_000;
const nobody = { id: 'unknown', name: 'Unknown', role: null, surface: 'api' } as const;

interface WatchDeps {
  audit: AuditLog;
  clock: Clock;
  ids: Ids;
  log: Log;
}

/**
 * Notes tokens that are not good, and people whom the directory gives no role. An expired token is everybody's daily
 * bread. A refusal is noted behind the answer: whoever is refused must not wait, nor fail for it.
 */
export function watchSignIn(authenticate: Authenticate, deps: WatchDeps): Authenticate {
  const noted = new Map<string, number>();
  function note(key: string, actor: typeof nobody | Awaited<ReturnType<Authenticate>>['actor'], why: string): void {
    const now = deps.clock.nowMs();
    if (now - (noted.get(key) ?? Number.NEGATIVE_INFINITY) < quietMs) return;
    if (noted.size >= mostKnown) noted.clear();
    noted.set(key, now);
    const changes = [{ field: 'reason', from: null, to: why }];
    const entry = { id: deps.ids.caseId(), at: deps.clock.now(), kind: 'sign_in.refused' as const, actor };
    deps.audit
      .note({ ...entry, subject: null, changes })
      .catch((error) => deps.log.warn('a refused sign-in was not noted', { error: String(error) }));
  }
  return async (token) => {
    try {
      const signedIn = await authenticate(token);
      if (signedIn.actor.role === null) note(signedIn.actor.id, signedIn.actor, 'No role.');
      return signedIn;
    } catch (error) {
      const expired = isFailure(error) && /expired/.test(error.message);
      if (isFailure(error, 'unauthenticated') && !expired) note('', nobody, error.message);
      throw error;
    }
  };
}
