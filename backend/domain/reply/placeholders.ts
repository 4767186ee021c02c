/** Everything a template may name, with what it stands for. */
export const placeholderNames = [
  'case.number',
  'case.subject',
  'customer.name',
  'customer.email',
  'agent.name',
  'agent.email',
  'team.name',
  'mailbox.address',
  'firstResponse.target',
  'firstResponse.due',
  'hours.back',
  'task.title',
  'task.description',
  'task.checklist',
  'task.due',
  'task.reference',
] as const;
export type PlaceholderName = (typeof placeholderNames)[number];
export type PlaceholderValues = Record<PlaceholderName, string>;

const placeholder = /\{\{\s{0,5}([^{}\s]{1,60})\s{0,5}\}\}/g;
/** `{{?amount}}` is a blank that a person fills in. */
const blankMark = '?';

/** Names in a text that stand for nothing, each once. Blanks are no fault. */
export function unknownPlaceholders(text: string): string[] {
  const known = new Set<string>(placeholderNames);
  return namesIn(text).filter((name) => !name.startsWith(blankMark) && !known.has(name));
}

/** What a person still has to fill in, in order, each once. */
export function blanksIn(text: string): string[] {
  return namesIn(text)
    .filter((name) => name.startsWith(blankMark))
    .map((name) => name.slice(1));
}

/** Puts the values in. Blanks stay as they are; a sentence whose value is not known loses only the value. */
export function fillIn(text: string, values: PlaceholderValues): string {
  return text.replace(placeholder, (whole, name: string) => {
    if (name.startsWith(blankMark)) return whole;
    return Object.hasOwn(values, name) ? values[name as PlaceholderName] : whole;
  });
}

function namesIn(text: string): string[] {
  return [...new Set([...text.matchAll(placeholder)].map((found) => found[1] ?? ''))];
}
