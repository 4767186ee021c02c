import type { ImportMapping } from '../domain/import/guess-mapping.ts';
import type { Instant } from '../domain/mail/mail.ts';
import type { ImportOutcome, ImportState } from '../domain/vocabulary.ts';

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
  total: number;
  /** Rows looked at so far, of a run that is under way. */
  done: number;
  counts: Record<ImportOutcome, number>;
  /** Of the first rows that have any. */
  problems: RowProblem[];
  /** Last sign of life of the process that carries it out. */
  beatAt: Instant;
  undone: { closed: number; kept: number } | null;
}

export interface ImportParts {
  /** What the file says, until it was carried out. */
  rows: { line: number; cells: string[] };
  results: RowResult;
}

export interface Imports {
  put(record: ImportRecord): Promise<void>;
  get(id: string): Promise<ImportRecord | undefined>;
  /** With everything that belongs to it. */
  remove(id: string): Promise<void>;
  /** The newest first. */
  all(): Promise<ImportRecord[]>;
  /** In place of what was kept of the kind. */
  putParts<K extends keyof ImportParts>(id: string, kind: K, items: readonly ImportParts[K][]): Promise<void>;
  parts<K extends keyof ImportParts>(id: string, kind: K): Promise<ImportParts[K][]>;
}
