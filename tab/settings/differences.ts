/** A place in a document: names of fields, and ids of things in lists. */
export type Path = readonly string[];

export interface Difference {
  path: Path;
  /** Undefined for what is not there. */
  before: unknown;
  after: unknown;
}

/** Below this many names a difference is one: a cell of a table, a condition of a rule. */
const deepest = 4;

/**
 * What differs between two versions of a document. Things in lists go by their id, key or address; another order of those
 * that are in both is one difference more.
 */
export function differences(before: unknown, after: unknown, path: Path = []): Difference[] {
  if (same(before, after)) return [];
  const [was, is] = [parts(before), parts(after)];
  if (was === null || is === null || was.list !== is.list || path.length >= deepest) return [{ path, before, after }];
  const names = [...new Set([...was.map.keys(), ...is.map.keys()])];
  const found = names.flatMap((name) => differences(was.map.get(name), is.map.get(name), [...path, name]));
  if (!was.list) return found;
  const [stayed, stays] = [
    [...was.map.keys()].filter((k) => is.map.has(k)),
    [...is.map.keys()].filter((k) => was.map.has(k)),
  ];
  return stayed.join() === stays.join()
    ? found
    : [...found, { path: [...path, orderMark], before: stayed, after: stays }];
}

/** Ends the path of a difference that is another order. */
export const orderMark = '#order';

export interface Parts {
  list: boolean;
  map: Map<string, unknown>;
}

/** The parts of an object, or of a list whose things all have names of their own; null for what is compared whole. */
export function parts(value: unknown): Parts | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!Array.isArray(value)) return { list: false, map: new Map(Object.entries(value)) };
  const names = value.map(idOf);
  const distinct = new Set(names).size === names.length && !names.includes(undefined);
  return distinct ? { list: true, map: new Map(value.map((item, i) => [names[i] ?? '', item])) } : null;
}

export function idOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const { id, key, address, email } = item as Record<string, unknown>;
  return [id, key, address, email].find((name) => typeof name === 'string' && name !== '') as string | undefined;
}

export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
