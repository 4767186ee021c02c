import type { FieldFault } from '../failure.ts';
import type { FieldType } from '../vocabulary.ts';

/** A date is `YYYY-MM-DD`; a choice is one of its options. */
export type FieldValue = string | number | boolean;

/** A field that the cases of a category have. */
export interface FieldDefinition {
  key: string;
  name: string;
  type: FieldType;
  /** What may be chosen; only for `choice`. */
  options?: string[] | undefined;
}

export interface Category {
  key: string;
  name: string;
  parent: string | null;
  fields?: FieldDefinition[] | undefined;
}

/** A category and those above it, the highest first; empty for one that is not in the tree. */
export function pathTo<C extends Category>(categories: readonly C[], key: string): C[] {
  const byKey = new Map(categories.map((category) => [category.key, category]));
  const path: C[] = [];
  for (let at = byKey.get(key); at !== undefined && !path.includes(at); at = byKey.get(at.parent ?? ''))
    path.unshift(at);
  return path;
}

/** The fields of a category: its own and those of the categories above it, the highest first. */
export function fieldsOf(categories: readonly Category[], key: string): FieldDefinition[] {
  return pathTo(categories, key).flatMap((category) => category.fields ?? []);
}

const longestText = 2_000;

/** What is wrong with these values for a category that has these fields; null takes a value away and is always right. */
export function fieldFaults(
  definitions: readonly FieldDefinition[],
  values: Readonly<Record<string, FieldValue | null>>,
): FieldFault[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const definition = definitions.find((one) => one.key === key);
    if (definition === undefined) return [{ path: `fields.${key}`, message: 'is not a field of this category' }];
    const message = value === null ? null : faultOf(definition, value);
    return message === null ? [] : [{ path: `fields.${key}`, message }];
  });
}

function faultOf({ type, options = [] }: FieldDefinition, value: FieldValue): string | null {
  switch (type) {
    case 'text':
      return typeof value === 'string' && value.length <= longestText ? null : `must be text of up to ${longestText}`;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? null : 'must be a number';
    case 'boolean':
      return typeof value === 'boolean' ? null : 'must be true or false';
    case 'date':
      return typeof value === 'string' && isDay(value) ? null : 'must be a day such as 2026-11-24';
    case 'choice':
      return typeof value === 'string' && options.includes(value) ? null : `must be one of ${options.join(', ')}`;
  }
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
}

/** The values after an edit: null takes a value away. */
export function withFields(
  before: Readonly<Record<string, FieldValue>>,
  edit: Readonly<Record<string, FieldValue | null>>,
): Record<string, FieldValue> {
  const merged = Object.entries({ ...before, ...edit });
  return Object.fromEntries(merged.filter((pair): pair is [string, FieldValue] => pair[1] !== null));
}
