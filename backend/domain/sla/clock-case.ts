import type { SupportCase } from '../case/case.ts';
import type { Instant } from '../mail/mail.ts';
import { endedStatuses } from '../vocabulary.ts';
import { type ClockEvent, type Terms, termsIn, withEvent } from './clock-events.ts';
import { eventsAfter, type Happened, momentOf } from './lived-events.ts';
import { policyFor, type SlaSettings, standardPolicy, termsOf } from './policy.ts';
import { standOf } from './stand.ts';

/**
 * The case with its clocks worked out anew from all its events, by the settings in force; and the promise, when it is
 * another one than before. A case that has ended keeps its promise, and its clocks while nothing happens to them.
 */
export function clockCase(happened: Happened, settings: SlaSettings): { value: SupportCase; terms: Terms | null } {
  const { before, after } = happened;
  const lived = eventsAfter(happened);
  const kept = before?.sla ?? null;
  if (kept !== null && hasEnded(after) && lived.length === kept.events.length && hasEnded(before)) {
    return { value: { ...after, sla: kept }, terms: null };
  }
  const policy = policyFor(settings.policies, after);
  const terms = newTerms(termsIn(lived), termsOf(policy, after.priority), after);
  const events = terms === null ? lived : withTerms(lived, terms, happened);
  const stand = standOf(events, policy ?? standardPolicy, settings.timeOf(policy?.calendar ?? 'always'));
  const value = {
    ...after,
    sla: {
      events,
      basis: settings.basis,
      clocks: stand.clocks,
      told: after.sla?.told ?? {},
      ...(after.sla?.acknowledged !== undefined && { acknowledged: after.sla.acknowledged }),
    },
    firstResponseAt: instant(stand.firstReplyAt),
    firstResponseMinutes: stand.firstResponseMinutes,
    resolutionMinutes: stand.resolutionMinutes,
  };
  return { value, terms };
}

/** What is promised from now on, or null when nothing new is. */
function newTerms(known: Terms | null, terms: Terms, after: SupportCase): Terms | null {
  if (known === null) return terms;
  return hasEnded(after) || sameTerms(known, terms) ? null : terms;
}

function sameTerms(a: Terms, b: Terms): boolean {
  return (
    a.policy === b.policy &&
    a.priority === b.priority &&
    a.targets.firstResponse === b.targets.firstResponse &&
    a.targets.nextResponse === b.targets.nextResponse &&
    a.targets.resolution === b.targets.resolution
  );
}

/** The first promise holds from the beginning, whatever stopped a clock in that moment; a later one from the change. */
function withTerms(events: readonly ClockEvent[], terms: Terms, happened: Happened): ClockEvent[] {
  if (termsIn(events) !== null) return withEvent(events, { at: momentOf(happened), kind: 'terms', ...terms });
  const [opened, ...rest] = events;
  return opened === undefined ? [] : [opened, { at: opened.at, kind: 'terms', ...terms }, ...rest];
}

function hasEnded(value: SupportCase | undefined): boolean {
  return value !== undefined && endedStatuses.includes(value.status);
}

function instant(ms: number | null): Instant | null {
  return ms === null ? null : new Date(ms).toISOString();
}
