import { io } from 'socket.io-client';
import type { CaseChanged, CasePresence, PresenceNotice, TaskChanged } from '../backend/contracts/live.ts';
import { livePath } from '../backend/contracts/live-path.ts';

export type LiveState = 'connected' | 'connecting' | 'lost';

export interface LiveHandlers {
  onCaseChanged: (change: CaseChanged) => void;
  onTaskChanged?: (change: TaskChanged) => void;
  onPresence?: (presence: CasePresence) => void;
  /** Called with every change of the connection; after `lost` and `connected` again, what is shown may have gaps. */
  onState?: (state: LiveState) => void;
}

export interface LiveLink {
  close: () => void;
  /** Says where its user is; said again by itself when the connection comes back. */
  bePresent: (notice: Partial<PresenceNotice> & Pick<PresenceNotice, 'caseId'>) => void;
}

/** Follows changes as they happen, reconnecting for as long as it is not closed. */
export function connectLive(getToken: () => Promise<string>, handlers: LiveHandlers): LiveLink {
  let place: Parameters<LiveLink['bePresent']>[0] = { caseId: null };
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
  socket.on('connect', () => {
    if (place.caseId !== null) socket.emit('presence', place);
    handlers.onState?.('connected');
  });
  socket.on('disconnect', lost);
  socket.on('connect_error', lost);
  socket.on('case.changed', handlers.onCaseChanged);
  if (handlers.onTaskChanged !== undefined) socket.on('task.changed', handlers.onTaskChanged);
  if (handlers.onPresence !== undefined) socket.on('presence', handlers.onPresence);
  handlers.onState?.('connecting');
  return {
    close: () => {
      socket.off('disconnect', lost);
      clearTimeout(retry);
      socket.close();
    },
    bePresent: (notice) => {
      place = notice;
      if (socket.connected) socket.emit('presence', notice);
    },
  };
}
