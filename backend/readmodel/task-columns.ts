import type { Task } from '../domain/task/task.ts';
import { type Priority, priorities } from '../domain/vocabulary.ts';
import type { TaskFilter, TaskIndex, TaskSort } from '../ports/task-index.ts';
import { fold, type Held } from './held-task.ts';
import { Words } from './words.ts';

/** The fields that are filtered by, each with few distinct values. */
const coded = {
  status: (task: Task) => task.status as string | null,
  priority: (task: Task) => task.priority as string | null,
  category: (task: Task) => task.category as string | null,
  owner: (task: Task) => task.owner ?? task.ownerEmail,
};
type CodedName = keyof typeof coded;
const codedNames = Object.keys(coded) as CodedName[];

const instants = {
  due: (task: Task) => task.dueAt,
  created: (task: Task) => task.createdAt,
  updated: (task: Task) => task.updatedAt,
};
type InstantName = keyof typeof instants;
const instantNames = Object.keys(instants) as InstantName[];

const flags = { alone: 1, outside: 2, waits: 4 } as const;
const firstCapacity = 1_024;

/** Codes of one field by row, and the words that they stand for. */
class Codes {
  codes = new Uint32Array(firstCapacity);
  readonly words = new Words<string | null>();

  /** By code, whether it is one of the words. */
  among(words: readonly (string | null)[]): Uint8Array {
    const wanted = new Uint8Array(this.words.values.length);
    for (const word of words) {
      const code = this.words.find(word);
      if (code !== undefined) wanted[code] = 1;
    }
    return wanted;
  }
}

/** Every task as a row of columns, so that a filter reads numbers and no objects. Rows of deleted tasks are used again. */
export class TaskColumns {
  /** In the order in which they came, but for rows that were used again. */
  readonly held: (Held | undefined)[] = [];
  readonly #rows = new Map<string, number>();
  readonly #free: number[] = [];
  readonly #coded: Record<CodedName, Codes>;
  /** Milliseconds since the epoch; NaN for no due date. */
  readonly #instants: Record<InstantName, Float64Array>;
  #flags = new Uint8Array(firstCapacity);

  constructor() {
    this.#instants = Object.fromEntries(instantNames.map((name) => [name, new Float64Array(firstCapacity)])) as Record<
      InstantName,
      Float64Array
    >;
    this.#coded = Object.fromEntries(codedNames.map((name) => [name, new Codes()])) as Record<CodedName, Codes>;
  }

  rowOf(taskId: string): number | undefined {
    return this.#rows.get(taskId);
  }

  get(taskId: string): Held | undefined {
    const row = this.#rows.get(taskId);
    return row === undefined ? undefined : this.held[row];
  }

  put(held: Held): void {
    const task = held.item.value;
    const row = this.#rows.get(task.id) ?? this.#free.pop() ?? this.held.length;
    this.#rows.set(task.id, row);
    this.#reserve(row);
    this.held[row] = held;
    for (const name of codedNames) {
      const { codes, words } = this.#coded[name];
      codes[row] = words.code(coded[name](task));
    }
    for (const name of instantNames) this.#instants[name][row] = Date.parse(instants[name](task) ?? '');
    this.#flags[row] =
      (task.caseId === null ? flags.alone : 0) |
      (task.ownerEmail === null ? 0 : flags.outside) |
      (task.blockedBy.length === 0 ? 0 : flags.waits);
  }

  remove(taskId: string): void {
    const row = this.#rows.get(taskId);
    if (row === undefined) return;
    this.held[row] = undefined;
    this.#rows.delete(taskId);
    this.#free.push(row);
  }

  /** Whether the task of a row that is in use is one of those asked for. */
  testOf(filter: TaskFilter, index: Pick<TaskIndex, 'blockers'>): (row: number) => boolean {
    const tests: ((row: number) => boolean)[] = [];
    for (const name of codedNames) {
      const words = filter[name];
      if (!words?.length) continue;
      const { codes } = this.#coded[name];
      const wanted = this.#coded[name].among(words);
      tests.push((row) => wanted[codes[row] as number] === 1);
    }
    const { due } = this.#instants;
    const { dueFrom, dueBefore, alone, outside, blocked } = filter;
    const [from, before] = [Date.parse(dueFrom ?? ''), Date.parse(dueBefore ?? '')];
    if (dueFrom !== undefined) tests.push((row) => (due[row] as number) >= from);
    if (dueBefore !== undefined) tests.push((row) => (due[row] as number) < before);
    if (alone !== undefined) tests.push((row) => this.#has(row, flags.alone) === alone);
    if (outside !== undefined) tests.push((row) => this.#has(row, flags.outside) === outside);
    const isBlocked = (row: number) =>
      this.#has(row, flags.waits) && index.blockers((this.held[row] as Held).item.value).length > 0;
    if (blocked !== undefined) tests.push((row) => isBlocked(row) === blocked);
    for (const word of fold(filter.q ?? '')
      .split(/\s+/)
      .filter(Boolean))
      tests.push((row) => (this.held[row] as Held).words.includes(word));
    return (row) => tests.every((test) => test(row));
  }

  /** Where a row stands in a list, but for ties: the less, the nearer to the front. What has none comes last. */
  rankBy({ key, descending }: TaskSort): ((row: number) => number) | null {
    if (key === 'title') return null;
    if (key === 'priority') {
      const { codes, words } = this.#coded.priority;
      const ranks = words.values.map((word) => priorities.indexOf(word as Priority) * (descending ? -1 : 1));
      return (row) => ranks[codes[row] as number] as number;
    }
    const column = this.#instants[key];
    return (row) => {
      const at = column[row] as number;
      if (Number.isNaN(at)) return Infinity;
      return descending ? -at : at;
    };
  }

  #has(row: number, flag: number): boolean {
    return ((this.#flags[row] as number) & flag) !== 0;
  }

  #reserve(row: number): void {
    if (row < this.#flags.length) return;
    const capacity = this.#flags.length * 2;
    for (const name of codedNames) this.#coded[name].codes = longer(this.#coded[name].codes, new Uint32Array(capacity));
    for (const name of instantNames) this.#instants[name] = longer(this.#instants[name], new Float64Array(capacity));
    this.#flags = longer(this.#flags, new Uint8Array(capacity));
  }
}

function longer<T extends Uint32Array | Float64Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
