import { clockCase } from '../../domain/sla/clock-case.ts';
import type { SlaSettings } from '../../domain/sla/policy.ts';
import type { Completion } from '../../ports/case-store.ts';

/**
 * Keeps the clocks of every case true, whoever writes it and for whatever reason: they are worked out anew from what
 * happened, in the same commit. A new promise goes into the log, so that a replay needs no settings of the past.
 */
export function keepClocks(terms: () => SlaSettings): Completion {
  return ({ before, after, events, messages, removed }) => {
    const happened = { before, after, entries: events, messages, removed };
    const { value, terms: promised } = clockCase(happened, terms());
    if (promised === null) return { after: value, events };
    const last = events.length - 1;
    return {
      after: value,
      events: events.map((event, i) => (i === last ? { ...event, sla: { ...event.sla, terms: promised } } : event)),
    };
  };
}
