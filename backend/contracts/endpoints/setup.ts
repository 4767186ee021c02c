import type { Endpoint } from '../endpoint.ts';
import { MarkSetup, Setup } from '../setup.ts';

const common = { tag: 'Settings', permission: 'settings.write', response: Setup, success: 200 } as const;

export const setupEndpoints = {
  readSetup: {
    ...common,
    method: 'GET',
    path: '/api/setup',
    summary: 'What is connected, what is missing and how to mend it, and whether there are sample cases',
  },
  markSetup: {
    ...common,
    method: 'POST',
    path: '/api/setup/done',
    summary: 'Remember that the set-up is done, or that it is not after all',
    body: MarkSetup,
    idempotencyKey: 'answer',
  },
  loadSamples: {
    ...common,
    method: 'POST',
    path: '/api/setup/samples',
    summary: 'Put sample cases there to try things on; nobody is told of them',
    idempotencyKey: 'answer',
  },
  removeSamples: {
    ...common,
    method: 'DELETE',
    path: '/api/setup/samples',
    summary: 'Remove the sample cases from every list, figure and search',
  },
} as const satisfies Record<string, Endpoint>;
