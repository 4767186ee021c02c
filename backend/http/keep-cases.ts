import type { FoundCase } from '../ports/case-index.ts';
import type { Viewer } from '../present/present-case.ts';
import type { RenderedCases } from './rendered-cases.ts';

/** Thread time of one turn and the pause after it, in milliseconds: a quarter of what nobody else wants. */
const turnMs = 4;
const pauseMs = 12;
/** Whoever comes back this late was not alone, and waits longer the next time. */
const lateMs = 4;
const busyPauseMs = 60;
const rowsBetweenLooks = 512;

export interface KeeperDeps {
  rendered: RenderedCases;
  /** The case in a row, if there is one. */
  at: (row: number) => (FoundCase & { row: number }) | undefined;
  /** One more than the highest row. */
  size: () => number;
  viewer: () => Viewer;
}

/**
 * Goes through all cases, the newest first, and keeps those beside memory that are not there. Each call does a little and
 * answers after how many milliseconds it wants to go on, or null once all are kept.
 */
export function caseKeeper({ rendered, at, size, viewer }: KeeperDeps): () => Promise<number | null> {
  let row: number | null = null;
  let expectedMs = Number.POSITIVE_INFINITY;
  return async () => {
    const startedMs = performance.now();
    const pause = startedMs - expectedMs > lateMs ? busyPauseMs : pauseMs;
    row ??= size() - 1;
    for (let looked = 0; row >= 0; row--, looked++) {
      const found = at(row);
      const made = found !== undefined && (await rendered.prepare(found, viewer()));
      const nowMs = made || looked % rowsBetweenLooks === 0 ? performance.now() : startedMs;
      if (nowMs - startedMs < turnMs) continue;
      expectedMs = nowMs + pause;
      return pause;
    }
    row = null;
    expectedMs = Number.POSITIVE_INFINITY;
    return null;
  };
}
