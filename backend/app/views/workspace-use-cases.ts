import type { Actor } from '../../domain/access/actor.ts';
import type { Versioned } from '../../domain/case/case.ts';
import type { Workspace, Workspaces } from '../../ports/workspace.ts';

/** How somebody has laid out the case list; it follows them to every device. */
export interface WorkspaceUseCases {
  readWorkspace(actor: Actor): Promise<Versioned<Workspace>>;
  /** @throws Failure `stale` */
  writeWorkspace(actor: Actor, wanted: Workspace, ifMatch: string): Promise<Versioned<Workspace>>;
}

export function bindWorkspace(workspaces: Workspaces): WorkspaceUseCases {
  return {
    readWorkspace: (actor) => workspaces.read(actor.id),
    writeWorkspace: (actor, wanted, ifMatch) => workspaces.write(actor.id, wanted, ifMatch),
  };
}
