import type { Endpoint } from '../endpoint.ts';
import { Health, Ready, SignIn } from '../operations.ts';
import { Me } from '../settings.ts';

export const operationEndpoints = {
  me: {
    method: 'GET',
    path: '/api/me',
    summary: 'Who I am and what I may do',
    tag: 'Session',
    permission: 'cases.read',
    response: Me,
    success: 200,
  },
  signIn: {
    method: 'GET',
    path: '/api/sign-in',
    summary: 'How the Outlook pane signs in at Microsoft',
    tag: 'Session',
    permission: 'public',
    response: SignIn,
    success: 200,
  },
  health: {
    method: 'GET',
    path: '/health',
    summary: 'The process is alive',
    tag: 'Operations',
    permission: 'public',
    response: Health,
    success: 200,
  },
  ready: {
    method: 'GET',
    path: '/ready',
    summary: 'The process serves everything it knows; 503 until then',
    tag: 'Operations',
    permission: 'public',
    response: Ready,
    success: 200,
  },
} as const satisfies Record<string, Endpoint>;
