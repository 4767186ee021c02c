import type { Policy, Priority } from './policy.ts';

export interface TestedCase {
  priority: Priority;
  category: string;
  /** Address; empty for nobody in particular. */
  customer: string;
  /** Id; empty for none. */
  team: string;
  mailbox: string;
}

/** What became of one policy when a case was held against it. */
export type Verdict =
  | { kind: 'fits' }
  | { kind: 'off' }
  | { kind: 'no_targets' }
  | { kind: 'differs'; scope: keyof Policy['when'] }
  | { kind: 'not_looked_at' };

/** The same order and the same rules as the server's: the first that is on, fits and names the priority. */
export function judge(policies: readonly Policy[], tested: TestedCase): Verdict[] {
  let found = false;
  return policies.map((policy) => {
    if (found) return { kind: 'not_looked_at' };
    const verdict = judgeOne(policy, tested);
    found = verdict.kind === 'fits';
    return verdict;
  });
}

function judgeOne(policy: Policy, tested: TestedCase): Verdict {
  if (!policy.on) return { kind: 'off' };
  const scope = (Object.keys(policy.when) as (keyof Policy['when'])[]).find((key) => {
    const wanted = policy.when[key] ?? [];
    return wanted.length > 0 && !wanted.some((one) => holds(key, one, tested));
  });
  if (scope !== undefined) return { kind: 'differs', scope };
  return policy.targets[tested.priority] === undefined ? { kind: 'no_targets' } : { kind: 'fits' };
}

function holds(scope: keyof Policy['when'], wanted: string, tested: TestedCase): boolean {
  const given = tested[scope];
  if (scope === 'priority' || scope === 'category' || scope === 'team') return wanted === given;
  const [want, is] = [wanted.toLowerCase(), given.toLowerCase()];
  return scope === 'customer' && want.startsWith('@') ? is.endsWith(want) : is === want;
}
