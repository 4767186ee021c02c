import { AiDocument, AiUsage, UsageQuery } from '../ai.ts';
import type { Endpoint } from '../endpoint.ts';

export const aiEndpoints = {
  readAi: {
    method: 'GET',
    path: '/api/settings/ai',
    summary: 'What language models may see and cost',
    tag: 'Settings',
    permission: 'settings.read',
    response: AiDocument,
    success: 200,
    etag: true,
  },
  writeAi: {
    method: 'PUT',
    path: '/api/settings/ai',
    summary: 'Decide what language models may see and cost',
    tag: 'Settings',
    permission: 'settings.write',
    body: AiDocument,
    response: AiDocument,
    success: 200,
    ifMatch: 'required',
    etag: true,
  },
  aiUsage: {
    method: 'GET',
    path: '/api/ai/usage',
    summary: 'Tokens and costs by day, and of one case',
    tag: 'Analyst',
    permission: 'operations.read',
    query: UsageQuery,
    response: AiUsage,
    success: 200,
  },
} as const satisfies Record<string, Endpoint>;
