import { AskAnswer, AskBody } from '../ask.ts';
import type { Endpoint } from '../endpoint.ts';

export const askEndpoints = {
  ask: {
    method: 'POST',
    path: '/api/ask',
    summary:
      'A question in plain words as a query, its figure and the cases behind it; changes nothing. Agents see their own',
    tag: 'Analytics',
    permission: 'analytics.read',
    body: AskBody,
    response: AskAnswer,
    success: 200,
  },
} as const satisfies Record<string, Endpoint>;
