import type { CaseFilterQuery } from '../../../backend/contracts/case.ts';

/** What figures can be narrowed by on these pages. */
export const whereFields = [
  'team',
  'assignee',
  'category',
  'priority',
  'sentiment',
  'source',
  'language',
  'tag',
  'customer',
] as const;
export type WhereField = (typeof whereFields)[number];
export type Where = Partial<Record<WhereField, string[]>>;

/** Reads `team:property,none;priority:high` of the address; what it does not know, it leaves out. */
export function readWhere(text: string): Where {
  const where: Where = {};
  for (const part of text.split(';')) {
    const [name, values = ''] = part.split(':', 2);
    const field = whereFields.find((known) => known === name);
    const chosen = values.split(',').filter((value) => value !== '');
    if (field !== undefined && chosen.length > 0) where[field] = chosen.map(decoded);
  }
  return where;
}

export function writeWhere(where: Where): string {
  return whereFields
    .filter((field) => where[field]?.length)
    .map((field) => `${field}:${(where[field] ?? []).map(encoded).join(',')}`)
    .join(';');
}

/** The same as the query of the API. */
export function queryOf(where: Where): CaseFilterQuery {
  return where as CaseFilterQuery;
}

/** The four marks of the notation itself, and the percent sign that stands for them. */
function encoded(value: string): string {
  return value.replace(/[%,;:]/g, (mark) => encodeURIComponent(mark));
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
