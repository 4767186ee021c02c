import assert from 'node:assert/strict';
import type { CaseEvent } from '../../../backend/domain/case/case.ts';
import type { Task } from '../../../backend/domain/task/task.ts';
import { priorities, taskStatuses } from '../../../backend/domain/vocabulary.ts';
import { type TaskFilter, type TaskSort, taskSortKeys } from '../../../backend/ports/task-index.ts';
import { MemoryTaskIndex } from '../../../backend/readmodel/task-index.ts';
import { createDice } from '../../../backend/seed/dice.ts';
import { aTask } from '../../builders/task.ts';

const { below } = createDice(17);
const oneOf = <T>(some: readonly T[]): T => some[below(some.length)] as T;
const dayOf = (n: number) => new Date(Date.UTC(2026, 10, 1 + n)).toISOString();

describe('Lists of tasks', () => {
  const index = new MemoryTaskIndex();
  const tasks = new Map<string, Task>();
  let seq = 0;

  function say(kind: 'task.created' | 'task.changed' | 'task.deleted', task: Task): void {
    seq += 1;
    index.apply({ kind, task, shard: 0, seq } as CaseEvent);
    if (kind === 'task.deleted') tasks.delete(task.id);
    else tasks.set(task.id, task);
  }

  function anyTask(): Task {
    const known = [...tasks.keys()];
    return aTask({
      title: oneOf(['Fix the pipe', 'Éclairage', 'ask for the key', 'Zähler']),
      description: oneOf(['', 'in the kitchen', 'im Keller']),
      caseId: oneOf([null, 'c1', 'c2']),
      status: oneOf(taskStatuses),
      priority: oneOf(priorities),
      category: oneOf(['general', 'billing']),
      ...oneOf([{ owner: 'ana' }, { ownerEmail: 'joe@pipes.example' }, {}]),
      dueAt: oneOf([null, dayOf(below(20))]),
      createdAt: dayOf(below(20)),
      updatedAt: dayOf(below(20)),
      blockedBy: known.length > 0 && below(3) === 0 ? [oneOf(known)] : [],
    });
  }

  before(() => {
    for (let n = 0; n < 600; n++) say('task.created', anyTask());
    for (const task of [...tasks.values()].slice(0, 100))
      say('task.changed', { ...anyTask(), id: task.id, caseId: task.caseId });
    for (const task of [...tasks.values()].slice(50, 80)) say('task.deleted', task);
  });

  function anyFilter(): TaskFilter {
    const parts: TaskFilter[] = [
      { status: [oneOf(taskStatuses), 'new'] },
      { priority: [oneOf(priorities)] },
      { category: ['billing'] },
      { owner: [oneOf(['ana', null, 'joe@pipes.example'])] },
      { case: ['c1'] },
      { dueFrom: dayOf(5) },
      { dueBefore: dayOf(12) },
      { alone: below(2) === 0 },
      { outside: below(2) === 0 },
      { blocked: below(2) === 0 },
      { q: oneOf(['eclair', 'kitchen fix', 'zahler', 'keller']) },
    ];
    return Object.assign({}, ...parts.filter(() => below(4) === 0));
  }

  const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

  function fits(task: Task, filter: TaskFilter): boolean {
    const { status, priority, category, owner, dueFrom, dueBefore, alone, outside, blocked, q = '' } = filter;
    const text = folded(`${task.title}\n${task.description}\n${task.ownerEmail ?? ''}`);
    const waits = task.blockedBy.some((id) => ['new', 'in_progress'].includes(tasks.get(id)?.status ?? ''));
    return (
      (status?.includes(task.status) ?? true) &&
      (priority?.includes(task.priority) ?? true) &&
      (category?.includes(task.category) ?? true) &&
      (owner?.includes(task.owner ?? task.ownerEmail) ?? true) &&
      (filter.case?.includes(task.caseId ?? '') ?? true) &&
      (dueFrom === undefined || (task.dueAt ?? '') >= dueFrom) &&
      (dueBefore === undefined || (task.dueAt ?? '~') < dueBefore) &&
      (alone === undefined || (task.caseId === null) === alone) &&
      (outside === undefined || (task.ownerEmail !== null) === outside) &&
      (blocked === undefined || waits === blocked) &&
      q.split(' ').every((word) => text.includes(word))
    );
  }

  function inOrder({ key, descending }: TaskSort): (a: Task, b: Task) => number {
    const read = (task: Task): string | null => {
      if (key === 'due') return task.dueAt;
      if (key === 'priority') return String(priorities.indexOf(task.priority));
      if (key === 'title') return folded(task.title);
      return key === 'created' ? task.createdAt : task.updatedAt;
    };
    return (a, b) => {
      const [one, other] = [read(a), read(b)];
      if (one === other) return a.id < b.id ? -1 : 1;
      if (one === null || other === null) return one === null ? 1 : -1;
      return one < other !== descending ? -1 : 1;
    };
  }

  it('hold exactly what fits, in order, page by page, whatever is asked for', () => {
    for (let round = 0; round < 400; round++) {
      const filter = anyFilter();
      const sort: TaskSort = { key: oneOf(taskSortKeys), descending: below(2) === 0 };
      const expected = [...tasks.values()].filter((task) => fits(task, filter)).sort(inOrder(sort));
      const found: string[] = [];
      const limit = 1 + below(90);
      for (let after: string | undefined; ; ) {
        const page = index.list(filter, sort, { limit, ...(after !== undefined && { after }) });
        assert.equal(page.total, expected.length);
        assert.ok(page.items.length <= limit);
        found.push(...page.items.map(({ value }) => value.id));
        if (page.next === undefined) break;
        after = page.next;
      }
      const ids = expected.map(({ id }) => id);
      assert.deepEqual(found, ids, JSON.stringify({ filter, sort }));
    }
  });
});
