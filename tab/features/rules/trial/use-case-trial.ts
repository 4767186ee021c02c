import { useEffect, useState } from 'react';
import type { Rule } from '../../../../backend/contracts/workflow.ts';
import type { WorkflowPreviewed } from '../../../../backend/contracts/workflow-trials.ts';
import { useSession } from '../../../session/session.ts';
import { fromRoot, rootOf, type Ticks } from '../builder/condition-edits.ts';

/** A rule is tried again when its editing rests. */
const restMs = 400;
/** Where the server says the tried condition stood. */
const prefix = 'rules.0.if';

export interface CaseTrial {
  /** Number or id of the case; empty for none. */
  ref: string;
  tryOn: (ref: string) => void;
  result: WorkflowPreviewed | null;
  error: unknown;
  /** By the path inside the condition as the builder shows it, such as `.all.0`. */
  ticks: Ticks;
}

/** What a rule would do on one case, kept up to date with the builder. */
export function useCaseTrial(rule: Rule, timezone: string): CaseTrial {
  const { api } = useSession();
  const [ref, setRef] = useState('');
  const [result, setResult] = useState<WorkflowPreviewed | null>(null);
  const [error, setError] = useState<unknown>(null);
  const tried = JSON.stringify({ do: rule.do, if: fromRoot(rootOf(rule.if)) });
  useEffect(() => {
    if (ref === '') return;
    let overtaken = false;
    const timer = setTimeout(() => {
      api('previewWorkflow', { body: { rules: [JSON.parse(tried)], case: ref, timezone } }).then(
        (found) => {
          if (overtaken) return;
          setResult(found);
          setError(null);
        },
        (failure: unknown) => {
          if (overtaken) return;
          setResult(null);
          setError(failure);
        },
      );
    }, restMs);
    return () => {
      overtaken = true;
      clearTimeout(timer);
    };
  }, [api, ref, timezone, tried]);
  const tryOn = (next: string) => {
    setResult(null);
    setError(null);
    setRef(next);
  };
  const ticks = new Map((result?.ticks ?? []).map(({ path, matches }) => [path.slice(prefix.length), matches]));
  return { ref, tryOn, result, error, ticks };
}
