import type { Versioned } from '../../domain/case/case.ts';
import { isFailure } from '../../domain/failure.ts';
import { ownMessageId } from '../../domain/mail/own-message-id.ts';
import { plainHtml } from '../../domain/reply/plain-html.ts';
import {
  countsFrom,
  dueSince,
  newState,
  type Schedule,
  type ScheduledRun,
  type ScheduleState,
} from '../../domain/reports/schedule.ts';
import type { Directory } from '../../ports/directory.ts';
import type { MailSender } from '../../ports/mail-sender.ts';
import type { Reports, SavedReport } from '../../ports/reports.ts';
import type { RenderReport, ReportPoster, Schedules } from '../../ports/schedules.ts';
import type { Ids, Log } from '../../ports/system.ts';
import { sendOnce } from '../notices/send-once.ts';
import { mayReceive, type RecipientDeps } from './recipients.ts';
import { type ReportRun, type RunDeps, runReport } from './run-report.ts';

export interface RunScheduleDeps extends RunDeps, RecipientDeps {
  schedules: Schedules;
  reports: Pick<Reports, 'get'>;
  directory: Directory;
  sender: MailSender;
  poster: ReportPoster;
  render: RenderReport<ReportRun>;
  ids: Ids;
  log: Log;
  /** Without a slash at the end. */
  publicUrl: string;
}

const passing: readonly string[] = ['unavailable', 'throttled'];
const mostAttempts = 8;
const longestWaitMs = 15 * 60_000;
/** Of the Message-ID: a report is on no case. */
const noCase = '0'.repeat(24);

/**
 * Sends the reports whose moment has come. What is under way is written down step by step, so that after a crash, or with
 * another process beside, each goes out once. @returns milliseconds until it should be called again, or null
 */
export async function runSchedules(deps: RunScheduleDeps): Promise<number | null> {
  const nowMs = deps.clock.nowMs();
  let soonest: number | null = null;
  for (const { value: plan } of await deps.schedules.plans.all()) {
    const kept = await deps.schedules.states.get(plan.id);
    const before = kept?.value ?? newState(plan.id);
    const run = before.run ?? dueRun(plan, before, nowMs);
    if (run === null) continue;
    const wait = Date.parse(run.notBefore) - nowMs;
    if (wait > 0) soonest = Math.min(soonest ?? wait, wait);
    else await carryOut(deps, plan, await claim(deps, before, run, kept?.etag ?? null));
  }
  return soonest;
}

function dueRun(plan: Schedule, state: ScheduleState, nowMs: number): ScheduledRun | null {
  const dueMs = plan.paused ? null : dueSince(plan, countsFrom(plan, state), nowMs);
  if (dueMs === null) return null;
  const due = new Date(dueMs).toISOString();
  return { due, byHand: false, draft: null, mailed: false, posted: false, attempts: 0, notBefore: due };
}

/** Begins a try; null when another process was faster. */
async function claim(
  deps: RunScheduleDeps,
  before: ScheduleState,
  run: ScheduledRun,
  etag: string | null,
): Promise<Versioned<ScheduleState> | null> {
  const attempts = run.attempts + 1;
  const wait = Math.min(longestWaitMs, 60_000 * 2 ** (attempts - 1));
  // Should this process die, the next try comes after the pause; until then nobody else begins one.
  const notBefore = new Date(deps.clock.nowMs() + wait).toISOString();
  return write(deps, { ...before, run: { ...run, attempts, notBefore } }, etag);
}

async function write(
  { schedules }: RunScheduleDeps,
  state: ScheduleState,
  etag: string | null,
): Promise<Versioned<ScheduleState> | null> {
  try {
    return await schedules.states.put(state, etag);
  } catch (error) {
    if (isFailure(error, 'stale')) return null;
    throw error;
  }
}

async function carryOut(deps: RunScheduleDeps, plan: Schedule, held: Versioned<ScheduleState> | null): Promise<void> {
  if (held === null) return;
  const trial = { held };
  try {
    await send(deps, plan, trial);
    await finish(deps, plan, trial, null);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const { run } = trial.held.value;
    deps.log.warn('report could not be sent', { scheduleId: plan.id, attempts: run?.attempts, error: reason });
    const hopeless = error instanceof Hopeless || (isFailure(error) && !passing.includes(error.code));
    if (hopeless || (run?.attempts ?? 0) >= mostAttempts) await finish(deps, plan, trial, reason);
  }
}

interface Trial {
  held: Versioned<ScheduleState>;
}

async function note(deps: RunScheduleDeps, trial: Trial, more: Partial<ScheduledRun>): Promise<boolean> {
  const { value, etag } = trial.held;
  if (value.run === null) return false;
  const next = await write(deps, { ...value, run: { ...value.run, ...more } }, etag);
  if (next !== null) trial.held = next;
  return next !== null;
}

async function send(deps: RunScheduleDeps, plan: Schedule, trial: Trial): Promise<void> {
  const run = trial.held.value.run as ScheduledRun;
  const report = (await deps.reports.get(plan.reportId))?.value;
  if (report === undefined) throw new Hopeless('The report is gone.');
  const owner = await deps.directory.agent(plan.ownerId);
  if (owner === undefined) throw new Hopeless('Whoever made the schedule does not work here any more.');
  if (!run.mailed && plan.to.length > 0) {
    await mail(deps, plan, report, trial);
    await note(deps, trial, { mailed: true });
  }
  if (!run.posted && plan.channel !== null) {
    const key = `${plan.id} ${run.due}`;
    await deps.poster.post(plan.channel, { key, reportId: report.id, agentId: owner.id });
    await note(deps, trial, { posted: true });
  }
}

/** Trying again would not help. */
class Hopeless extends Error {}

async function mail(deps: RunScheduleDeps, plan: Schedule, report: SavedReport, trial: Trial): Promise<void> {
  const run = trial.held.value.run as ScheduledRun;
  const may = await mayReceive(deps);
  const to = plan.to.filter(may).map((email) => ({ email, name: '' }));
  const [mailbox] = deps.ourMailboxes;
  if (to.length === 0 || mailbox === undefined) throw new Hopeless('Nobody it is for may be sent figures any more.');
  const owner = await deps.directory.agent(plan.ownerId);
  const actor = { id: plan.ownerId, name: owner?.name ?? '', role: owner?.role ?? null, surface: 'system' as const };
  const answer = await runReport(deps, actor, report.question);
  const { period, totals, files } = await deps.render(report, answer, plan.formats);
  const open = `${deps.publicUrl}/tab/?page=reports&report=${encodeURIComponent(report.id)}`;
  const figures = totals.map(({ name, value }) => `${name}: ${value}`).join('\n');
  const text = `${report.name}\n${period}\n\n${figures}\n\n${open}\n\nHandyConnect sends this report by a schedule.`;
  const id = deps.ids.derived('scheduled report', plan.id, run.due);
  const letter = {
    id,
    mailbox,
    internetMessageId: ownMessageId({ id, caseId: noCase }, mailbox),
    caseNumber: 'none',
    to,
    cc: [],
    subject: `${report.name}: ${period}`,
    html: plainHtml(text),
    text,
    inReplyTo: null,
    references: [],
    automatic: true,
    at: deps.clock.now(),
    attachments: files,
  };
  await sendOnce(deps.sender, letter, run.due, {
    read: async () => trial.held.value.run?.draft ?? null,
    async keep(draft) {
      if (await note(deps, trial, { draft })) return draft;
      const now = (await deps.schedules.states.get(plan.id))?.value.run;
      return now?.due === run.due && now.draft !== null ? now.draft : draft;
    },
  });
}

/** The run is over: it succeeded, or will not be tried again. */
async function finish(deps: RunScheduleDeps, plan: Schedule, { held }: Trial, error: string | null): Promise<void> {
  const { value, etag } = held;
  if (value.run === null) return;
  const { due, byHand } = value.run;
  const state: ScheduleState = {
    id: plan.id,
    doneUntil: byHand ? value.doneUntil : due,
    run: null,
    last: { due, at: deps.clock.now(), error },
    failures: error === null ? 0 : value.failures + 1,
  };
  await write(deps, state, etag);
}
