import { system } from '../../domain/access/actor.ts';
import type { SlaAlert, SupportCase } from '../../domain/case/case.ts';
import { assignTo, type Changed, editFields, quietly } from '../../domain/case/change.ts';
import { type Level, type UntoldLevel, untold, withTold } from '../../domain/sla/case-sla.ts';
import type { ClockName } from '../../domain/sla/clock-events.ts';
import { type EscalationAction, policyFor, type SlaSettings } from '../../domain/sla/policy.ts';
import { priorities } from '../../domain/vocabulary.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/system.ts';

export interface TellDeps {
  store: CaseStore;
  clock: Clock;
  terms: () => SlaSettings;
}

const clockWords: Record<ClockName, string> = {
  firstResponse: 'First reply',
  nextResponse: 'Reply',
  resolution: 'Resolve',
};

/**
 * Tells of one level of one clock: an entry in the log, and whatever the policy does at that point, in one commit. That
 * it was told stands on the case, so telling again, here or on another replica, writes nothing.
 */
export async function tellLevel(deps: TellDeps, caseId: string, level: UntoldLevel): Promise<void> {
  const { clock } = level;
  const operation = `sla|${caseId}|${clock}|${level.at}|${level.level}`;
  await deps.store.transact(caseId, operation, async (tx) => {
    const found = await tx.case(caseId);
    const sla = found?.value.sla;
    if (found === undefined || !sla) return;
    const isOwed = untold(sla).some(({ key, at }) => key === level.key && at === level.at);
    if (!isOwed || level.at > deps.clock.nowMs()) return;
    const at = deps.clock.now();
    const actions = actionsOf(deps.terms(), found.value, level);
    const { value, changes } = carryOut(found.value, actions, at);
    const noted = { sla: { ...sla, told: withTold(sla.told, level) } };
    tx.putCase(changes.length === 0 ? quietly(found, noted) : { ...value, ...noted });
    tx.record({
      kind: kindOf(level),
      caseId,
      at,
      actor: system,
      changes,
      messageId: null,
      mail: null,
      reason: sentence(clock, level),
      sla: { alert: alertOf(found.value, clock, level, actions) },
    });
  });
}

function kindOf({ level }: Level): 'sla.at_risk' | 'sla.breached' | 'sla.escalated' {
  return level === 'at_risk' || level === 'breached' ? `sla.${level}` : 'sla.escalated';
}

function sentence(clock: ClockName, { level }: Level): string {
  if (level === 'at_risk') return `${clockWords[clock]} is at risk.`;
  return level === 'breached' ? `${clockWords[clock]} is overdue.` : `${clockWords[clock]}: escalation step ${level}.`;
}

function actionsOf(terms: SlaSettings, value: SupportCase, { level }: Level): readonly EscalationAction[] {
  if (level === 'at_risk' || level === 'breached') return [{ do: 'notify', who: 'assignee' }];
  return policyFor(terms.policies, value)?.escalation.find(({ id }) => id === level)?.actions ?? [];
}

function carryOut(before: SupportCase, actions: readonly EscalationAction[], at: string): Changed {
  return actions.reduce<Changed>(
    ({ value, changes }, action) => {
      const done = changedBy(value, action, at);
      return done === null ? { value, changes } : { value: done.value, changes: [...changes, ...done.changes] };
    },
    { value: before, changes: [] },
  );
}

function changedBy(value: SupportCase, action: EscalationAction, at: string): Changed | null {
  switch (action.do) {
    case 'notify':
      return null;
    case 'reassign':
      return assignTo(value, action.assignee, action.team, at);
    case 'raise_priority': {
      const next = priorities[priorities.indexOf(value.priority) - 1];
      return next === undefined ? null : editFields(value, { priority: next }, at);
    }
  }
}

function alertOf(
  value: SupportCase,
  clock: ClockName,
  { level, at }: Level,
  actions: readonly EscalationAction[],
): SlaAlert {
  const stored = value.sla?.clocks[clock];
  const due = stored?.state === 'running' ? stored.due : null;
  return {
    clock,
    level,
    at: new Date(at).toISOString(),
    due: due === null ? null : new Date(due).toISOString(),
    tell: actions.flatMap((action) => (action.do === 'notify' ? [action.who] : [])),
  };
}
