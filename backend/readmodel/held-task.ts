import type { Versioned } from '../domain/case/case.ts';
import type { Task } from '../domain/task/task.ts';
import { priorities } from '../domain/vocabulary.ts';
import type { TaskFilter, TaskIndex, TaskSort } from '../ports/task-index.ts';

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

/** Whether a task is one of those asked for. */
export function testOf(filter: TaskFilter, index: Pick<TaskIndex, 'blockers'>): (held: Held) => boolean {
  const tests: ((task: Task) => boolean)[] = [];
  const anyOf = <T>(wanted: T[] | undefined, read: (task: Task) => T) => {
    if (wanted?.length) tests.push((task) => wanted.includes(read(task)));
  };
  anyOf(filter.status, (task) => task.status);
  anyOf(filter.priority, (task) => task.priority);
  anyOf(filter.category, (task) => task.category);
  anyOf<string | null>(filter.owner, (task) => task.owner ?? task.ownerEmail);
  const { dueFrom, dueBefore, alone, outside, blocked } = filter;
  if (dueFrom !== undefined) tests.push((task) => task.dueAt !== null && task.dueAt >= dueFrom);
  if (dueBefore !== undefined) tests.push((task) => task.dueAt !== null && task.dueAt < dueBefore);
  if (alone !== undefined) tests.push((task) => (task.caseId === null) === alone);
  if (outside !== undefined) tests.push((task) => (task.ownerEmail !== null) === outside);
  if (blocked !== undefined) tests.push((task) => index.blockers(task).length > 0 === blocked);
  const words = fold(filter.q ?? '')
    .split(/\s+/)
    .filter(Boolean);
  return (held) => tests.every((test) => test(held.item.value)) && words.every((word) => held.words.includes(word));
}

/** Without case and accents, so that "muller" finds "Müller". */
function fold(text: string): string {
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
