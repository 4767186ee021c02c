import type { CaseEvent, Versioned } from '../domain/case/case.ts';
import { Failure } from '../domain/failure.ts';
import { isDone } from '../domain/task/change.ts';
import { type Task, wholeTask } from '../domain/task/task.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { ChangeFeed } from '../ports/change-feed.ts';
import type { TaskFilter, TaskIndex, TaskPage, TaskSort } from '../ports/task-index.ts';
import { FirstTasks, type Place } from './first-tasks.ts';
import { hold, keyOf } from './held-task.ts';
import { TaskColumns } from './task-columns.ts';

const pageSize = 500;

/** Every task in memory. The log's entries carry the task, so following it needs no reading. */
export class MemoryTaskIndex implements TaskIndex {
  readonly #tasks = new TaskColumns();
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
    this.#tasks.remove(task.id);
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
    const test = this.#tasks.testOf(filter, this);
    const seen = page.after === undefined ? null : readCursor(page.after, sort);
    // One more than asked for tells whether there is a next page.
    const first = new FirstTasks(page.limit + 1, sort.descending, seen);
    const rank = this.#tasks.rankBy(sort);
    /** Nothing behind this is on the page, so it need not be looked at. */
    let worst = Infinity;
    let total = 0;
    const offer = (row: number) => {
      const held = this.#tasks.held[row];
      if (held === undefined || !test(row)) return;
      total += 1;
      if (rank !== null && rank(row) > worst) return;
      first.offer(keyOf(held, sort), held);
      if (rank !== null && first.places.length > page.limit) worst = rank(this.#lastOf(first));
    };
    if (filter.case?.length) for (const row of this.#rowsOf(filter.case)) offer(row);
    // The newest lie last: what is wanted first is met first, and hardly any other need be put in its place.
    else if (sort.descending) for (let row = this.#tasks.held.length - 1; row >= 0; row--) offer(row);
    else for (let row = 0; row < this.#tasks.held.length; row++) offer(row);
    const rows = first.places.slice(0, page.limit);
    const last = rows.at(-1);
    const more = last !== undefined && first.places.length > rows.length;
    return {
      items: rows.map(({ held }) => held.item),
      total,
      ...(more && { next: cursorOf([last.key, last.held.item.value.id], sort) }),
    };
  }

  #lastOf({ places }: FirstTasks): number {
    return this.#tasks.rowOf(places.at(-1)?.held.item.value.id ?? '') ?? 0;
  }

  #rowsOf(caseIds: string[]): number[] {
    const ids = new Set(caseIds.flatMap((caseId) => [...(this.#byCase.get(caseId) ?? [])]));
    return [...ids].flatMap((id) => this.#tasks.rowOf(id) ?? []);
  }

  #put(item: Versioned<Task>, seq: number): void {
    const { id, caseId } = item.value;
    if ((this.#tasks.get(id)?.seq ?? 0) > seq) return;
    this.#tasks.put(hold(item, seq));
    if (caseId !== null) this.#byCase.set(caseId, (this.#byCase.get(caseId) ?? new Set()).add(id));
  }
}

function seqOf(etag: string): number {
  return Number(etag.slice(etag.indexOf('-') + 1));
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
