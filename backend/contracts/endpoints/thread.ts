import type { Endpoint } from '../endpoint.ts';
import { SummaryRequest, ThreadSummary, Translation, TranslationRequest } from '../thread.ts';
import { caseId } from './cases.ts';

export const threadEndpoints = {
  summariseThread: {
    method: 'POST',
    path: '/api/cases/{id}/summary',
    summary: 'What happened, what is open and what we promised, each with its messages; changes nothing',
    tag: 'Cases',
    permission: 'cases.read',
    params: caseId,
    body: SummaryRequest,
    response: ThreadSummary,
    success: 200,
  },
  translateMessage: {
    method: 'POST',
    path: '/api/cases/{id}/translation',
    summary: 'A message in another language, by a language model; 409 where none may see it, 503 where none answers',
    tag: 'Cases',
    permission: 'cases.read',
    params: caseId,
    body: TranslationRequest,
    response: Translation,
    success: 200,
  },
} as const satisfies Record<string, Endpoint>;
