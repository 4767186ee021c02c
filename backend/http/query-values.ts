import { z } from 'zod';
import { Failure } from '../domain/failure.ts';

/**
 * Query parameters as a plain object: a list where a name occurs several times. @throws Failure `invalid` for names
 * that the schema does not know, since a misspelt filter would silently show everything
 */
export function queryValues(search: string, schema: z.ZodType): Record<string, string | string[]> {
  const known = namesOf(schema);
  const values = new Map<string, string | string[]>();
  const unknown: string[] = [];
  for (const [name, value] of new URLSearchParams(search)) {
    const before = values.get(name);
    if (before === undefined && !known.has(name)) unknown.push(name);
    values.set(name, before === undefined ? value : [before, value].flat());
  }
  if (unknown.length > 0) {
    throw new Failure('invalid', 'There are unknown query parameters.', {
      faults: unknown.slice(0, 20).map((path) => ({ path: path.slice(0, 100), message: 'is not a known parameter' })),
    });
  }
  return Object.fromEntries(values);
}

const names = new WeakMap<z.ZodType, ReadonlySet<string>>();

function namesOf(schema: z.ZodType): ReadonlySet<string> {
  const known = names.get(schema) ?? new Set(schema instanceof z.ZodObject ? Object.keys(schema.shape) : []);
  names.set(schema, known);
  return known;
}
