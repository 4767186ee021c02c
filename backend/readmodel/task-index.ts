import type { CaseEvent, Versioned } from '../domain/case/case.ts';
import { Failure } from '../domain/failure.ts';
import { isDone } from '../domain/task/change.ts';
import { type Task, wholeTask } from '../domain/task/task.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { ChangeFeed } from '../ports/change-feed.ts';
import type { TaskFilter, TaskIndex, TaskPage, TaskSort } from '../ports/task-index.ts';
import { FirstTasks, type Place } from './first-tasks.ts';
import { type Held, hold, keyOf, testOf } from './held-task.ts';

const pageSize = 500;

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
    const test = testOf(filter, this);
    const seen = page.after === undefined ? null : readCursor(page.after, sort);
    // One more than asked for tells whether there is a next page.
    const first = new FirstTasks(page.limit + 1, sort.descending, seen);
    let total = 0;
    for (const held of this.#candidates(filter)) {
      if (!test(held)) continue;
      total += 1;
      first.offer(keyOf(held, sort), held);
    }
    const rows = first.places.slice(0, page.limit);
    const last = rows.at(-1);
    const more = last !== undefined && first.places.length > rows.length;
    return {
      items: rows.map(({ held }) => held.item),
      total,
      ...(more && { next: cursorOf([last.key, last.held.item.value.id], sort) }),
    };
  }

  #candidates(filter: TaskFilter): Iterable<Held> {
    if (!filter.case?.length) return this.#tasks.values();
    const ids = new Set(filter.case.flatMap((caseId) => [...(this.#byCase.get(caseId) ?? [])]));
    return [...ids].map((id) => this.#tasks.get(id)).filter((held) => held !== undefined);
  }

  #put(item: Versioned<Task>, seq: number): void {
    const { id, caseId } = item.value;
    if ((this.#tasks.get(id)?.seq ?? 0) > seq) return;
    this.#tasks.set(id, hold(item, seq));
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
