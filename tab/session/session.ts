import { createContext, useContext } from 'react';
import type { Me } from '../../backend/contracts/settings.ts';
import type { Api } from '../../ui/api.ts';

/** Who is signed in, and their way to the server. */
export interface Session {
  me: Me;
  api: Api;
  getToken: () => Promise<string>;
  inTeams: boolean;
  /** Ends the session; null where the host decides who somebody is. */
  signOut: (() => void) | null;
}

const SessionContext = createContext<Session | null>(null);
export const SessionProvider = SessionContext.Provider;

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('Nobody is signed in here.');
  return session;
}
