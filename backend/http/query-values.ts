import { z } from 'zod';
import { Failure } from '../domain/failure.ts';

/**
 * Query parameters as a plain object: a list where a name occurs several times. @throws Failure `invalid` for names
 * that the schema does not know, since a misspelt filter would silently show everything
 */
export function queryValues(search: string, schema: z.ZodType): Record<string, string | string[]> {
  const params = new URLSearchParams(search);
  const known = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  const unknown = [...new Set(params.keys())].filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new Failure('invalid', 'There are unknown query parameters.', {
      faults: unknown.slice(0, 20).map((path) => ({ path: path.slice(0, 100), message: 'is not a known parameter' })),
    });
  }
  return Object.fromEntries(known.filter((name) => params.has(name)).map((name) => [name, oneOrAll(params, name)]));
}

function oneOrAll(params: URLSearchParams, name: string): string | string[] {
  const values = params.getAll(name);
  return values.length === 1 ? (values[0] ?? '') : values;
}
