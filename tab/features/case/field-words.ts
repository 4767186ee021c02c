import type { Case } from '../../../backend/contracts/case.ts';

export { fieldWord, valueWord } from '../../session/value-words.ts';

/** The fields that menus change. */
export const fieldNames = ['status', 'priority', 'assignee', 'team', 'category', 'sentiment'] as const;
export type MenuField = (typeof fieldNames)[number];
export type FieldName = FieldChange['field'];
/** One change a person makes: a field and its new value. Of `fields`, the category's own, only those that change. */
export type FieldChange =
  | { field: MenuField; value: string | null }
  | { field: 'tags'; value: string[] }
  | { field: 'subject'; value: string }
  | { field: 'complaint' | 'needsReview'; value: boolean }
  | { field: 'fields'; value: Record<string, string | number | boolean | null> };

export function fieldValue(value: Case, field: MenuField): string | null {
  return value[field];
}

/** What the change would write over, in the same shape. */
export function before(value: Case, change: FieldChange): FieldChange {
  if (change.field === 'needsReview') return { field: 'needsReview', value: value.ai?.needsReview ?? false };
  if (change.field !== 'fields') return { field: change.field, value: value[change.field] } as FieldChange;
  const keys = Object.keys(change.value);
  return { field: 'fields', value: Object.fromEntries(keys.map((key) => [key, value.fields?.[key] ?? null])) };
}

export function sameChange(a: FieldChange, b: FieldChange): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
