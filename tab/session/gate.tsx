import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { createApi } from '../../ui/api.ts';
import type { TeamsHost } from '../host/teams.ts';
import { keepToken } from '../host/token-keeper.ts';
import { type Session, SessionProvider } from './session.ts';
import { SignIn } from './sign-in.tsx';
import { OpenInTeams, StartFailed, Starting } from './start-pages.tsx';

type Stage =
  | { kind: 'starting' }
  | { kind: 'choose' }
  | { kind: 'teams-only' }
  | { kind: 'failed'; error: unknown }
  | { kind: 'in'; session: Session };

/** Lets people in: in Teams with the token of Teams, in a browser by choosing a person of the sandbox. */
export function Gate({ teams, children }: { teams: TeamsHost | null; children: ReactNode }) {
  const [stage, setStage] = useState<Stage>({ kind: 'starting' });

  const enter = useCallback(
    async (getToken: () => Promise<string>) => {
      const api = createApi(getToken, 'tab');
      const me = await api('me', {});
      const signOut = teams === null ? () => setStage({ kind: 'choose' }) : null;
      setStage({ kind: 'in', session: { me, api, getToken, inTeams: teams !== null, signOut } });
    },
    [teams],
  );

  const begin = useCallback(() => {
    setStage({ kind: 'starting' });
    const started = teams === null ? hasSandbox().then(setStage) : enter(keepToken(teams.getToken, Date.now));
    started.catch((error: unknown) => setStage({ kind: 'failed', error }));
  }, [teams, enter]);
  useEffect(begin, [begin]);

  if (stage.kind === 'in') return <SessionProvider value={stage.session}>{children}</SessionProvider>;
  if (stage.kind === 'choose') return <SignIn onToken={(token) => enter(async () => token)} />;
  if (stage.kind === 'teams-only') return <OpenInTeams />;
  if (stage.kind === 'failed') return <StartFailed error={stage.error} onRetry={begin} />;
  return <Starting />;
}

/** The sandbox has a page of its own; a production server does not. */
async function hasSandbox(): Promise<Stage> {
  const answer = await fetch('/sandbox/', { headers: { accept: 'text/html' } });
  return { kind: answer.ok ? 'choose' : 'teams-only' };
}
