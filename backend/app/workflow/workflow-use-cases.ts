import type { Actor } from '../../domain/access/actor.ts';
import type { Versioned } from '../../domain/case/case.ts';
import type { Instant } from '../../domain/mail/mail.ts';
import type { Tick } from '../../domain/workflow/compile-condition.ts';
import type { Condition, Subject } from '../../domain/workflow/condition.ts';
import type { Rules } from '../../domain/workflow/rule.ts';
import type { Trial, TrialRule } from '../../domain/workflow/trial.ts';
import type { VersionedCase } from '../cases/case-use-cases.ts';

export interface PreviewRequest {
  condition?: Condition | undefined;
  rules?: TrialRule[] | undefined;
  object?: Record<string, unknown> | undefined;
  /** Id or number of a case, instead of an object. */
  case?: string | undefined;
  changes?: Subject['changes'] | undefined;
  now?: string | undefined;
  timezone?: string | undefined;
  mode: { snapshot: boolean; firstOnly: boolean };
}

export interface Preview extends Partial<Trial> {
  matches?: boolean;
  ticks: Tick[];
}

export interface RuleFirings {
  ruleId: string;
  /** Since the day began in the rules' zone. */
  today: number;
  /** At most 1,000 are counted. */
  last30Days: number;
  /** Newest first. */
  latest: { caseId: string; number: string; at: Instant; said: string }[];
}

/** Trying and running rules. */
export interface WorkflowUseCases {
  /** @throws Failure `invalid` for what cannot be evaluated, `not-found` for an unknown case */
  previewWorkflow(request: PreviewRequest): Promise<Preview>;
  /** @throws Failure `invalid` naming what could not run, `stale` */
  writeRules(rules: Rules, ifMatch: string): Promise<Versioned<unknown>>;
  listFirings(): Promise<RuleFirings[]>;
  /** @throws Failure `not-found` for an unknown case or macro, `stale` */
  applyMacro(actor: Actor, ref: string, macroId: string, ifMatch?: string): Promise<VersionedCase>;
}
