import { z } from 'zod';
import type { Endpoint } from '../endpoint.ts';
import { caseId } from './cases.ts';

export const fileEndpoints = {
  readAttachment: {
    method: 'GET',
    path: '/api/cases/{id}/messages/{messageId}/attachments/{attachmentId}',
    summary: 'The bytes of a file that came with a mail; 403 for one that is withheld',
    tag: 'Cases',
    permission: 'cases.read',
    params: caseId.extend({ messageId: z.string().min(1).max(64), attachmentId: z.string().min(1).max(1_000) }),
    response: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
    bytes: true,
    success: 200,
  },
} as const satisfies Record<string, Endpoint>;
