import type { TreeCategory } from '../case/category-tree.ts';

/** A category tree with fields, task templates and teams, to begin with. */
export interface Preset {
  id: string;
  name: string;
  description: string;
  categories: TreeCategory[];
  teams: { id: string; name: string }[];
}
