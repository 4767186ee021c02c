import type { Endpoint } from '../endpoint.ts';
import { SimilarCases, SimilarQuery } from '../similar.ts';
import { caseId } from './cases.ts';

export const similarEndpoints = {
  similarCases: {
    method: 'GET',
    path: '/api/cases/{id}/similar',
    summary: 'Cases that may help with this one or tell the same matter, with why; duplicates first',
    tag: 'Cases',
    permission: 'cases.read',
    params: caseId,
    query: SimilarQuery,
    response: SimilarCases,
    success: 200,
  },
} as const satisfies Record<string, Endpoint>;
