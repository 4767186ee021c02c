import type { Actor } from '../../domain/access/actor.ts';
import { othersReplying, type PresentPerson } from '../../domain/presence/people.ts';
import { type PresenceDoing, type PresenceSurface, presenceSurfaces } from '../../domain/vocabulary.ts';
import type { CaseDeps } from '../cases/deps.ts';
import { caseIdOf, getCase } from '../cases/find-case.ts';
import type { PresenceBook } from './presence-book.ts';

/** Whoever says nothing for so long is gone; clients say it again about three times in that time. */
export const presenceMs = 90_000;

export interface CasePeople {
  caseId: string;
  people: PresentPerson[];
}

export interface PresenceSaying {
  /** `gone` ends it. */
  doing: PresenceDoing | 'gone';
  /** That of the request unless given. */
  surface?: PresenceSurface | undefined;
}

/** Who is at a case now. It is known in memory alone, and worth a warning, never a lock. */
export interface PresenceUseCases {
  /** @throws Failure `not-found` */
  casePresence(ref: string): Promise<CasePeople>;
  /** Says for the next 90 seconds that somebody is at a case, and answers who is. @throws Failure `not-found` */
  bePresent(actor: Actor, ref: string, saying: PresenceSaying): Promise<CasePeople>;
  /** Who but the caller writes a reply to the case now. @throws Failure `not-found` for an unknown number */
  alsoReplying(actor: Actor, ref: string): PresentPerson[];
}

export function bindPresence(
  deps: Pick<CaseDeps, 'index' | 'store' | 'clock'> & { book: PresenceBook },
): PresenceUseCases {
  const { book, clock } = deps;
  const at = (caseId: string): CasePeople => ({ caseId, people: book.at(caseId) });
  return {
    casePresence: async (ref) => at((await getCase(deps, ref)).value.id),
    async bePresent(actor, ref, { doing, surface = surfaceOf(actor) }) {
      const { id: caseId } = (await getCase(deps, ref)).value;
      const key = `${actor.id} ${surface} ${caseId}`;
      const { id, name } = actor;
      if (doing === 'gone') book.leave(key);
      else book.enter(key, caseId, { id, name, surface, doing, since: clock.now() }, clock.nowMs() + presenceMs);
      return at(caseId);
    },
    alsoReplying: (actor, ref) => othersReplying(book.at(caseIdOf(deps, ref)), actor.id),
  };
}

function surfaceOf({ surface }: Actor): PresenceSurface {
  return presenceSurfaces.find((known) => known === surface) ?? 'api';
}
