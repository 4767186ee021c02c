import type { CaseMessage } from '../case/case.ts';
import { fillIn, type PlaceholderValues } from '../reply/placeholders.ts';

const longestShared = 20_000;
const taskPlaceholder = /\{\{\s{0,5}task\.[a-z]{1,20}\s{0,5}\}\}/g;

/**
 * What is written to somebody outside who is given a task: the template, and the mails of the case that somebody here
 * chose to pass on, without the addresses of whoever wrote them. A paragraph about something that the task does not
 * have, such as a due date, is left out.
 */
export function assignmentText(
  template: string,
  values: PlaceholderValues,
  shared: readonly CaseMessage[],
  signature: string | null,
): string {
  const paragraphs = template.split(/\n[ \t]*\n/).filter((paragraph) => !isPointless(paragraph, values));
  const parts = paragraphs.map((paragraph) => fillIn(paragraph, values));
  if (signature !== null) parts.push(`-- \n${fillIn(signature, values)}`);
  return [...parts, ...shared.map(passedOn)].join('\n\n');
}

function isPointless(paragraph: string, values: PlaceholderValues): boolean {
  const named = paragraph.match(taskPlaceholder) ?? [];
  return named.length > 0 && named.every((one) => fillIn(one, values).trim() === '');
}

function passedOn({ from, at, visibleText }: CaseMessage): string {
  const lines = visibleText.slice(0, longestShared).split('\n');
  return [`${from?.name ?? ''} (${at.slice(0, 10)}):`, ...lines].map((line) => `> ${line}`).join('\n');
}
