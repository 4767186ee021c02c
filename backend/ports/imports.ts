import type { FieldChange } from '../domain/case/case.ts';
import type { ImportMapping } from '../domain/import/guess-mapping.ts';
import type { Instant } from '../domain/mail/mail.ts';
import type { ImportExisting, ImportOutcome, ImportState } from '../domain/vocabulary.ts';
import type { KeptRuns } from './kept-runs.ts';

export interface RowProblem {
  /** As a spreadsheet program counts: the names of the columns are row 1. */
  row: number;
  problems: string[];
}

/** What became of a row, or would. */
export interface RowResult extends Partial<RowProblem> {
  row: number;
  outcome: ImportOutcome;
  caseId?: string;
  number?: string;
  /** With `changed`: what it changes in the case. */
  changes?: FieldChange[];
}

/** One file on its way to becoming cases. */
export interface ImportRecord {
  id: string;
  /** Of the file. */
  name: string;
  by: { id: string; name: string };
  at: Instant;
  state: ImportState;
  headers: string[];
  /** The first rows, so that people see what a column holds. */
  samples: string[][];
  mapping: ImportMapping;
  existing: ImportExisting;
  total: number;
  /** Rows looked at so far, of a run that is under way. */
  done: number;
  counts: Record<ImportOutcome, number>;
  /** Of the first rows that have any. */
  problems: RowProblem[];
  /** Of the first rows that change a case. */
  changes: { row: number; caseId: string; number: string; changes: FieldChange[] }[];
  /** Last sign of life of the process that carries it out. */
  beatAt: Instant;
  undone: { closed: number; restored: number; kept: number } | null;
}

export interface ImportParts {
  /** What the file says, until it was carried out. */
  rows: { line: number; cells: string[] };
  results: RowResult;
}

export type Imports = KeptRuns<ImportRecord, ImportParts>;
