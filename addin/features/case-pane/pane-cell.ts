import type { PaneState } from './pane-state.ts';

/** What the pane shows now. Every answer carries the turn it was asked in; one that comes after the next mail was opened is dropped. */
export interface PaneCell {
  state(): PaneState;
  /** Number of the mail that is open; grows with each one. */
  turn(): number;
  nextTurn(): number;
  /** Shows this if the mail of that turn is still the open one. */
  put(asked: number, next: PaneState): void;
  /** Changes the present state if it is still of that kind and turn. */
  patch<K extends 'no-case' | 'case'>(asked: number, kind: K, change: Partial<Extract<PaneState, { kind: K }>>): void;
  subscribe(changed: () => void): () => void;
}

export function paneCell(): PaneCell {
  let state: PaneState = { kind: 'loading' };
  let turn = 0;
  const listeners = new Set<() => void>();

  function put(asked: number, next: PaneState): void {
    if (asked !== turn) return;
    state = next;
    for (const listener of listeners) listener();
  }

  return {
    state: () => state,
    turn: () => turn,
    nextTurn: () => {
      turn += 1;
      return turn;
    },
    put,
    patch: (asked, kind, change) => {
      if (state.kind === kind) put(asked, { ...state, ...change } as PaneState);
    },
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}
