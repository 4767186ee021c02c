import { isFailure } from '../../domain/failure.ts';
import type { PendingMail } from '../../ports/pending-mail.ts';
import type { IntakeDeps } from './deps.ts';
import { parkMail } from './park-mail.ts';
import { receiveMail } from './receive-mail.ts';

/** Faults that pass by themselves are retried for ever; a mail that breaks us is parked after this many tries. */
const triesBeforeParking = 6;
const longestWaitMs = 300_000;
const batchSize = 200;

export interface DrainReport {
  finished: number;
  postponed: number;
}

/** Works through the mails we were told of, `concurrency` at a time, until none is due. */
export async function drainPending(deps: IntakeDeps, concurrency: number): Promise<DrainReport> {
  const report = { finished: 0, postponed: 0 };
  for (;;) {
    const due = await deps.pending.due(deps.clock.now(), batchSize);
    if (due.length === 0) return report;
    deps.backlog.begin(due, due.length === batchSize);
    const queue = due[Symbol.iterator]();
    await Promise.all(Array.from({ length: concurrency }, () => work(deps, queue, report)));
  }
}

async function work(deps: IntakeDeps, queue: Iterator<PendingMail>, report: DrainReport): Promise<void> {
  for (let next = queue.next(); !next.done; next = queue.next()) {
    const finished = await handle(deps, next.value);
    deps.backlog.tried(next.value);
    if (finished) report.finished += 1;
    else report.postponed += 1;
  }
}

async function handle(deps: IntakeDeps, pending: PendingMail): Promise<boolean> {
  try {
    await receiveMail(deps, pending);
    await finish(deps, pending);
    return true;
  } catch (error) {
    return postponeOrPark(deps, pending, error);
  }
}

async function postponeOrPark(deps: IntakeDeps, pending: PendingMail, error: unknown): Promise<boolean> {
  const fields = { mailbox: pending.mailbox, graphId: pending.graphId, attempts: pending.attempts + 1 };
  const passing = isFailure(error, 'unavailable') || isFailure(error, 'throttled') || isFailure(error, 'forbidden');
  const name = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  if (!passing && pending.attempts + 1 >= triesBeforeParking) {
    deps.log.error('mail parked', { ...fields, error: name });
    await parkMail(deps, pending, name);
    await finish(deps, pending);
    return true;
  }
  const asked = isFailure(error) ? error.retryAfterSeconds : undefined;
  // A mail that waits a moment for another is nothing to look into.
  const level = asked !== undefined && asked < 1 ? 'debug' : 'warn';
  deps.log[level]('mail postponed', { ...fields, error: name });
  const waitMs =
    asked === undefined ? Math.min(longestWaitMs, 250 * 2 ** Math.min(pending.attempts, 12)) : asked * 1000;
  await deps.pending.postpone(pending, new Date(deps.clock.nowMs() + waitMs).toISOString(), name);
  return false;
}

async function finish(deps: IntakeDeps, pending: PendingMail): Promise<void> {
  await deps.pending.finish(pending);
  deps.handled.add(pending.graphId);
  deps.backlog.finished(pending);
}
