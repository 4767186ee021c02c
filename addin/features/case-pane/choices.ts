import { createContext, useContext, useEffect, useState } from 'react';
import { categoryWord } from '../../../backend/contracts/words.ts';
import type { Api } from '../../../ui/api.ts';

/** Who works here and what a case may be about. Empty until loaded: the pane works on, with less to choose from. */
export interface Choices {
  /** Id of whoever works in the pane, or null until known. */
  me: string | null;
  agents: { id: string; name: string }[];
  /** Keys in the order of the tree, with the whole path as people read it. */
  categories: { key: string; path: string }[];
}

const none: Choices = { me: null, agents: [], categories: [] };
const ChoicesContext = createContext<Choices>(none);
export const ChoicesProvider = ChoicesContext.Provider;

export function useChoices(): Choices {
  return useContext(ChoicesContext);
}

/** Loads the lists once somebody is signed in. */
export function useLoadedChoices(api: Api, signedIn: boolean): Choices {
  const [choices, setChoices] = useState(none);
  useEffect(() => {
    if (!signedIn) return;
    let wanted = true;
    const take = (part: Partial<Choices>) => wanted && setChoices((before) => ({ ...before, ...part }));
    const leave = () => undefined;
    api('me', {}).then(({ id }) => take({ me: id }), leave);
    api('readAgents', {}).then(({ agents }) => take({ agents: byName(agents) }), leave);
    api('readCategories', {}).then(({ categories }) => take({ categories: paths(categories) }), leave);
    return () => {
      wanted = false;
    };
  }, [api, signedIn]);
  return choices;
}

function byName(agents: Choices['agents']): Choices['agents'] {
  return agents.map(({ id, name }) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name));
}

interface Row {
  key: string;
  name: string;
  parent: string | null;
}

/** Children right after their parent; a loop in the tree ends where it would begin again. */
export function paths(rows: Row[], parent: string | null = null, above = '', depth = 0): Choices['categories'] {
  if (depth > 10) return [];
  return rows
    .filter((row) => row.parent === parent)
    .flatMap((row) => {
      const path = above === '' ? row.name : `${above} › ${row.name}`;
      return [{ key: row.key, path }, ...paths(rows, row.key, path, depth + 1)];
    });
}

export function categoryPath(choices: Choices, key: string): string {
  return choices.categories.find((each) => each.key === key)?.path ?? categoryWord(key);
}

export function agentName(choices: Choices, id: string): string | null {
  return choices.agents.find((agent) => agent.id === id)?.name ?? null;
}
