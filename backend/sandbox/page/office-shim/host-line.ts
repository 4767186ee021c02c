import {
  type Completed,
  type HostMessage,
  type HostState,
  isFrom,
  type PaneMessage,
  type Question,
} from './protocol.ts';

/** The pane's end of the line to the sandbox's page. */
export interface HostLine {
  /** Resolves with the first state. */
  joined: Promise<HostState>;
  /** The state told last; null before the first. */
  latest(): HostState | null;
  onState(listener: (state: HostState) => void): void;
  onEvent(listener: (name: string) => void): void;
  /** What the page answers; null where it could not do it. */
  ask(question: Question): Promise<unknown>;
  completed(options: Completed): void;
}

export function openHostLine(host: Window): HostLine {
  const stateListeners: ((state: HostState) => void)[] = [];
  const eventListeners: ((name: string) => void)[] = [];
  const asked = new Map<number, (value: unknown) => void>();
  let asks = 0;
  let latest: HostState | null = null;
  const joined = new Promise<HostState>((resolve) => stateListeners.push(resolve));

  function hear(message: HostMessage): void {
    switch (message.kind) {
      case 'handyconnect.state':
        latest = message;
        for (const listener of stateListeners) listener(message);
        return;
      case 'handyconnect.answer':
        asked.get(message.ask)?.(message.value);
        return;
      case 'handyconnect.event':
        for (const listener of eventListeners) listener(message.name);
    }
  }
  window.addEventListener('message', (event: MessageEvent<HostMessage>) => {
    if (isFrom(event, host)) hear(event.data);
  });

  function tell(message: PaneMessage): void {
    host.postMessage(message, window.location.origin);
  }
  tell({ kind: 'handyconnect.hello' });

  return {
    joined,
    latest: () => latest,
    onState: (listener) => void stateListeners.push(listener),
    onEvent: (listener) => void eventListeners.push(listener),
    async ask(question) {
      asks += 1;
      const ask = asks;
      const answer = new Promise<unknown>((resolve) => asked.set(ask, resolve));
      tell({ kind: 'handyconnect.ask', ask, question });
      return answer.finally(() => asked.delete(ask));
    },
    completed: (options) => tell({ kind: 'handyconnect.completed', options }),
  };
}
