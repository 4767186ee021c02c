import { type HostMessage, type HostState, isFrom, type PaneMessage } from './protocol.ts';

/** The pane's end of the line to the sandbox's page. */
export interface HostLine {
  /** Resolves with the first state. */
  joined: Promise<HostState>;
  /** The state told last; null before the first. */
  latest(): HostState | null;
  onState(listener: (state: HostState) => void): void;
  /** @throws Error when the page could sign nobody in */
  token(): Promise<string>;
}

export function openHostLine(host: Window): HostLine {
  const listeners: ((state: HostState) => void)[] = [];
  const asked = new Map<number, (token: string | null) => void>();
  let asks = 0;
  let latest: HostState | null = null;
  const joined = new Promise<HostState>((resolve) => listeners.push(resolve));

  window.addEventListener('message', (event: MessageEvent<HostMessage>) => {
    if (!isFrom(event, host)) return;
    if (event.data.kind === 'handyconnect.state') {
      latest = event.data;
      for (const listener of listeners) listener(event.data);
    }
    if (event.data.kind === 'handyconnect.token') asked.get(event.data.ask)?.(event.data.token);
  });

  function tell(message: PaneMessage): void {
    host.postMessage(message, window.location.origin);
  }
  tell({ kind: 'handyconnect.hello' });

  return {
    joined,
    latest: () => latest,
    onState: (listener) => void listeners.push(listener),
    async token() {
      asks += 1;
      const ask = asks;
      tell({ kind: 'handyconnect.ask-token', ask });
      const token = await new Promise<string | null>((resolve) => asked.set(ask, resolve));
      asked.delete(ask);
      if (token === null) throw Object.assign(new Error('Nobody is signed in.'), { code: 13001 });
      return token;
    },
  };
}
