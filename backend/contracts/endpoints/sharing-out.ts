import { z } from 'zod';
import { Case } from '../case.ts';
import type { Endpoint } from '../endpoint.ts';
import { Availability, HandOver, HandOverList, Roster } from '../sharing-out.ts';
import { caseId } from './cases.ts';

export const sharingOutEndpoints = {
  readAvailability: {
    method: 'GET',
    path: '/api/me/availability',
    summary: 'Whether the caller takes work, as they said',
    tag: 'Sharing out',
    permission: 'cases.read',
    response: Availability,
    success: 200,
  },
  setAvailability: {
    method: 'PUT',
    path: '/api/me/availability',
    summary: 'Say whether one takes work; the work of who is out of office is offered again',
    tag: 'Sharing out',
    permission: 'cases.write',
    body: Availability,
    response: Availability,
    success: 200,
  },
  listRoster: {
    method: 'GET',
    path: '/api/roster',
    summary: 'Who can take work now, how much they have, and why not',
    tag: 'Sharing out',
    permission: 'cases.read',
    response: Roster,
    success: 200,
  },
  listHandOver: {
    method: 'GET',
    path: '/api/hand-over',
    summary: 'Cases that will be at risk before whoever has them is back',
    tag: 'Sharing out',
    permission: 'cases.read',
    query: z.object({ team: z.string().max(100).optional() }),
    response: HandOverList,
    success: 200,
  },
  handOver: {
    method: 'POST',
    path: '/api/cases/{id}/hand-over',
    summary: 'Hand a case over with a note: to a colleague, to oneself, or to the team',
    tag: 'Sharing out',
    permission: 'cases.write',
    params: caseId,
    body: HandOver,
    response: Case,
    success: 200,
    idempotencyKey: 'answer',
    etag: true,
  },
} as const satisfies Record<string, Endpoint>;
