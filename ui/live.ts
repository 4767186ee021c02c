import { io } from 'socket.io-client';
import type { CaseChanged } from '../backend/contracts/live.ts';
import { livePath } from '../backend/contracts/live-path.ts';

export type LiveState = 'connected' | 'connecting' | 'lost';

export interface LiveHandlers {
  onCaseChanged: (change: CaseChanged) => void;
  /** Called with every change of the connection; after `lost` and `connected` again, what is shown may have gaps. */
  onState?: (state: LiveState) => void;
}

/** Follows changes as they happen, reconnecting for as long as it is not closed. Answers a function that closes it. */
export function connectLive(getToken: () => Promise<string>, handlers: LiveHandlers): () => void {
  const socket = io({
    path: livePath,
    transports: ['websocket', 'polling'],
    reconnectionDelayMax: 5000,
    auth: (give) => {
      getToken().then(
        (token) => give({ token }),
        () => give({}),
      );
    },
  });
  let retry: ReturnType<typeof setTimeout> | undefined;
  const lost = () => {
    handlers.onState?.('lost');
    // A refusal by the server (an expired token, a restart) is not retried by the library itself.
    if (socket.active) return;
    clearTimeout(retry);
    retry = setTimeout(() => socket.connect(), 5000);
  };
  socket.on('connect', () => handlers.onState?.('connected'));
  socket.on('disconnect', lost);
  socket.on('connect_error', lost);
  socket.on('case.changed', handlers.onCaseChanged);
  handlers.onState?.('connecting');
  return () => {
    socket.off('disconnect', lost);
    clearTimeout(retry);
    socket.close();
  };
}
