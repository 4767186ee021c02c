import { type CaseStatus, type Priority, pausedStatuses, priorities } from '../vocabulary.ts';
import type { BusinessTime } from './business-time.ts';
import type { ClockName, Conduct, Targets, Terms } from './clock-events.ts';

/** Which cases a policy is for. Each list is "any of"; all given lists must hold; none given holds for every case. */
export interface PolicyScope {
  priority?: readonly Priority[] | undefined;
  category?: readonly string[] | undefined;
  /** Addresses, or `@domain` for everybody there. */
  customer?: readonly string[] | undefined;
  team?: readonly string[] | undefined;
  mailbox?: readonly string[] | undefined;
}

/** From when a running clock is at risk: whichever comes first. */
export interface AtRisk {
  percent: number | null;
  /** Minutes of the calendar left. */
  minutesBefore: number | null;
}

export type EscalationAction =
  | { do: 'notify'; who: 'assignee' | 'team' | 'managers' }
  | { do: 'reassign'; assignee: string | null; team?: string | null | undefined }
  | { do: 'raise_priority' };

/** What happens at some point of a clock. */
export interface EscalationStep {
  /** Unique in the policy. */
  id: string;
  clock: ClockName;
  /** Minutes of the calendar after the deadline; negative before it. */
  minutesAfterDue: number;
  actions: readonly EscalationAction[];
}

export interface SlaPolicy {
  id: string;
  name: string;
  on: boolean;
  when: PolicyScope;
  /** Id of a calendar; `always` runs round the clock. */
  calendar: string;
  /** A priority that is not named is not this policy's; the next that fits is asked. */
  targets: { readonly [priority in Priority]?: Targets | undefined };
  pauseStatuses: readonly CaseStatus[];
  nextResponse: Conduct['nextResponse'];
  atRisk: AtRisk;
  escalation: readonly EscalationStep[];
}

/** Policies in the order in which they are asked, and the calendars they name. */
export interface SlaSettings {
  policies: readonly SlaPolicy[];
  /** The time of a calendar; round the clock for an id nobody knows. */
  timeOf(calendar: string): BusinessTime;
  /** Changes with every change of policies or calendars. */
  basis: string;
}

/** What policies look at. */
export interface PolicyFacts {
  priority: Priority;
  category: string;
  customer: { email: string };
  team: string | null;
  mailbox: string | null;
}

const defaultMinutes: Record<Priority, [firstResponse: number, resolution: number]> = {
  critical: [30, 2 * 60],
  urgent: [45, 3 * 60],
  high: [60, 4 * 60],
  medium: [4 * 60, 24 * 60],
  low: [8 * 60, 72 * 60],
};

/** The policy of a new deployment: every case, round the clock. */
export const standardPolicy: SlaPolicy = {
  id: 'standard',
  name: 'Everyone else',
  on: true,
  when: {},
  calendar: 'always',
  targets: Object.fromEntries(
    priorities.map((priority) => {
      const [firstResponse, resolution] = defaultMinutes[priority];
      return [priority, { firstResponse, nextResponse: null, resolution }];
    }),
  ),
  pauseStatuses: [...pausedStatuses],
  nextResponse: 'after_first_reply',
  atRisk: { percent: 80, minutesBefore: null },
  escalation: [],
};

/** The first policy that is for the case and promises something for its priority. */
export function policyFor(policies: readonly SlaPolicy[], facts: PolicyFacts): SlaPolicy | null {
  return (
    policies.find((policy) => policy.on && policy.targets[facts.priority] !== undefined && fits(policy.when, facts)) ??
    null
  );
}

/** What a policy promises a case of this priority. */
export function termsOf(policy: SlaPolicy | null, priority: Priority): Terms {
  const nothing: Targets = { firstResponse: null, nextResponse: null, resolution: null };
  return { policy: policy?.id ?? null, priority, targets: policy?.targets[priority] ?? nothing };
}

function fits(when: PolicyScope, facts: PolicyFacts): boolean {
  const email = facts.customer.email.toLowerCase();
  return (
    holds(when.priority, (one) => one === facts.priority) &&
    holds(when.category, (one) => one === facts.category) &&
    holds(when.customer, (one) =>
      one.startsWith('@') ? email.endsWith(one.toLowerCase()) : email === one.toLowerCase(),
    ) &&
    holds(when.team, (one) => one === facts.team) &&
    holds(when.mailbox, (one) => one.toLowerCase() === facts.mailbox?.toLowerCase())
  );
}

function holds<T>(wanted: readonly T[] | undefined, test: (one: T) => boolean): boolean {
  return wanted === undefined || wanted.length === 0 || wanted.some(test);
}
