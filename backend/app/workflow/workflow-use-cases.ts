import type { Tick } from '../../domain/workflow/compile-condition.ts';
import type { Condition, Subject } from '../../domain/workflow/condition.ts';
import type { Trial, TrialRule } from '../../domain/workflow/trial.ts';

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

/** Trying and running rules. */
export interface WorkflowUseCases {
  /** @throws Failure `invalid` for what cannot be evaluated, `not-found` for an unknown case */
  previewWorkflow(request: PreviewRequest): Promise<Preview>;
}
