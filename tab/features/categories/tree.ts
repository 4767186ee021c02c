import type { CategoriesDocument } from '../../../backend/contracts/settings.ts';

export type Category = CategoriesDocument['categories'][number];

export interface Branch {
  category: Category;
  depth: number;
}

/** Each category after the one above it; those that hang on nothing come last, at the top. */
export function inTreeOrder(categories: readonly Category[]): Branch[] {
  const seen = new Set<string>();
  const grow = (parent: string | null, depth: number): Branch[] =>
    categories.flatMap((category) => {
      if (category.parent !== parent || seen.has(category.key)) return [];
      seen.add(category.key);
      return [{ category, depth }, ...grow(category.key, depth + 1)];
    });
  const grown = grow(null, 0);
  return [...grown, ...categories.filter(({ key }) => !seen.has(key)).map((category) => ({ category, depth: 0 }))];
}

/** The keys of a category and of everything below it. */
export function below(categories: readonly Category[], key: string): string[] {
  const found = [key];
  for (const one of found) {
    found.push(
      ...categories.filter(({ parent, key: k }) => parent === one && !found.includes(k)).map(({ key: k }) => k),
    );
  }
  return found;
}
