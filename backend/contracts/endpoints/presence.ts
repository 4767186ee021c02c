import { z } from 'zod';
import { presenceDoings, presenceSurfaces } from '../../domain/vocabulary.ts';
import type { Endpoint } from '../endpoint.ts';
import { CasePresence } from '../live.ts';
import { caseId } from './cases.ts';

export const presenceEndpoints = {
  casePresence: {
    method: 'GET',
    path: '/api/cases/{id}/presence',
    summary: 'Who views the case or writes a reply now, and where',
    tag: 'Cases',
    permission: 'cases.read',
    params: caseId,
    response: CasePresence,
    success: 200,
  },
  bePresent: {
    method: 'POST',
    path: '/api/cases/{id}/presence',
    summary: 'Say that one views the case or writes a reply; holds 90 s unless said again, `gone` ends it',
    tag: 'Cases',
    permission: 'cases.read',
    params: caseId,
    body: z.strictObject({
      doing: z.enum([...presenceDoings, 'gone']).default('viewing'),
      surface: z.enum(presenceSurfaces).optional().meta({ description: 'that of the request unless given' }),
    }),
    response: CasePresence,
    success: 200,
  },
} as const satisfies Record<string, Endpoint>;
