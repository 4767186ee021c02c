import { useEffect, useState } from 'react';
import type { Rule, RulesDocument } from '../../../backend/contracts/workflow.ts';
import type { Firings } from '../../../backend/contracts/workflow-trials.ts';
import { useSession } from '../../session/session.ts';

export type RuleFirings = Firings['items'][number];

/** How often rules fired; null until counted. */
export interface FiringCounts {
  firings: RuleFirings[] | null;
  firingsError: unknown;
}

/** The rules that are in force, a way to change those that would be, and how often they fired. */
export interface EditedRules extends FiringCounts {
  saved: RulesDocument;
  change: (edit: (rules: Rule[]) => Rule[]) => void;
}

export function useFirings(): FiringCounts {
  const { api } = useSession();
  const [firings, setFirings] = useState<RuleFirings[] | null>(null);
  const [firingsError, setFiringsError] = useState<unknown>(null);
  useEffect(() => void api('listFirings', {}).then(({ items }) => setFirings(items), setFiringsError), [api]);
  return { firings, firingsError };
}
