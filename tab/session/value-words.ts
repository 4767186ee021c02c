import { priorityWords, sentimentWords, statusWords } from '../../ui/words.ts';
import { words } from '../words.ts';
import { agentName, categoryName, type Directory, teamName } from './directory-names.ts';

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
