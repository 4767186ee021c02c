import type { BulkCases, BulkRun } from '../../../../backend/contracts/bulk.ts';
import type { Api } from '../../../../ui/api.ts';
import { priorityWords, statusWords } from '../../../../ui/words.ts';
import { agentName, type Directory } from '../../../session/directory-names.ts';
import { listWords } from '../words.ts';

/** What is done to the cases, apart from which they are. */
export type BulkAction = BulkCases extends infer Each
  ? Each extends BulkCases
    ? Omit<Each, 'ids' | 'filter'>
    : never
  : never;

/** How to speak of a run: `doing` while it goes on, `done` after. Both are given the number of cases. */
export interface Spoken {
  doing: (count: number) => string;
  done: (count: number) => string;
}

export interface BulkWish extends Spoken {
  action: BulkAction;
  on: Pick<BulkCases, 'ids' | 'filter'>;
  count: number;
}

/** A run as the page shows it. */
export interface ShownRun {
  key: number;
  wish: Spoken & { count: number };
  /** Null until the server has answered. */
  run: BulkRun | null;
  error: unknown;
}

type Name = keyof typeof listWords.bulk.doing;

/** @param word who, which status or priority, which tags, or the number of the case that stays */
export function speakOf(name: Name, word = ''): Spoken {
  const { doing, done } = listWords.bulk;
  const say = (of: typeof doing) => of[name] as (count: number, word: string) => string;
  return { doing: (count) => say(doing)(count, word), done: (count) => say(done)(count, word) };
}

/** The same for a run that was begun elsewhere, or before the page was loaded anew. */
export async function speakOfRun(api: Api, directory: Directory, work: BulkRun['work'], me: string): Promise<Spoken> {
  switch (work.action) {
    case 'set_status':
      return work.status === 'closed' ? speakOf('close') : speakOf('set_status', statusWords[work.status]);
    case 'assign':
      if (work.assignee === null) return speakOf('unassign');
      return speakOf('assign', work.assignee === 'me' ? me : agentName(directory, work.assignee));
    case 'set_priority':
      return speakOf('set_priority', priorityWords[work.priority]);
    case 'merge':
      return speakOf('merge', (await api('getCase', { params: { id: work.into } })).number);
    case 'undo':
      return speakOf('undo');
    default:
      return speakOf(work.action, work.tags.join(', '));
  }
}
