import type { BulkCases, BulkRun } from '../../../../backend/contracts/bulk.ts';

/** What is done to the cases, apart from which they are. */
export type BulkAction = BulkCases extends infer Each
  ? Each extends BulkCases
    ? Omit<Each, 'ids' | 'filter'>
    : never
  : never;

/** A run, and how to speak of it: `doing` while it goes on, `done` after. Both are given the number of cases. */
export interface BulkWish {
  action: BulkAction;
  on: Pick<BulkCases, 'ids' | 'filter'>;
  count: number;
  doing: (count: number) => string;
  done: (count: number) => string;
}

/** A run as the page shows it. */
export interface ShownRun {
  key: number;
  wish: Pick<BulkWish, 'count' | 'doing' | 'done'>;
  /** Null until the server has answered. */
  run: BulkRun | null;
  error: unknown;
}
