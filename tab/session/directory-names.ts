import { categoryWord } from '../../ui/words.ts';

export interface Choice {
  id: string;
  name: string;
}

/** A field that an administrator gave a category. */
export interface OwnField {
  key: string;
  name: string;
  type: 'text' | 'number' | 'boolean' | 'date' | 'choice';
  options?: string[] | undefined;
}

export interface Category extends Choice {
  /** 0 for the top of the tree. */
  depth: number;
  /** Fields of its own and of the categories above it. */
  fields: OwnField[];
}

/** People, teams and categories to choose from. Empty until loaded, and where they cannot be. */
export interface Directory {
  agents: Choice[];
  teams: Choice[];
  categories: Category[];
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
