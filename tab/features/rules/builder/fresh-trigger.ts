import type { Trigger } from '../../../../backend/contracts/workflow.ts';

/** Triggers as people choose them: each level of the clocks is one of its own. */
export type TriggerKind = Exclude<Trigger['kind'], 'sla'> | 'sla:at_risk' | 'sla:breached';

export function kindOfTrigger(trigger: Trigger): TriggerKind {
  return trigger.kind === 'sla' ? `sla:${trigger.level}` : trigger.kind;
}

/** A trigger with the usual values of its kind. */
export function freshTrigger(kind: TriggerKind): Trigger {
  switch (kind) {
    case 'sla:at_risk':
      return { kind: 'sla', level: 'at_risk' };
    case 'sla:breached':
      return { kind: 'sla', level: 'breached' };
    case 'time_since':
      return { kind, since: 'last_message', amount: 1, unit: 'day' };
    case 'schedule':
      return { kind, every: 'day', at: '08:00' };
    default:
      return { kind };
  }
}

/** Whether only the passing of time sets it off, which a dry run cannot play. */
export function isOfTime({ kind }: Trigger): boolean {
  return kind === 'time_since' || kind === 'schedule';
}
