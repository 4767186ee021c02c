import { useCallback, useEffect, useRef, useState } from 'react';
import { ProblemError } from '../../../../backend/contracts/client.ts';
import type { CreateTask, PatchTask, Task } from '../../../../backend/contracts/task.ts';
import { useLive } from '../../../session/live.tsx';
import { useSession } from '../../../session/session.ts';
import { type Done, useDone } from '../../../shell/undo.tsx';
import { sideWords } from '../side/words.ts';

const words = sideWords.tasks;

/** What the analyst read out of the mail and nobody has taken up. */
export interface Suggestion {
  title: string;
  because: string;
}

export interface CaseTasks {
  /** Null until they have come. */
  items: Task[] | null;
  suggestions: Suggestion[];
  error: unknown;
  /** Whether the error is of a change, so that the tasks are there all the same. */
  changing: boolean;
  clearError: () => void;
  /** Applies a change again that somebody else came before; null where there is none. */
  again: (() => void) | null;
  create: (fields: Omit<CreateTask, 'caseId' | 'status'>) => Promise<boolean>;
  change: (task: Task, fields: PatchTask) => void;
  remove: (task: Task) => void;
  fromTemplates: () => void;
}

/** The tasks of a case, kept up to date by what others do to them. */
export function useTasks(caseId: string): CaseTasks {
  const { api } = useSession();
  const done = useDone();
  const [items, setItems] = useState<Task[] | null>(null);
  const [suggestions, setSuggestions] = useState<Suggestion[]>([]);
  const [error, setError] = useState<unknown>(null);
  const [again, setAgain] = useState<(() => void) | null>(null);
  const params = { id: caseId };
  /** Versions as this page knows them, own writes included, so that one change may follow another at once. */
  const versions = useRef(new Map<string, string>());
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  const load = useCallback(async () => {
    const [list, found] = await Promise.all([
      api('listCaseTasks', { params: { id: caseId } }),
      // Suggestions are extra; without them the tasks stand.
      api('suggestTasks', { params: { id: caseId } }).catch(() => ({ items: [] })),
    ]);
    for (const { id, etag } of list.items) versions.current.set(id, etag);
    setItems(list.items);
    setSuggestions(found.items);
  }, [api, caseId]);
  useEffect(() => {
    load().catch(setError);
  }, [load]);
  useLive({
    onChanges: () => undefined,
    onTaskChanged: ({ task }) => {
      if (task.caseId === caseId) load().catch(() => undefined);
    },
    onGap: () => void load().catch(setError),
  });

  const act = async (run: () => Promise<Done>, retry?: () => void): Promise<boolean> => {
    setError(null);
    setAgain(null);
    try {
      done(await run());
      load().catch(() => undefined);
      return true;
    } catch (failure) {
      const stale = failure instanceof ProblemError && failure.problem.status === 412;
      // The change that is asked for again must name the version that is there by then.
      await load().catch(() => undefined);
      setError(failure);
      if (stale && retry !== undefined) setAgain(() => retry);
      return false;
    }
  };
  const back = (task: Task, fields: PatchTask) => async () => {
    const now = await api('getTask', { params: { id: task.id } });
    await api('patchTask', { params: { id: task.id }, body: fields, ifMatch: now.etag });
    await load();
  };
  const change = (task: Task, fields: PatchTask) => {
    setItems((before) => before?.map((each) => (each.id === task.id ? shown(each, fields) : each)) ?? null);
    const write = async () => {
      const ifMatch = versions.current.get(task.id) ?? task.etag;
      const { etag } = await api('patchTask', { params: { id: task.id }, body: fields, ifMatch });
      versions.current.set(task.id, etag);
      const text = fields.status === 'resolved' ? words.done(task.title) : words.changed(task.title);
      return { text, undo: back(task, previous(task, fields)) };
    };
    queue.current = queue.current.then(() => act(write, () => change(task, fields)));
  };
  const remove = (task: Task) => {
    const write = async () => {
      await api('deleteTask', { params: { id: task.id }, ifMatch: versions.current.get(task.id) ?? task.etag });
      return { text: words.removed(task.title) };
    };
    void act(write, () => remove(task));
  };
  return {
    items,
    suggestions: suggestions.filter(({ title }) => items?.every((task) => task.title !== title) ?? false),
    error,
    changing: items !== null,
    clearError: () => {
      setError(null);
      setAgain(null);
    },
    again,
    create: (fields) =>
      act(async () => {
        const made = await api('createTask', { body: { ...fields, caseId }, idempotencyKey: crypto.randomUUID() });
        const undo = async () => {
          const now = await api('getTask', { params: { id: made.id } });
          await api('deleteTask', { params: { id: made.id }, ifMatch: now.etag });
          await load();
        };
        return { text: words.created(made.title), undo };
      }),
    change,
    remove,
    fromTemplates: () =>
      void act(async () => {
        const made = await api('applyTaskTemplates', { params });
        return { text: made.total === 0 ? words.noTemplates : words.templated(made.total) };
      }),
  };
}

/** The task as it will be once the server has taken the change. */
function shown(task: Task, { status, checklist }: PatchTask): Task {
  const steps = checklist?.map((step) =>
    typeof step === 'string' ? { text: step, done: false } : { text: step.text, done: step.done === true },
  );
  return { ...task, ...(status !== undefined && { status }), ...(steps !== undefined && { checklist: steps }) };
}

/** What the changed fields were before. */
function previous(task: Task, fields: PatchTask): PatchTask {
  const was = { ...task, ownerEmail: task.ownerEmail ?? null, dueAt: task.dueAt ?? null };
  return Object.fromEntries(Object.keys(fields).map((name) => [name, was[name as keyof typeof was]])) as PatchTask;
}
