import type { Endpoint } from '../endpoint.ts';
import { Ledger, LedgerQuery } from '../sla-ledger.ts';
import { PreviewSla, SlaPreview } from '../sla-preview.ts';
import { CalendarsDocument, SlaPoliciesDocument } from '../sla-settings.ts';
import { caseId } from './cases.ts';

export const slaEndpoints = {
  previewSla: {
    method: 'POST',
    path: '/api/sla/preview',
    summary: 'When minutes are up, how many have passed, or where clocks stand, by a calendar; changes nothing',
    tag: 'Service levels',
    permission: 'cases.read',
    body: PreviewSla,
    response: SlaPreview,
    success: 200,
  },
  caseLedger: {
    method: 'GET',
    path: '/api/cases/{id}/sla',
    summary: 'Why the due times of a case are what they are: every interval with its cause, and the sum',
    tag: 'Service levels',
    permission: 'cases.read',
    params: caseId,
    query: LedgerQuery,
    response: Ledger,
    success: 200,
  },
  readSlaPolicies: {
    method: 'GET',
    path: '/api/settings/sla-policies',
    summary: 'Service level policies, in the order in which they are asked',
    tag: 'Settings',
    permission: 'settings.read',
    response: SlaPoliciesDocument,
    success: 200,
    etag: true,
  },
  writeSlaPolicies: {
    method: 'PUT',
    path: '/api/settings/sla-policies',
    summary: 'Replace the service level policies; open cases follow',
    tag: 'Settings',
    permission: 'settings.write',
    body: SlaPoliciesDocument,
    response: SlaPoliciesDocument,
    success: 200,
    ifMatch: 'required',
    etag: true,
  },
  readCalendars: {
    method: 'GET',
    path: '/api/settings/calendars',
    summary: 'Calendars by which service levels count time',
    tag: 'Settings',
    permission: 'settings.read',
    response: CalendarsDocument,
    success: 200,
    etag: true,
  },
  writeCalendars: {
    method: 'PUT',
    path: '/api/settings/calendars',
    summary: 'Replace the calendars; open cases follow',
    tag: 'Settings',
    permission: 'settings.write',
    body: CalendarsDocument,
    response: CalendarsDocument,
    success: 200,
    ifMatch: 'required',
    etag: true,
  },
} as const satisfies Record<string, Endpoint>;
