import { z } from 'zod';
import { Case } from '../case.ts';
import type { Endpoint } from '../endpoint.ts';
import { MacrosDocument, RulesDocument } from '../workflow.ts';
import { Firings, WorkflowPreview, WorkflowPreviewed } from '../workflow-trials.ts';
import { caseId } from './cases.ts';

export const workflowEndpoints = {
  readRules: {
    method: 'GET',
    path: '/api/settings/rules',
    summary: 'The rules, in their order',
    tag: 'Settings',
    permission: 'settings.read',
    response: RulesDocument,
    success: 200,
    etag: true,
  },
  writeRules: {
    method: 'PUT',
    path: '/api/settings/rules',
    summary: 'Replace the rules',
    tag: 'Settings',
    permission: 'settings.write',
    body: RulesDocument,
    response: RulesDocument,
    success: 200,
    ifMatch: 'required',
    etag: true,
  },
  readMacros: {
    method: 'GET',
    path: '/api/settings/macros',
    summary: 'The macros',
    tag: 'Settings',
    permission: 'settings.read',
    response: MacrosDocument,
    success: 200,
    etag: true,
  },
  writeMacros: {
    method: 'PUT',
    path: '/api/settings/macros',
    summary: 'Replace the macros',
    tag: 'Settings',
    permission: 'settings.write',
    body: MacrosDocument,
    response: MacrosDocument,
    success: 200,
    ifMatch: 'required',
    etag: true,
  },
  applyMacro: {
    method: 'POST',
    path: '/api/cases/{id}/macros/{macroId}',
    summary: 'Carry out all actions of a macro on a case, in one step',
    tag: 'Cases',
    permission: 'cases.write',
    params: caseId.extend({ macroId: z.string().min(1).max(64) }),
    response: Case,
    success: 200,
    ifMatch: 'optional',
    etag: true,
  },
  previewWorkflow: {
    method: 'POST',
    path: '/api/workflow/preview',
    summary: 'Try a condition or rules on an object or a case; changes nothing',
    tag: 'Workflow',
    permission: 'cases.read',
    body: WorkflowPreview,
    response: WorkflowPreviewed,
    success: 200,
  },
  listFirings: {
    method: 'GET',
    path: '/api/workflow/firings',
    summary: 'How often each rule fired, and on which cases last',
    tag: 'Workflow',
    permission: 'settings.read',
    response: Firings,
    success: 200,
  },
} as const satisfies Record<string, Endpoint>;
