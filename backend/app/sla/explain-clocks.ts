import type { SupportCase } from '../../domain/case/case.ts';
import { type ClockEvent, type ClockName, type Terms, termsIn } from '../../domain/sla/clock-events.ts';
import { type ClockLedger, ledgersOf } from '../../domain/sla/ledger.ts';
import { impliedEvents } from '../../domain/sla/lived-events.ts';
import { policyFor, standardPolicy, termsOf } from '../../domain/sla/policy.ts';
import type { Clock } from '../../ports/system.ts';
import type { SlaTerms } from './sla-book.ts';

/** Why a case's due times are what they are. Milliseconds since the epoch. */
export interface Explanation {
  caseId: string;
  number: string;
  at: number;
  terms: Terms;
  /** Names of policies, as they are called now. */
  policyNames: ReadonlyMap<string, string>;
  calendar: { id: string; name: string; tz: string };
  ledgers: Record<ClockName, ClockLedger | null>;
}

export interface ExplainDeps {
  /** @throws Failure `not-found` */
  getCase: (ref: string) => Promise<{ value: SupportCase }>;
  clock: Clock;
}

/** @throws Failure `not-found` */
export async function explainClocks(
  deps: ExplainDeps,
  terms: SlaTerms,
  ref: string,
  at: number | undefined,
): Promise<Explanation> {
  const { value } = await deps.getCase(ref);
  const policy = policyFor(terms.policies, value);
  const calendar = policy?.calendar ?? 'always';
  const time = terms.timeOf(calendar);
  const events = value.sla?.events ?? unclocked(impliedEvents(value), termsOf(policy, value.priority));
  // Before it was opened there is nothing to look at.
  const moment = Math.max(at ?? deps.clock.nowMs(), events[0]?.at ?? 0);
  return {
    caseId: value.id,
    number: value.number,
    at: moment,
    terms: termsIn(events.filter((event) => event.at <= moment)) ?? termsOf(policy, value.priority),
    policyNames: new Map(terms.policies.map(({ id, name }) => [id, name])),
    calendar: { id: calendar, name: terms.calendarName(calendar), tz: time.calendar.tz },
    ledgers: ledgersOf(events, policy ?? standardPolicy, time, moment),
  };
}

/** A case that was never written since clocks are kept has had one promise all along. */
function unclocked([opened, ...rest]: ClockEvent[], terms: Terms): ClockEvent[] {
  return opened === undefined ? [] : [opened, { at: opened.at, kind: 'terms', ...terms }, ...rest];
}
