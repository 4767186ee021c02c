import type { FieldChange } from '../case/case.ts';

/** Values beyond this many characters of JSON are cut, or told by name: an audit says what changed, and does not keep copies. */
const longestValue = 500;
const mostChanges = 200;

/**
 * What differs between two versions of a document, field by field. An item of a list goes by its id, key or address, so
 * that one that moved is no change; lists without are compared whole.
 */
export function documentChanges(before: unknown, after: unknown): FieldChange[] {
  return [...differences('', before, after)].slice(0, mostChanges);
}

function* differences(path: string, before: unknown, after: unknown): Generator<FieldChange> {
  const [was, is] = [partsOf(before), partsOf(after)];
  if (was === null || is === null) {
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    yield { field: path, from: short(before), to: short(after) };
    return;
  }
  for (const name of new Set([...was.keys(), ...is.keys()])) {
    yield* differences(path === '' ? name : `${path}.${name}`, was.get(name), is.get(name));
  }
}

/** Null for what is compared whole. */
function partsOf(value: unknown): Map<string, unknown> | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  const names = value.map(nameOf);
  const distinct = new Set(names).size === names.length && !names.includes(undefined);
  return distinct ? new Map(value.map((item, i) => [names[i] ?? '', item])) : null;
}

function nameOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const { id, key, email } = item as Record<string, unknown>;
  return [id, key, email].find((name) => typeof name === 'string' && name !== '') as string | undefined;
}

function short(value: unknown): unknown {
  if (value === undefined) return null;
  const text = JSON.stringify(value);
  if (text.length <= longestValue) return value;
  const { id, key, name, title } = (value ?? {}) as Record<string, unknown>;
  // A thing that came or went is better told by its name than by the beginning of all that it holds.
  if (typeof name === 'string' || typeof title === 'string') {
    return Object.fromEntries(Object.entries({ id, key, name, title }).filter(([, part]) => typeof part === 'string'));
  }
  return `${text.slice(0, longestValue)}…`;
}
