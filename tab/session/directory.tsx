import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { categoryWord } from '../../backend/contracts/words.ts';
import { useSession } from './session.ts';

export interface Choice {
  id: string;
  name: string;
}

export interface Category extends Choice {
  /** 0 for the top of the tree. */
  depth: number;
}

/** People, teams and categories to choose from. Empty until loaded, and where they cannot be. */
export interface Directory {
  agents: Choice[];
  teams: Choice[];
  categories: Category[];
}

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
}

/** Children right after their parent; a loop in the tree ends where it would begin again. */
function inTreeOrder(rows: CategoryRow[], parent: string | null = null, depth = 0): Category[] {
  if (depth > 10) return [];
  return rows
    .filter((row) => row.parent === parent)
    .flatMap((row) => [{ id: row.key, name: row.name, depth }, ...inTreeOrder(rows, row.key, depth + 1)]);
}

/** Name of a category: the administrator's, or the key in words. */
export function categoryName(directory: Directory, key: string): string {
  return directory.categories.find((each) => each.id === key)?.name ?? categoryWord(key);
}

export function teamName(directory: Directory, id: string): string {
  return directory.teams.find((each) => each.id === id)?.name ?? id;
}

export function agentName(directory: Directory, id: string): string {
  return directory.agents.find((each) => each.id === id)?.name ?? id;
}
