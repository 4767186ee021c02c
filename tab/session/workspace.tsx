import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { ProblemError } from '../../backend/contracts/client.ts';
import type { Workspace } from '../../backend/contracts/workspace.ts';
import { SingleKeys } from '../shell/keys.ts';
import { useSession } from './session.ts';

const usual: Workspace = { columns: null, density: 'compact', start: null, singleKeys: true };

interface KeptWorkspace {
  layout: Workspace;
  /** Whether the server has answered yet. */
  known: boolean;
  /** Shows the change at once and keeps it. @throws what the server says */
  change: (part: Partial<Workspace>) => Promise<void>;
}

const WorkspaceContext = createContext<KeptWorkspace>({ layout: usual, known: false, change: async () => undefined });

/** How this person has laid out the case list. */
export function useWorkspace(): KeptWorkspace {
  return useContext(WorkspaceContext);
}

export function WorkspaceProvider({ children }: { children: ReactNode }) {
  const { api } = useSession();
  const [layout, setLayout] = useState(usual);
  const [known, setKnown] = useState(false);
  const version = useRef('0');
  const latest = useRef(usual);
  const show = useCallback((next: Workspace) => {
    latest.current = next;
    setLayout(next);
  }, []);
  const onEtag = useCallback((etag: string) => {
    version.current = etag;
  }, []);
  useEffect(() => {
    api('readWorkspace', { onEtag })
      .then(show)
      // Without it the list looks as usual.
      .catch(() => undefined)
      .finally(() => setKnown(true));
  }, [api, show, onEtag]);

  const change = useCallback(
    async (part: Partial<Workspace>) => {
      show({ ...latest.current, ...part });
      const write = () => api('writeWorkspace', { body: latest.current, ifMatch: version.current, onEtag });
      try {
        await write();
      } catch (failure) {
        if (!(failure instanceof ProblemError) || failure.problem.status !== 412) throw failure;
        // Another window was faster: its choices stay, and this one goes on top.
        show({ ...(await api('readWorkspace', { onEtag })), ...part });
        await write();
      }
    },
    [api, show, onEtag],
  );
  return (
    <WorkspaceContext.Provider value={{ layout, known, change }}>
      <SingleKeys.Provider value={layout.singleKeys}>{children}</SingleKeys.Provider>
    </WorkspaceContext.Provider>
  );
}
