import type { z } from 'zod';
import { Failure, type FieldFault } from '../domain/failure.ts';

type Issue = z.core.$ZodIssue;

const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};
const formats: Record<string, string> = {
  email: 'must be a mail address',
  datetime: 'must be an instant such as 2026-11-24T13:06:00Z',
  url: 'must be an address',
};

/** Checks a value against a schema. @throws Failure `invalid` with every fault in plain words */
export function check<S extends z.ZodType>(schema: S, value: unknown, what: string): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.flatMap((issue) => plainFaults(issue, value)).slice(0, 50);
  throw new Failure('invalid', `${what} is not valid: ${faults.map(said).slice(0, 3).join('; ')}.`, { faults });
}

function said({ path, message }: FieldFault): string {
  return path === '' ? message : `${path} ${message}`;
}

function plainFaults(issue: Issue, root: unknown): FieldFault[] {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: path === '' ? key : `${path}.${key}`, message: 'is not a known field' }));
  }
  if (issue.code === 'invalid_union') {
    const likeliest = [...issue.errors].sort((a, b) => a.length - b.length)[0] ?? [];
    // What fits no form at all is better called wrong as a whole.
    const within = likeliest.filter((inner) => inner.path.length > 0);
    if (within.length > 0) {
      return within.flatMap((inner) => plainFaults({ ...inner, path: [...issue.path, ...inner.path] } as Issue, root));
    }
  }
  return [{ path, message: plainWords(issue, valueAt(root, issue.path)) }];
}

function plainWords(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined ? 'is missing' : `must be ${kinds[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return value === undefined ? 'is missing' : `must be ${oneOf(issue.values)}`;
    case 'invalid_format':
      return formats[issue.format] ?? 'does not have the right form';
    case 'too_small':
      return `must ${measure(issue.origin, 'at least', Number(issue.minimum))}`;
    case 'too_big':
      return `must ${measure(issue.origin, 'at most', Number(issue.maximum))}`;
    case 'invalid_union':
      return 'fits none of the allowed forms';
    case 'custom':
      return issue.message;
    default:
      return 'is not valid';
  }
}

function oneOf(values: readonly unknown[]): string {
  return values.length === 1 ? String(values[0]) : `one of ${values.map(String).join(', ')}`;
}

function measure(origin: string, bound: string, limit: number): string {
  if (origin === 'string')
    return limit === 1 && bound === 'at least' ? 'not be empty' : `have ${bound} ${limit} characters`;
  if (origin === 'array' || origin === 'set') return `have ${bound} ${limit} ${limit === 1 ? 'entry' : 'entries'}`;
  return `be ${bound} ${limit}`;
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    root,
  );
}
