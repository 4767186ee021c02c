import type { Personal } from './personal.ts';

/** How somebody has laid out the case list. */
export interface Workspace {
  /** Columns in their order; null for the usual ones. */
  columns: string[] | null;
  density: 'compact' | 'comfortable';
  /** Query of the view that the list opens with, as in its address; null for the open cases. */
  start: string | null;
  /** Whether single keys act. */
  singleKeys: boolean;
}

export const usualWorkspace: Workspace = { columns: null, density: 'compact', start: null, singleKeys: true };

export type Workspaces = Personal<Workspace>;
