import { AuditList, AuditQuery } from '../audit.ts';
import type { Endpoint } from '../endpoint.ts';

export const auditEndpoints = {
  listAudit: {
    method: 'GET',
    path: '/api/audit',
    summary: 'Who changed settings and roles, exported or erased data, and was refused at sign-in; newest first',
    tag: 'Operations',
    permission: 'audit.read',
    query: AuditQuery,
    response: AuditList,
    success: 200,
  },
} as const satisfies Record<string, Endpoint>;
