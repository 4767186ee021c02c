import type { Whom } from './rule.ts';

/** Something to be sent to the world because of what was done to a case. */
export type Effect =
  | { kind: 'notify'; whom: Whom; text: string }
  | { kind: 'webhook'; url: string }
  | { kind: 'task'; title: string; description: string }
  | { kind: 'template_tasks' }
  /** Id or number of the other case. */
  | { kind: 'link'; to: string };

/**
 * What did something to a case when no person did, as the log keeps it. The log is also the list of what is still to be
 * sent: whoever follows it sends the effects.
 */
export interface Automation {
  kind: 'rule' | 'macro' | 'assignment' | 'hand_over';
  /** Of the rule or macro; of the team that was assigned for. */
  id: string;
  name: string;
  /** Links in the chain of rules that set one another off: 1 for a rule that anything else set off, 0 for no rule. */
  depth: number;
  effects: Effect[];
}
