import type { Happening } from '../domain/workflow/happening.ts';

/** An instant at which something happens to a case by time alone. */
export interface Timer {
  caseId: string;
  /** Milliseconds since the epoch. */
  atMs: number;
  /** Names the instant: the same timer fires once. */
  key: string;
  happening: Happening;
}

/** Timers ordered by when they are due, in memory. */
export interface Timers {
  /** Replaces the timers of a case. */
  set(caseId: string, timers: Timer[]): void;
  /** Takes out those due, first due first. */
  takeDue(nowMs: number, limit: number): Timer[];
  /** When the next one is due, or null. */
  nextMs(): number | null;
  clear(): void;
}
