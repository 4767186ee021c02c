import type { Case } from '../../../backend/contracts/case.ts';
import { priorityWords, sentimentWords, statusWords } from '../../../ui/words.ts';
import { agentName, categoryName, type Directory, teamName } from '../../session/directory-names.ts';
import { words } from '../../words.ts';

/** The fields that menus change. */
export const fieldNames = ['status', 'priority', 'assignee', 'team', 'category'] as const;
export type FieldName = (typeof fieldNames)[number];
/** One change a person makes: a field and its new value. */
export interface FieldChange {
  field: FieldName;
  value: string | null;
}

/** A field's value in words, for menus, history and the difference between two versions. */
export function valueWord(field: string, value: unknown, directory: Directory): string {
  if (value === null || value === undefined || value === '') return emptyWord(field);
  if (typeof value === 'boolean') return value ? words.fieldValues.yes : words.fieldValues.no;
  if (Array.isArray(value)) return value.length === 0 ? words.events.nothing : value.join(', ');
  const text = String(value);
  if (field === 'status') return lookUp(statusWords, text);
  if (field === 'priority') return lookUp(priorityWords, text);
  if (field === 'sentiment') return lookUp(sentimentWords, text);
  if (field === 'category') return categoryName(directory, text);
  if (field === 'assignee') return agentName(directory, text);
  return field === 'team' ? teamName(directory, text) : text;
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

export function fieldValue(value: Case, field: FieldName): string | null {
  return value[field];
}
