import type { Actor } from '../../domain/access/actor.ts';
import { isCurrent } from '../../domain/case/change.ts';
import { lastOfCustomer } from '../../domain/case/conversation.ts';
import { Failure } from '../../domain/failure.ts';
import { applyActions, didAnything } from '../../domain/workflow/apply-actions.ts';
import { caseObject } from '../../domain/workflow/case-object.ts';
import type { Macro } from '../../domain/workflow/rule.ts';
import type { VersionedCase } from '../cases/case-use-cases.ts';
import { caseIdOf, getCase, noSuchCase } from '../cases/find-case.ts';
import { mustNotBeMerged } from '../cases/merged.ts';
import type { WorkflowDeps } from './deps.ts';
import { lastAgentOf, noteChosen, readRoster, rosterChoice } from './roster.ts';
import { writeApplied } from './write-applied.ts';

/**
 * Carries out all actions of a macro in one commit, in the name of whoever pressed the button; the history keeps it as
 * one entry. @throws Failure `not-found` for an unknown case or macro, `stale`
 */
export async function applyMacro(
  deps: WorkflowDeps,
  actor: Actor,
  ref: string,
  macroId: string,
  ifMatch?: string,
): Promise<VersionedCase> {
  const macro = await macroOf(deps, macroId);
  const roster = await readRoster(deps);
  const caseId = caseIdOf(deps, ref);
  const lastAgent = await lastAgentOf(deps, (await getCase(deps, caseId)).value);
  const messages = macro.do.some(({ kind }) => kind === 'send_mail') ? await deps.store.messages(caseId) : [];
  const answers = lastOfCustomer(messages) ?? null;
  const operation = deps.ids.secret();
  const given = await deps.store.transact(caseId, `macro|${operation}`, async (tx) => {
    const found = await tx.case(caseId);
    if (found === undefined) throw noSuchCase(ref);
    mustNotBeMerged(found.value);
    if (ifMatch !== undefined && !isCurrent(found.value, found.etag, ifMatch)) {
      throw new Failure('stale', 'Somebody changed the case meanwhile.', { current: found });
    }
    const at = deps.clock.now();
    const nowMs = Date.parse(at);
    const applied = applyActions(found.value, macro.do, {
      at,
      asObject: (value) => caseObject(value, null, nowMs),
      choose: rosterChoice(roster, lastAgent),
    });
    if (!didAnything(applied)) return null;
    const note = writeApplied(deps, tx, applied.value, applied, { id: operation, author: actor.name, at, answers });
    const messageCount = applied.value.messageCount + (note === null ? 0 : 1);
    tx.putCase({ ...applied.value, messageCount, updatedAt: at });
    tx.record({
      kind: 'case.changed',
      caseId,
      at,
      actor,
      changes: applied.changes,
      messageId: note?.id ?? null,
      mail: null,
      reason: `Macro “${macro.name}”: ${applied.said.join(', ')}.`,
      automation: { kind: 'macro', id: macro.id, name: macro.name, depth: 0, effects: applied.effects },
    });
    const { team, assignee } = applied.value;
    return assignee === found.value.assignee ? null : { team, assignee };
  });
  if (given?.team != null && given.assignee != null) await noteChosen(deps, roster, given.team, given.assignee);
  return getCase(deps, caseId);
}

async function macroOf(deps: WorkflowDeps, id: string): Promise<Macro> {
  const { macros } = (await deps.settings.read('macros')).value as { macros: Macro[] };
  const macro = macros.find((one) => one.id === id);
  if (macro === undefined) throw new Failure('not-found', 'There is no macro of that name.');
  return macro;
}
