import { keepClocks } from '../app/sla/keep-clocks.ts';
import { untold, withTold } from '../domain/sla/case-sla.ts';
import type { SlaSettings } from '../domain/sla/policy.ts';
import type { Completion } from '../ports/case-store.ts';

/** Keeps the clocks of made-up cases, and nobody is told of what they came to in a past that never was. */
export function keepClocksTold(terms: () => SlaSettings, nowMs: number): Completion {
  const keep = keepClocks(terms);
  return (written) => {
    const { after, events } = keep(written);
    if (after.sla === null) return { after, events };
    const past = untold(after.sla).filter(({ at }) => at <= nowMs);
    const told = past.reduce(withTold, after.sla.told);
    return { after: { ...after, sla: { ...after.sla, told } }, events };
  };
}
