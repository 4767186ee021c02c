import { customerConversation, lastOfCustomer } from '../../domain/case/conversation.ts';
import { Failure, type FieldFault } from '../../domain/failure.ts';
import { caseObject } from '../../domain/workflow/case-object.ts';
import { compileCondition, explainCondition } from '../../domain/workflow/compile-condition.ts';
import { comparisonsOf, type Subject } from '../../domain/workflow/condition.ts';
import { tryRules } from '../../domain/workflow/trial.ts';
import { instantOf, isTimezone } from '../../domain/workflow/zoned-time.ts';
import { getCase } from '../cases/find-case.ts';
import { readParents } from './category-parents.ts';
import type { WorkflowDeps } from './deps.ts';
import type { Preview, PreviewRequest } from './workflow-use-cases.ts';

/** Tries a condition or rules without changing anything. @throws Failure `invalid` naming what cannot be evaluated */
export async function previewWorkflow(deps: WorkflowDeps, request: PreviewRequest): Promise<Preview> {
  refuse([...zoneFaults(request.timezone), ...conditionFaults(request)]);
  const subject = await subjectOf(deps, request);
  const { condition, rules = [] } = request;
  if (condition !== undefined) {
    return { matches: compileCondition(condition).matches(subject), ticks: explainCondition(condition, subject) };
  }
  const ticks = rules.flatMap((rule, i) =>
    rule.if === null ? [] : explainCondition(rule.if, subject, `rules.${i}.if`),
  );
  return { ...tryRules(rules, subject, request.mode), ticks };
}

async function subjectOf(deps: WorkflowDeps, request: PreviewRequest): Promise<Subject> {
  const timezone = request.timezone ?? 'UTC';
  const nowMs = (request.now === undefined ? null : instantOf(request.now, timezone)) ?? deps.clock.nowMs();
  const object = request.object ?? (await objectOf(deps, request.case ?? '', nowMs));
  return { object, changes: request.changes ?? {}, nowMs, timezone, parents: await readParents(deps.settings) };
}

async function objectOf(deps: WorkflowDeps, ref: string, nowMs: number): Promise<Record<string, unknown>> {
  const { value } = await getCase(deps, ref);
  const messages = await deps.store.messages(value.id);
  // What the customer wrote last is what rules are about, not our answer to it.
  const last = lastOfCustomer(messages) ?? customerConversation(messages).at(-1);
  return caseObject(value, last ?? null, nowMs);
}

export function zoneFaults(timezone: string | undefined): FieldFault[] {
  if (timezone === undefined || isTimezone(timezone)) return [];
  return [{ path: 'timezone', message: 'is not an IANA time zone' }];
}

/** A sender pattern that cannot be read matches nobody here; it is refused where rules are saved. */
function conditionFaults({ condition, rules = [] }: PreviewRequest): FieldFault[] {
  const all = [
    ...(condition === undefined ? [] : [{ condition, path: 'condition' }]),
    ...rules.flatMap((rule, i) => (rule.if === null ? [] : [{ condition: rule.if, path: `rules.${i}.if` }])),
  ];
  return all.flatMap(({ condition: one, path }) =>
    comparisonsOf(one).every(({ op }) => op === 'sender pattern') ? [] : compileCondition(one, path).faults,
  );
}

/** @throws Failure `invalid` when there is anything wrong */
export function refuse(faults: FieldFault[]): void {
  if (faults.length === 0) return;
  const [{ path, message } = { path: '', message: '' }] = faults;
  throw new Failure('invalid', `The body is not valid: ${path} ${message}.`, { faults });
}
