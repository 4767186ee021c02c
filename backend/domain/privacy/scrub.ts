/** Somebody whose traces are to go. */
export interface Person {
  /** Lower case. */
  email: string;
  /** Names that stand beside the address. */
  names: string[];
  /** The address that takes the place of theirs: it says nothing of them, and keeps their cases together. */
  alias: string;
}

/** What stands where something was. */
export const erasedText = '[erased]';
export const erasedName = 'Erased';

/** The same value without the traces; the very same object when there were none. */
export type Scrub = <T>(value: T) => T;

/** A name of one word is a word of the language as well; whole names alone are looked for in text. */
const leastName = 5;

/**
 * Takes people out of whatever holds text: their address in any spelling of case, also in links and as the id of who
 * acted, the name beside it, and their whole names wherever they stand.
 */
export function scrubber(people: readonly Person[]): Scrub {
  const aliases = new Map(people.map(({ email, alias }) => [email, alias]));
  const pattern = patternOf(people);
  const text = (value: string) =>
    value.replace(pattern, (found) => aliases.get(found.toLowerCase().replace('%40', '@')) ?? erasedName);
  const isTheirs = (value: unknown) =>
    typeof value === 'string' && aliases.has(value.toLowerCase().replace(/^customer:/, ''));

  function scrub(value: unknown): unknown {
    if (typeof value === 'string') return text(value);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return kept(value, value.map(scrub));
    const { email, id } = value as Record<string, unknown>;
    const theirs = isTheirs(email) || isTheirs(id);
    return keptRecord(
      value as Record<string, unknown>,
      Object.entries(value).map(([key, one]) => [text(key), theirs && key === 'name' ? erasedName : scrub(one)]),
    );
  }
  return (value) => scrub(value) as typeof value;
}

/** Addresses and names as whole words. Only alternatives of fixed text, so the time is linear. */
function patternOf(people: readonly Person[]): RegExp {
  const addresses = people.flatMap(({ email }) => [email, email.replace('@', '%40')]);
  const names = people.flatMap((one) => one.names).filter((name) => name.length >= leastName && /\S\s+\S/.test(name));
  const alternatives = (texts: string[]) =>
    [...new Set(texts)]
      .sort((a, b) => b.length - a.length)
      .map((one) => one.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
      .join('|');
  const address = `(?:(?<=%3c)|(?<![\\w.+-]))(?:${alternatives(addresses)})(?![\\w-]|\\.\\w)`;
  const name = names.length === 0 ? '' : `|(?<![\\p{L}\\p{N}])(?:${alternatives(names)})(?![\\p{L}\\p{N}])`;
  return new RegExp(address + name, 'giu');
}

function kept(before: unknown[], after: unknown[]): unknown[] {
  return after.every((one, i) => one === before[i]) ? before : after;
}

function keptRecord(before: Record<string, unknown>, after: [string, unknown][]): Record<string, unknown> {
  const keys = Object.keys(before);
  const same = after.every(([key, one], i) => key === keys[i] && one === before[key]);
  return same ? before : Object.fromEntries(after);
}
