import type { SupportCase } from '../../domain/case/case.ts';
import { nothing } from '../../domain/workflow/happening.ts';
import { isSchedule, lastRound, planTimers } from '../../domain/workflow/plan-timers.ts';
import type { CompiledRule, RuleBook } from '../../domain/workflow/run-rules.ts';
import type { EngineDeps } from './deps.ts';
import { fireRules } from './fire-rules.ts';
import { loadOpenWork } from './load-open-work.ts';
import { type Roster, readRoster } from './roster.ts';
import { readRuleBook } from './rule-book.ts';
import { readTimersDone, writeTimersDone } from './timers-done.ts';

/** The rules as the timers were planned by. */
export interface Plan {
  book: RuleBook | null;
  version: string;
  /** When it was last written down how far the timers have come. */
  notedMs?: number;
}

const slice = 100;
const notedEveryMs = 60_000;

/**
 * Fires the rules whose time has come: those due in the heap, and schedules that came round. The heap is planned anew
 * when the rules have changed. @returns milliseconds until the next one, or null
 */
export async function runTimers(deps: EngineDeps, plan: Plan): Promise<number | null> {
  await loadOpenWork(deps);
  const { book, version } = await readRuleBook(deps);
  const changed = plan.version !== version;
  plan.book = book;
  plan.version = version;
  if (changed) await planAll(deps, plan);
  const roster = await readRoster(deps);
  const untilMs = deps.clock.nowMs();
  try {
    await fireDue(deps, book, roster);
  } catch (error) {
    // Timers that were taken out and did not fire are to be planned again.
    plan.version = '';
    throw error;
  }
  await noteDone(deps, plan, untilMs);
  for (const rule of book.rules) await runSchedules(deps, book, roster, rule);
  const next = deps.timers.nextMs();
  return next === null ? null : Math.max(0, next - deps.clock.nowMs());
}

/** Plans the timers of a case that changed. */
export function planCase(
  deps: Pick<EngineDeps, 'timers'>,
  { book }: Plan,
  value: SupportCase,
  isDone: (value: SupportCase, atMs: number) => boolean = () => false,
): void {
  if (book === null) return;
  const timers = (value.removed ? [] : planTimers(book, value)).filter(({ atMs }) => !isDone(value, atMs));
  deps.timers.set(
    value.id,
    timers.map((timer) => ({ ...timer, caseId: value.id })),
  );
}

async function noteDone(deps: EngineDeps, plan: Plan, untilMs: number): Promise<void> {
  if (untilMs - (plan.notedMs ?? 0) < notedEveryMs) return;
  plan.notedMs = untilMs;
  await writeTimersDone(deps.state, { version: plan.version, untilMs });
}

async function planAll(deps: EngineDeps, plan: Plan): Promise<void> {
  deps.timers.clear();
  if (plan.book === null || !plan.book.rules.some(({ when }) => when.some(isTimed))) return;
  const isDone = await readTimersDone(deps.state, plan.version);
  for (const [i, caseId] of deps.openWork.ids().entries()) {
    const found = await deps.store.get(caseId);
    if (found !== undefined) planCase(deps, plan, found.value, isDone);
    if (i % slice === slice - 1) await deps.pause();
  }
}

function isTimed({ kind }: { kind: string }): boolean {
  return kind === 'time_since';
}

/** Names the occasion of a timer: rules fire once on it. */
export function timerOccasion(timerKey: string, caseId: string): string {
  return `rules|${timerKey}|${caseId}`;
}

async function fireDue(deps: EngineDeps, book: RuleBook, roster: Roster): Promise<void> {
  for (;;) {
    const due = deps.timers.takeDue(deps.clock.nowMs(), slice);
    for (const { caseId, key, happening } of due) {
      const request = { caseId, happening, key: timerOccasion(key, caseId), depth: 0, messageId: null };
      await fireRules(deps, book, roster, request);
    }
    if (due.length < slice) return;
    await deps.pause();
  }
}

/** A schedule that was just made waits for its next round; one that was missed while nobody ran is made up for once. */
async function runSchedules(deps: EngineDeps, book: RuleBook, roster: Roster, rule: CompiledRule): Promise<void> {
  for (const trigger of rule.when.filter(isSchedule)) {
    const stateKey = `round|${rule.id}|${trigger.every}|${trigger.weekday ?? ''}|${trigger.at}`;
    const round = new Date(lastRound(trigger, deps.clock.nowMs(), book.timezone)).toISOString();
    const done = await deps.state.read(stateKey);
    if (done !== null && done < round) await runRound(deps, book, roster, rule, round);
    if (done === null || done < round) await deps.state.write(stateKey, round);
  }
}

async function runRound(
  deps: EngineDeps,
  book: RuleBook,
  roster: Roster,
  rule: CompiledRule,
  round: string,
): Promise<void> {
  const happening = { ...nothing, timeOf: rule.id };
  for (const [i, caseId] of deps.openWork.ids().entries()) {
    const key = `rules|round|${rule.id}|${round}|${caseId}`;
    await fireRules(deps, book, roster, { caseId, happening, key, depth: 0, messageId: null });
    if (i % slice === slice - 1) await deps.pause();
  }
}
