import type { SupportCase } from '../domain/case/case.ts';
import type { NotClosedCase } from './case-index.ts';

/** A case that nobody has. */
export interface WaitingCase {
  caseId: string;
  team: string | null;
  /** Milliseconds since the epoch; `Infinity` where nothing is due. */
  dueMs: number;
}

export type HeldCase = Pick<NotClosedCase, 'id' | 'status' | 'assignee' | 'team' | 'analysed' | 'dueMs'>;

/** Who has how much of the work that is not ended, in memory. Knows what this process has read of the log. */
export interface OpenWork {
  /** Ids of cases that are not closed. */
  ids(): string[];
  /** Open cases of an agent: neither ended nor waiting for somebody else. */
  load(agentId: string): number;
  /** Ids of the cases an agent holds, ended ones excepted. */
  heldBy(agentId: string): string[];
  /** Analysed cases without an assignee that are not ended, first due first. */
  waiting(): WaitingCase[];
  /** A case as it has just become. */
  put(value: SupportCase): void;
  /** A case as it was at the start; what has been put meanwhile is newer. */
  putEarlier(value: HeldCase): void;
  /** Whether all open cases have been loaded. */
  readonly loaded: boolean;
  markLoaded(): void;
}
