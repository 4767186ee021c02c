import type { VersionedCase } from '../backend/app/app.ts';
import { statusWords } from '../backend/contracts/words.ts';
import { may } from '../backend/domain/access/permissions.ts';
import { acknowledgedNow, type StoredClock } from '../backend/domain/sla/case-sla.ts';
import type { Role } from '../backend/domain/vocabulary.ts';
import type { CardFact, PostedCard } from '../backend/ports/conversations.ts';
import type { AnswerDeps } from './asking.ts';
import { type AlertState, type AlertView, alertCard } from './cards/alert-card.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { present } from './case-answers.ts';
import { caseUrl } from './links.ts';

export type AlertFact = Extract<CardFact, { kind: 'alert' }>;

/** Where the run of a clock stands that an alert tells of. */
export function alertStateOf({ value }: VersionedCase, { clock, since }: AlertFact, nowMs: number): AlertState {
  const stored = value.sla?.clocks[clock] ?? null;
  if (stored === null || value.mergedInto !== null) return { kind: 'settled', at: null, due: null };
  if (stored.state === 'paused') return { kind: 'paused', status: statusWords[value.status].toLowerCase() };
  if (stored.state !== 'running')
    return { kind: 'settled', at: iso(stored.at), due: stored.due === null ? null : iso(stored.due) };
  if (stored.since !== since || stored.due === null) return { kind: 'settled', at: null, due: null };
  return runningState(stored, stored.due, nowMs);
}

function runningState({ risk }: Extract<StoredClock, { state: 'running' }>, due: number, nowMs: number): AlertState {
  if (nowMs > due) return { kind: 'overdue', due: iso(due) };
  return { kind: risk === null || nowMs >= risk ? 'at_risk' : 'eased', due: iso(due) };
}

/** Whether anybody still has to do something about it. */
export function isPressing({ kind }: AlertState): boolean {
  return kind === 'at_risk' || kind === 'overdue';
}

export interface Seeing {
  /** Agent id and role of whoever sees it; absent for the card that stands for all. */
  viewer?: { id: string; role: Role | null };
  notice?: string;
  snoozed?: PostedCard['snoozed'];
  viewers?: readonly string[];
}

/** The card of an alert as the case stands now. */
export function drawAlert(deps: AnswerDeps, found: VersionedCase, fact: AlertFact, seeing: Seeing = {}): AdaptiveCard {
  const { value } = found;
  const { viewer, notice, snoozed = null, viewers } = seeing;
  const nowMs = deps.clock.nowMs();
  const role = viewer === undefined ? 'agent' : viewer.role;
  const shown = present(deps, found, role);
  const stored = value.sla?.clocks[fact.clock] ?? null;
  const name = (id: string) => deps.agentName(id) ?? 'Somebody';
  const said = value.sla === null ? null : acknowledgedNow(value.sla, fact.clock);
  const view: AlertView = {
    case: shown,
    clock: fact.clock,
    since: iso(fact.since),
    state: alertStateOf(found, fact, nowMs),
    targetMinutes: stored?.target ?? null,
    usedMinutes: usedMinutes(stored, fact.since),
    extensions: (value.sla?.events ?? []).flatMap((event) =>
      event.kind === 'extended' && event.clock === fact.clock && event.at >= fact.since ? [event] : [],
    ),
    acknowledged: said === null ? null : { name: name(said.by), at: iso(said.at), byViewer: said.by === viewer?.id },
    snoozed:
      snoozed !== null && Date.parse(snoozed.until) > nowMs ? { until: snoozed.until, name: name(snoozed.by) } : null,
    nextStepAt: nextStep(stored, nowMs),
    notice,
    viewer: viewer?.id,
    mayExtend: viewer !== undefined && may(viewer.role, 'sla.extend'),
    openUrl: caseUrl(deps.publicUrl, value.number),
    ...(viewers !== undefined && { viewers }),
  };
  return alertCard(view);
}

/** What had been used when it came to be told: a posted card does not tick. */
function usedMinutes(stored: StoredClock | null, since: number): number {
  if (stored?.state !== 'running') return stored?.target ?? 0;
  const at = stored.risk ?? stored.due ?? since;
  return Math.min(stored.target, Math.ceil((at - since) / 60_000));
}

function nextStep(stored: StoredClock | null, nowMs: number): string | null {
  if (stored?.state !== 'running') return null;
  const steps = stored.levels
    .filter(({ level, at }) => level !== 'at_risk' && level !== 'breached' && at > nowMs)
    .map(({ at }) => at);
  return steps.length === 0 ? null : iso(Math.min(...steps));
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
