import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { Category, Choice, Directory, OwnField } from './directory-names.ts';
import { useSession } from './session.ts';

const nobody: Directory = { agents: [], teams: [], categories: [] };
const DirectoryContext = createContext<Directory>(nobody);

export function useDirectory(): Directory {
  return useContext(DirectoryContext);
}

export function DirectoryProvider({ children }: { children: ReactNode }) {
  const { api } = useSession();
  const [directory, setDirectory] = useState(nobody);
  useEffect(() => {
    const merge = (part: Partial<Directory>) => setDirectory((before) => ({ ...before, ...part }));
    // Without these lists the pages work on, with less to choose from.
    const ignore = () => undefined;
    api('readAgents', {}).then(({ agents }) => merge({ agents: byName(agents) }), ignore);
    api('readTeams', {}).then(({ teams }) => merge({ teams: byName(teams) }), ignore);
    api('readCategories', {}).then(({ categories }) => merge({ categories: inTreeOrder(categories) }), ignore);
  }, [api]);
  return <DirectoryContext.Provider value={directory}>{children}</DirectoryContext.Provider>;
}

function byName<T extends Choice>(choices: T[]): Choice[] {
  return choices.map(({ id, name }) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name));
}

interface CategoryRow {
  key: string;
  name: string;
  parent: string | null;
  fields?: OwnField[] | undefined;
}

/** Children right after their parent; a loop in the tree ends where it would begin again. */
function inTreeOrder(rows: CategoryRow[], parent: string | null = null, above: OwnField[] = [], depth = 0): Category[] {
  if (depth > 10) return [];
  return rows
    .filter((row) => row.parent === parent)
    .flatMap((row) => {
      const fields = [...above, ...(row.fields ?? [])];
      return [{ id: row.key, name: row.name, depth, fields }, ...inTreeOrder(rows, row.key, fields, depth + 1)];
    });
}
