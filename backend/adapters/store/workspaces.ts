import type { TableBackend } from '../../ports/table-backend.ts';
import type { Workspace } from '../../ports/workspace.ts';
import { usualWorkspace } from '../../ports/workspace.ts';
import { TablePersonal } from './table-personal.ts';

/** How each person has laid out the case list. What came after somebody chose is as usual. */
export function workspaces(backend: TableBackend): TablePersonal<Workspace> {
  return new TablePersonal(backend, {
    name: 'workspace',
    complete: (said) => ({ ...structuredClone(usualWorkspace), ...said }),
    stale: 'Your case list was laid out anew meanwhile, perhaps in another window.',
  });
}
