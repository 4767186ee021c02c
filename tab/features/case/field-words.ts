import type { Case } from '../../../backend/contracts/case.ts';
import { priorityWords, sentimentWords, statusWords } from '../../../ui/words.ts';
import { agentName, categoryName, type Directory, teamName } from '../../session/directory-names.ts';
import { words } from '../../words.ts';

/** The fields that menus change. */
export const fieldNames = ['status', 'priority', 'assignee', 'team', 'category'] as const;
export type MenuField = (typeof fieldNames)[number];
export type FieldName = MenuField | 'tags' | 'subject' | 'fields';
/** One change a person makes: a field and its new value. Of `fields`, the category's own, only those that change. */
export type FieldChange =
  | { field: MenuField; value: string | null }
  | { field: 'tags'; value: string[] }
  | { field: 'subject'; value: string }
  | { field: 'fields'; value: Record<string, string | number | boolean | null> };

/** A field's value in words, for menus, history and the difference between two versions. */
export function valueWord(field: string, value: unknown, directory: Directory): string {
  if (value === null || value === undefined || value === '') return emptyWord(field);
  if (typeof value === 'boolean') return value ? words.fieldValues.yes : words.fieldValues.no;
  if (Array.isArray(value)) return value.length === 0 ? words.events.nothing : value.join(', ');
  if (typeof value === 'object') return ownFieldsText(value, directory);
  const text = String(value);
  if (field === 'status') return lookUp(statusWords, text);
  if (field === 'priority') return lookUp(priorityWords, text);
  if (field === 'sentiment') return lookUp(sentimentWords, text);
  if (field === 'category') return categoryName(directory, text);
  if (field === 'assignee') return agentName(directory, text);
  return field === 'team' ? teamName(directory, text) : text;
}

/** The category's own fields: "Flat 3B, Floor 2". */
function ownFieldsText(value: object, directory: Directory): string {
  const names = new Map(directory.categories.flatMap(({ fields }) => fields.map(({ key, name }) => [key, name])));
  return Object.entries(value)
    .map(([key, each]) => `${names.get(key) ?? key} ${valueWord(key, each, directory)}`)
    .join(', ');
}

function emptyWord(field: string): string {
  if (field === 'assignee') return words.events.nobody;
  return field === 'team' ? words.case.noTeam : words.events.nothing;
}

function lookUp(table: Record<string, string>, key: string): string {
  return table[key] ?? key;
}

export function fieldWord(field: string): string {
  return words.fields[field] ?? field;
}

export function fieldValue(value: Case, field: MenuField): string | null {
  return value[field];
}

/** What the change would write over, in the same shape. */
export function before(value: Case, change: FieldChange): FieldChange {
  if (change.field !== 'fields') return { field: change.field, value: value[change.field] } as FieldChange;
  const keys = Object.keys(change.value);
  return { field: 'fields', value: Object.fromEntries(keys.map((key) => [key, value.fields?.[key] ?? null])) };
}

export function sameChange(a: FieldChange, b: FieldChange): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
