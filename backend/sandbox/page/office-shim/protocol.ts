import type { SandboxOpenMail } from '../../../contracts/sandbox.ts';

/** What the sandbox's page tells the pane: who works, which mail is open, how it looks. */
export interface HostState {
  kind: 'handyconnect.state';
  person: { name: string; email: string };
  mail: SandboxOpenMail | null;
  dark: boolean;
}

export interface TokenAnswer {
  kind: 'handyconnect.token';
  ask: number;
  /** Null when nobody could be signed in. */
  token: string | null;
}

export type HostMessage = HostState | TokenAnswer;

export type PaneMessage = { kind: 'handyconnect.hello' } | { kind: 'handyconnect.ask-token'; ask: number };

/** Whether a message comes from the window we talk to and from our own origin. */
export function isFrom(event: MessageEvent, partner: Window | null | undefined): boolean {
  return event.origin === window.location.origin && partner !== null && event.source === partner;
}
