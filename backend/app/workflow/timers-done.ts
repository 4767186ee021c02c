import type { SupportCase } from '../../domain/case/case.ts';
import type { WorkflowState } from '../../ports/workflow-state.ts';

/** What may still come in late: commits of others that were not followed yet, and clocks that do not agree. */
const graceMs = 10 * 60_000;
const key = 'timers-done';

/** Every timer of these rules that was due until then has been dealt with. */
interface Done {
  version: string;
  untilMs: number;
}

export function writeTimersDone(state: WorkflowState, done: Done): Promise<void> {
  return state.write(key, JSON.stringify(done));
}

/**
 * Tells timers that another start has dealt with, so that this one need not ask for each whether it fired. Timers of
 * rules that have changed since are all to be planned.
 */
export async function readTimersDone(
  state: WorkflowState,
  version: string,
): Promise<(value: SupportCase, atMs: number) => boolean> {
  const text = await state.read(key);
  const done = text === null ? null : (JSON.parse(text) as Done);
  if (done?.version !== version) return () => false;
  const sureMs = done.untilMs - graceMs;
  // A case that moved later may have got a timer in the past.
  return (value, atMs) => atMs <= sureMs && Date.parse(value.updatedAt) <= sureMs;
}
