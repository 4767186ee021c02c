import { type Path, parts, same } from './differences.ts';

export interface Merged<T> {
  document: T;
  /** Where both changed the same thing; mine stands there. */
  clashes: Path[];
}

/** Puts what I changed of `base` onto what somebody else made of it meanwhile. */
export function merged<T>(base: T, mine: T, theirs: T): Merged<T> {
  const clashes: Path[] = [];
  return { document: merge(base, mine, theirs, [], clashes) as T, clashes };
}

function merge(base: unknown, mine: unknown, theirs: unknown, path: Path, clashes: Path[]): unknown {
  if (same(mine, theirs) || same(base, theirs)) return mine;
  if (same(base, mine)) return theirs;
  const [was, my, their] = [parts(base), parts(mine), parts(theirs)];
  if (was === null || my === null || their === null || was.list !== my.list || was.list !== their.list) {
    clashes.push(path);
    return mine;
  }
  const reordered = !same(order(was.map, my.map), order(my.map, was.map));
  const names = reordered ? interleaved(my.map, their.map) : interleaved(their.map, my.map);
  const kept = names.flatMap((name) => {
    const value = merge(was.map.get(name), my.map.get(name), their.map.get(name), [...path, name], clashes);
    return value === undefined ? [] : [[name, value] as const];
  });
  return was.list ? kept.map(([, value]) => value) : Object.fromEntries(kept);
}

function order(list: Map<string, unknown>, other: Map<string, unknown>): string[] {
  return [...list.keys()].filter((name) => other.has(name));
}

/** The names of `first` in their order; each of the others follows what it followed in `second`. */
function interleaved(first: Map<string, unknown>, second: Map<string, unknown>): string[] {
  const names = [...first.keys()];
  let at = 0;
  for (const name of second.keys()) {
    const found = names.indexOf(name);
    if (found === -1) names.splice(at, 0, name);
    at = (found === -1 ? at : found) + 1;
  }
  return names;
}
