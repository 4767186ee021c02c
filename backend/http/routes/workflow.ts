import type { App } from '../../app/app.ts';
import { MacrosDocument, RulesDocument } from '../../contracts/workflow.ts';
import type { WorkflowPreview } from '../../contracts/workflow-trials.ts';
import type { Condition } from '../../domain/workflow/condition.ts';
import type { TrialAction, TrialRule } from '../../domain/workflow/trial.ts';
import type { RenderedCases } from '../rendered-cases.ts';
import type { ApiHandlers } from './api-handlers.ts';
import { changed } from './cases.ts';
import { readDocument, writeDocument } from './settings.ts';

type WorkflowRoutes = Pick<
  ApiHandlers,
  | 'readRules'
  | 'writeRules'
  | 'readMacros'
  | 'writeMacros'
  | 'applyMacro'
  | 'previewWorkflow'
  | 'dryRunRules'
  | 'listFirings'
>;

export function workflowRoutes(app: App, rendered: RenderedCases): WorkflowRoutes {
  const deps = { app, rendered };
  return {
    readRules: () => readDocument(app, 'rules', RulesDocument),
    writeRules: ({ actor, body, ifMatch }) => writeDocument(app, actor, 'rules', RulesDocument, body, ifMatch),
    readMacros: () => readDocument(app, 'macros', MacrosDocument),
    writeMacros: ({ actor, body, ifMatch }) => writeDocument(app, actor, 'macros', MacrosDocument, body, ifMatch),
    applyMacro: ({ actor, viewer, params, ifMatch }) =>
      changed(deps, params.id, viewer, ifMatch, (version) => app.applyMacro(actor, params.id, params.macroId, version)),
    dryRunRules: async ({ body }) => ({ body: await app.dryRun(body) }),
    listFirings: async () => {
      const items = await app.listFirings();
      return { body: { items, total: items.length } };
    },
    previewWorkflow: async ({ body }) => {
      const { rules, mode = '', ...rest } = body;
      return {
        body: await app.previewWorkflow({
          ...rest,
          rules: rules?.map(trialRule),
          mode: { snapshot: mode.includes('snapshot'), firstOnly: mode.startsWith('first') },
        }),
      };
    },
  };
}

type PreviewRule = NonNullable<WorkflowPreview['rules']>[number];

function trialRule({ when, if: condition, enabled = true, stop = false, do: actions }: PreviewRule): TrialRule {
  const asWhen = when === undefined || Array.isArray(when) ? null : (when as Condition | null);
  return { if: condition ?? asWhen, do: actions.map(trialAction), enabled, stop };
}

/** Verbs that others write as a list become the actions of a rule. */
function trialAction(action: PreviewRule['do'][number]): TrialAction {
  if (!Array.isArray(action)) return action as TrialAction;
  const [verb, ...rest] = action as [string, ...unknown[]];
  const [first, second] = rest;
  if (verb === 'set') return { kind: 'set', field: first, value: second };
  if (verb === 'add_tag') return { kind: 'add_tags', tags: [first] };
  if (verb === 'remove_tag') return { kind: 'remove_tags', tags: [first] };
  if (verb === 'assign') return { kind: 'assign', to: first };
  if (verb === 'note') return { kind: 'note', text: first };
  return { kind: verb, arguments: rest };
}
