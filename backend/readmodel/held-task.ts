import type { Versioned } from '../domain/case/case.ts';
import type { Task } from '../domain/task/task.ts';
import { priorities } from '../domain/vocabulary.ts';
import type { TaskSort } from '../ports/task-index.ts';

/** After every other text, so that tasks without a due date come last. */
export const never = '\uffff';

/** A task as the index keeps it. */
export interface Held {
  item: Versioned<Task>;
  seq: number;
  /** What is searched, and what titles are put in order by: made once, so that no list has to. */
  words: string;
  title: string;
}

export function hold(item: Versioned<Task>, seq: number): Held {
  const { title, description, caseNumber, ownerEmail } = item.value;
  const words = fold([title, description, caseNumber ?? '', ownerEmail ?? ''].join('\n'));
  return { item, seq, words, title: fold(title) };
}

/** Without case and accents, so that "muller" finds "Müller". */
export function fold(text: string): string {
  if (/^[ -~\n]*$/.test(text)) return text.toLowerCase();
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** What a list is put in order by, as text. */
export function keyOf(held: Held, { key }: TaskSort): string {
  const task = held.item.value;
  switch (key) {
    case 'created':
      return task.createdAt;
    case 'updated':
      return task.updatedAt;
    case 'due':
      return task.dueAt ?? never;
    case 'priority':
      return String(priorities.indexOf(task.priority));
    case 'title':
      return held.title;
  }
}
