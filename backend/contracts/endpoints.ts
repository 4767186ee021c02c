import { z } from 'zod';
import type { Permission } from '../domain/vocabulary.ts';
import { AssignCase, Case, CaseList, CaseQuery, ChangeStatus, CreateCase, EditableCase, PatchCase } from './case.ts';
import { FromMail, Lookup, LookupQuery, Triage, TriageRequest } from './mail.ts';
import { History, MessageList } from './message.ts';
import { Health, Ready } from './operations.ts';
import { AgentsDocument, CategoriesDocument, Me, Person, TeamsDocument } from './settings.ts';

/**
 * One row a route. Server, typed client, OpenAPI and the test that every route has a role all read this table.
 * `permission: 'public'` is for what must answer without a token.
 */
export interface Endpoint {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Parameters in braces, as in OpenAPI. */
  path: string;
  summary: string;
  tag: string;
  permission: Permission | 'public';
  params?: z.ZodObject;
  query?: z.ZodType;
  body?: z.ZodType;
  response: z.ZodType;
  /** Status of success; the handler may answer 200 instead of 201 where the thing was there already. */
  success: 200 | 201;
  /** Whether the caller must name the version it changes. */
  ifMatch?: 'required' | 'optional';
  /** Whether the route takes an Idempotency-Key. */
  idempotencyKey?: true;
  /** Whether the answer carries an ETag. */
  etag?: true;
}

const caseId = z.object({ id: z.string().min(1).max(64).meta({ description: "the case's id or its number" }) });

export const endpoints = {
  me: {
    method: 'GET',
    path: '/api/me',
    summary: 'Who I am and what I may do',
    tag: 'Session',
    permission: 'cases.read',
    response: Me,
    success: 200,
  },
  listCases: {
    method: 'GET',
    path: '/api/cases',
    summary: 'Cases that match a filter, with the exact total',
    tag: 'Cases',
    permission: 'cases.read',
    query: CaseQuery,
    response: CaseList,
    success: 200,
  },
  createCase: {
    method: 'POST',
    path: '/api/cases',
    summary: 'Open a case by hand',
    tag: 'Cases',
    permission: 'cases.write',
    body: CreateCase,
    response: Case,
    success: 201,
    idempotencyKey: true,
    etag: true,
  },
  caseFromMail: {
    method: 'POST',
    path: '/api/cases/from-mail',
    summary: 'Turn a mail into a case, or find the case that already holds it',
    tag: 'Cases',
    permission: 'cases.write',
    body: FromMail,
    response: Case,
    success: 201,
    idempotencyKey: true,
    etag: true,
  },
  getCase: {
    method: 'GET',
    path: '/api/cases/{id}',
    summary: 'One case',
    tag: 'Cases',
    permission: 'cases.read',
    params: caseId,
    response: Case,
    success: 200,
    etag: true,
  },
  replaceCase: {
    method: 'PUT',
    path: '/api/cases/{id}',
    summary: 'Set all editable fields of a case',
    tag: 'Cases',
    permission: 'cases.write',
    params: caseId,
    body: EditableCase,
    response: Case,
    success: 200,
    ifMatch: 'required',
    etag: true,
  },
  patchCase: {
    method: 'PATCH',
    path: '/api/cases/{id}',
    summary: 'Change some fields of a case',
    tag: 'Cases',
    permission: 'cases.write',
    params: caseId,
    body: PatchCase,
    response: Case,
    success: 200,
    ifMatch: 'required',
    etag: true,
  },
  changeStatus: {
    method: 'PATCH',
    path: '/api/cases/{id}/status',
    summary: 'Move a case to another status',
    tag: 'Cases',
    permission: 'cases.write',
    params: caseId,
    body: ChangeStatus,
    response: Case,
    success: 200,
    ifMatch: 'optional',
    etag: true,
  },
  assignCase: {
    method: 'PATCH',
    path: '/api/cases/{id}/assign',
    summary: 'Give a case to somebody, or to nobody',
    tag: 'Cases',
    permission: 'cases.write',
    params: caseId,
    body: AssignCase,
    response: Case,
    success: 200,
    ifMatch: 'optional',
    etag: true,
  },
  listMessages: {
    method: 'GET',
    path: '/api/cases/{id}/messages',
    summary: 'The conversation, oldest first',
    tag: 'Cases',
    permission: 'cases.read',
    params: caseId,
    response: MessageList,
    success: 200,
  },
  caseHistory: {
    method: 'GET',
    path: '/api/cases/{id}/history',
    summary: 'Everything that happened to a case, oldest first',
    tag: 'Cases',
    permission: 'cases.read',
    params: caseId,
    response: History,
    success: 200,
  },
  lookupMail: {
    method: 'GET',
    path: '/api/mail/lookup',
    summary: 'The case of a mail, and other cases of its sender',
    tag: 'Mail',
    permission: 'cases.read',
    query: LookupQuery,
    response: Lookup,
    success: 200,
  },
  previewTriage: {
    method: 'POST',
    path: '/api/triage/preview',
    summary: 'What the analyst would say of a text; changes nothing',
    tag: 'Mail',
    permission: 'cases.read',
    body: TriageRequest,
    response: Triage,
    success: 200,
  },
  readAgents: {
    method: 'GET',
    path: '/api/settings/agents',
    summary: 'Who works here',
    tag: 'Settings',
    permission: 'settings.read',
    response: AgentsDocument,
    success: 200,
    etag: true,
  },
  writeAgents: {
    method: 'PUT',
    path: '/api/settings/agents',
    summary: 'Replace the list of agents',
    tag: 'Settings',
    permission: 'settings.write',
    body: AgentsDocument,
    response: AgentsDocument,
    success: 200,
    ifMatch: 'required',
    etag: true,
  },
  readTeams: {
    method: 'GET',
    path: '/api/settings/teams',
    summary: 'Teams',
    tag: 'Settings',
    permission: 'settings.read',
    response: TeamsDocument,
    success: 200,
    etag: true,
  },
  writeTeams: {
    method: 'PUT',
    path: '/api/settings/teams',
    summary: 'Replace the list of teams',
    tag: 'Settings',
    permission: 'settings.write',
    body: TeamsDocument,
    response: TeamsDocument,
    success: 200,
    ifMatch: 'required',
    etag: true,
  },
  readCategories: {
    method: 'GET',
    path: '/api/settings/categories',
    summary: 'The category tree',
    tag: 'Settings',
    permission: 'settings.read',
    response: CategoriesDocument,
    success: 200,
    etag: true,
  },
  writeCategories: {
    method: 'PUT',
    path: '/api/settings/categories',
    summary: 'Replace the category tree',
    tag: 'Settings',
    permission: 'settings.write',
    body: CategoriesDocument,
    response: CategoriesDocument,
    success: 200,
    ifMatch: 'required',
    etag: true,
  },
  findPerson: {
    method: 'GET',
    path: '/api/directory/people/{id}',
    summary: 'Somebody in the directory, as the caller may see them, to be listed as an agent',
    tag: 'Settings',
    permission: 'settings.write',
    params: z.object({ id: z.string().min(1).max(320).meta({ description: 'Entra object id or sign-in name' }) }),
    response: Person,
    success: 200,
  },
  health: {
    method: 'GET',
    path: '/health',
    summary: 'The process is alive',
    tag: 'Operations',
    permission: 'public',
    response: Health,
    success: 200,
  },
  ready: {
    method: 'GET',
    path: '/ready',
    summary: 'The process serves everything it knows; 503 until then',
    tag: 'Operations',
    permission: 'public',
    response: Ready,
    success: 200,
  },
} as const satisfies Record<string, Endpoint>;

export type EndpointName = keyof typeof endpoints;
