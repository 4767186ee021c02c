import { useEffect, useState } from 'react';
import type { PresentPerson } from '../../../../backend/contracts/live.ts';
import { useBePresent, useLive } from '../../../session/live.tsx';
import { useSession } from '../../../session/session.ts';

/** Who else has the case before them; says the same of this person while it is shown. */
export function usePresence(caseId: string | null, replying: boolean): PresentPerson[] {
  const { me } = useSession();
  const bePresent = useBePresent();
  const [people, setPeople] = useState<PresentPerson[]>([]);
  useEffect(() => {
    if (caseId !== null) bePresent({ caseId, doing: replying ? 'replying' : 'viewing', surface: 'tab' });
  }, [bePresent, caseId, replying]);
  useEffect(() => () => bePresent({ caseId: null }), [bePresent]);
  useLive({
    onChanges: () => undefined,
    onGap: () => undefined,
    onPresence: (presence) => {
      if (presence.caseId === caseId) setPeople(presence.people);
    },
  });
  return oncePerPerson(people.filter(({ id }) => id !== me.id));
}

/** Somebody in several windows is one person, and replying beats viewing: those come first. */
function oncePerPerson(people: PresentPerson[]): PresentPerson[] {
  return people.filter(({ id }, at) => people.findIndex((each) => each.id === id) === at);
}
