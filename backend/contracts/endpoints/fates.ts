import { z } from 'zod';
import type { Endpoint } from '../endpoint.ts';
import { FateList, FatesQuery, Heartbeats, RetriedFate } from '../fates.ts';

export const fateEndpoints = {
  listFates: {
    method: 'GET',
    path: '/api/mail/fates',
    summary: 'Every mail seen and the one thing that became of it, received last first',
    tag: 'Mail',
    permission: 'mail.fates.read',
    query: FatesQuery,
    response: FateList,
    success: 200,
  },
  retryFate: {
    method: 'POST',
    path: '/api/mail/fates/{key}/retry',
    summary: 'Let a parked mail go through intake again',
    tag: 'Mail',
    permission: 'mail.fates.retry',
    params: z.object({ key: z.string().min(1).max(64) }),
    response: RetriedFate,
    success: 200,
    idempotencyKey: 'answer',
  },
  mailHeartbeats: {
    method: 'GET',
    path: '/api/mail/heartbeats',
    summary: 'Whether each watched mailbox is alive, and since when one is silent',
    tag: 'Mail',
    permission: 'mail.fates.read',
    response: Heartbeats,
    success: 200,
  },
} as const satisfies Record<string, Endpoint>;
