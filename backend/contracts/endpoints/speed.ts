import type { Endpoint } from '../endpoint.ts';
import { Speed } from '../speed.ts';

export const speedEndpoints = {
  readSpeed: {
    method: 'GET',
    path: '/api/operations/speed',
    summary: 'How this process is doing: caches, slow requests, lists, queues, memory',
    tag: 'Operations',
    permission: 'operations.read',
    response: Speed,
    success: 200,
  },
} as const satisfies Record<string, Endpoint>;
