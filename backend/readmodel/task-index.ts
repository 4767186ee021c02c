import type { CaseEvent, Versioned } from '../domain/case/case.ts';
import { Failure } from '../domain/failure.ts';
import { isDone } from '../domain/task/change.ts';
import { type Task, wholeTask } from '../domain/task/task.ts';
import { priorities } from '../domain/vocabulary.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { ChangeFeed } from '../ports/change-feed.ts';
import type { TaskFilter, TaskIndex, TaskPage, TaskSort } from '../ports/task-index.ts';

const pageSize = 500;
/** After every other text, so that tasks without a due date come last. */
const never = '\uffff';

interface Held {
  item: Versioned<Task>;
  seq: number;
}

/** Every task in memory. The log's entries carry the task, so following it needs no reading. */
export class MemoryTaskIndex implements TaskIndex {
  readonly #tasks = new Map<string, Held>();
  readonly #byCase = new Map<string, Set<string>>();
  /** Tasks that were deleted while the others were being loaded; null afterwards. */
  #deleted: Set<string> | null = new Set();

  follow(feed: ChangeFeed): () => void {
    return feed.follow(({ event }) => this.apply(event));
  }

  /** To be called after `follow`: what the feed told meanwhile is newer. */
  async load(store: Pick<CaseStore, 'scanTasks' | 'shardCount'>): Promise<void> {
    for (let shard = 0; shard < store.shardCount; shard++) {
      for (let after: Task | null = null; ; ) {
        const page: Versioned<Task>[] = await store.scanTasks(shard, after, pageSize);
        for (const item of page) if (this.#deleted?.has(item.value.id) === false) this.#put(item, seqOf(item.etag));
        after = page.at(-1)?.value ?? null;
        if (page.length < pageSize) break;
      }
    }
    this.#deleted = null;
  }

  apply({ kind, task, shard, seq }: CaseEvent): void {
    if (task === undefined) return;
    if (kind !== 'task.deleted') {
      this.#put({ value: wholeTask(task), etag: `${shard}-${seq}` }, seq);
      return;
    }
    this.#deleted?.add(task.id);
    this.#tasks.delete(task.id);
    if (task.caseId !== null) this.#byCase.get(task.caseId)?.delete(task.id);
  }

  get(taskId: string): Versioned<Task> | undefined {
    return this.#tasks.get(taskId)?.item;
  }

  ofCase(caseId: string): Task[] {
    return [...(this.#byCase.get(caseId) ?? [])].flatMap((id) => this.get(id)?.value ?? []);
  }

  blockers({ blockedBy }: Pick<Task, 'blockedBy'>): Task[] {
    const tasks = blockedBy.map((id) => this.get(id)?.value);
    return tasks.filter((task) => task !== undefined && !isDone(task)) as Task[];
  }

  list(filter: TaskFilter, sort: TaskSort, page: { limit: number; after?: string }): TaskPage {
    const test = testOf(filter);
    const matching: { key: string; item: Versioned<Task> }[] = [];
    for (const item of this.#candidates(filter)) {
      if (test(item.value)) matching.push({ key: keyOf(item.value, sort), item });
    }
    const compare = comparing(sort.descending);
    matching.sort((a, b) => compare([a.key, a.item.value.id], [b.key, b.item.value.id]));
    const seen = page.after === undefined ? null : readCursor(page.after, sort);
    const first = seen === null ? 0 : matching.findIndex((one) => compare(seen, [one.key, one.item.value.id]) < 0);
    const rows = first < 0 ? [] : matching.slice(first, first + page.limit);
    const last = rows.at(-1);
    const more = last !== undefined && first + page.limit < matching.length;
    return {
      items: rows.map((one) => one.item),
      total: matching.length,
      ...(more && { next: cursorOf([last.key, last.item.value.id], sort) }),
    };
  }

  *#candidates(filter: TaskFilter): Iterable<Versioned<Task>> {
    if (!filter.case?.length) {
      for (const { item } of this.#tasks.values()) yield item;
      return;
    }
    for (const id of new Set(filter.case.flatMap((caseId) => [...(this.#byCase.get(caseId) ?? [])]))) {
      const item = this.get(id);
      if (item !== undefined) yield item;
    }
  }

  #put(item: Versioned<Task>, seq: number): void {
    const { id, caseId } = item.value;
    if ((this.#tasks.get(id)?.seq ?? 0) > seq) return;
    this.#tasks.set(id, { item, seq });
    if (caseId !== null) this.#byCase.set(caseId, (this.#byCase.get(caseId) ?? new Set()).add(id));
  }
}

function seqOf(etag: string): number {
  return Number(etag.slice(etag.indexOf('-') + 1));
}

function testOf(filter: TaskFilter): (task: Task) => boolean {
  const tests: ((task: Task) => boolean)[] = [];
  const anyOf = <T>(wanted: T[] | undefined, read: (task: Task) => T) => {
    if (wanted?.length) tests.push((task) => wanted.includes(read(task)));
  };
  anyOf(filter.status, (task) => task.status);
  anyOf(filter.priority, (task) => task.priority);
  anyOf(filter.category, (task) => task.category);
  anyOf<string | null>(filter.owner, (task) => task.owner ?? task.ownerEmail);
  const { dueBefore } = filter;
  if (dueBefore !== undefined) tests.push((task) => task.dueAt !== null && task.dueAt < dueBefore);
  const words = fold(filter.q ?? '')
    .split(/\s+/)
    .filter(Boolean);
  if (words.length > 0) tests.push((task) => words.every((word) => textOf(task).includes(word)));
  return (task) => tests.every((test) => test(task));
}

function textOf({ title, description, caseNumber, ownerEmail }: Task): string {
  return fold([title, description, caseNumber ?? '', ownerEmail ?? ''].join('\n'));
}

/** Without case and accents, so that "muller" finds "Müller". */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function keyOf(task: Task, { key }: TaskSort): string {
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
      return fold(task.title);
  }
}

type Place = [key: string, id: string];

/** Ties are broken by id, so that pages never overlap; what has no due date comes last in either direction. */
function comparing(descending: boolean): (a: Place, b: Place) => number {
  return ([a, idA], [b, idB]) => {
    if (a === b) return idA < idB ? -1 : idA > idB ? 1 : 0;
    if (a === never || b === never) return a === never ? 1 : -1;
    return a < b !== descending ? -1 : 1;
  };
}

function cursorOf(place: Place, sort: TaskSort): string {
  return encodeURIComponent(JSON.stringify([sort.key, sort.descending, ...place]));
}

function readCursor(cursor: string, sort: TaskSort): Place {
  try {
    const [key, descending, ...place] = JSON.parse(decodeURIComponent(cursor)) as unknown[];
    if (key === sort.key && descending === sort.descending && place.every((part) => typeof part === 'string')) {
      return [place[0] ?? '', place[1] ?? ''];
    }
  } catch {
    // Told below like any other cursor that is not ours.
  }
  throw new Failure('invalid', 'The cursor is not one of ours.', {
    faults: [{ path: 'after', message: 'must be the `next` of a list with the same sort' }],
  });
}
