import type { Endpoint } from '../endpoint.ts';
import { Workspace } from '../workspace.ts';

export const workspaceEndpoints = {
  readWorkspace: {
    method: 'GET',
    path: '/api/me/workspace',
    summary: 'How the caller has laid out the case list',
    tag: 'Cases',
    permission: 'cases.read',
    response: Workspace,
    success: 200,
    etag: true,
  },
  writeWorkspace: {
    method: 'PUT',
    path: '/api/me/workspace',
    summary: 'Choose columns, density, the view to start with, and whether single keys act',
    tag: 'Cases',
    permission: 'cases.read',
    body: Workspace,
    response: Workspace,
    success: 200,
    ifMatch: 'required',
    etag: true,
  },
} as const satisfies Record<string, Endpoint>;
