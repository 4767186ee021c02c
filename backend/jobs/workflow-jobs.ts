import { followNotices } from '../app/notices/follow-notices.ts';
import { assignWaiting } from '../app/workflow/assign-waiting.ts';
import type { EngineDeps } from '../app/workflow/deps.ts';
import { followRules } from '../app/workflow/follow-rules.ts';
import { offerHandOver } from '../app/workflow/hand-over.ts';
import { type Plan, runTimers } from '../app/workflow/run-timers.ts';
import { sendOutgoing } from '../app/workflow/send-outgoing.ts';
import { startTicker, type Ticker } from './ticker.ts';

export interface WorkflowJobDeps {
  engine: EngineDeps;
  plan: Plan;
}

type Job = () => Promise<number | null>;
type Alone = (name: string, job: Job) => Job;

/** Rules, their timers, what they send, and the handing out of work; each under a lease. */
export function startWorkflowJobs(
  { engine, plan }: WorkflowJobDeps,
  alone: Alone,
  yielding: (job: Job) => Job,
): { wakeFollowers(): void; all: Ticker[] } {
  const start = (name: string, intervalMs: number, job: Job) =>
    startTicker(name, intervalMs, alone(name, job), engine.log);
  const outgoing = start('outgoing', 5_000, () => sendOutgoing(engine));
  const following = (follow: (engine: EngineDeps) => Promise<boolean>) =>
    yielding(async () => {
      if (await follow(engine)) outgoing.wake();
      return null;
    });
  const rules = start('rules', 5_000, following(followRules));
  const notices = start('notices', 5_000, following(followNotices));
  const timers = start('timers', 5_000, () => runTimers(engine, plan));
  const assignment = start('assignment', 2_000, async () => {
    await assignWaiting(engine);
    return null;
  });
  const handOver = start('hand-over', 60_000, async () => {
    await offerHandOver(engine);
    return null;
  });
  const wakeFollowers = () => {
    rules.wake();
    notices.wake();
  };
  return { wakeFollowers, all: [rules, notices, timers, outgoing, assignment, handOver] };
}
