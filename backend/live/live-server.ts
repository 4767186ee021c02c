import { randomUUID } from 'node:crypto';
import type { Server as NodeServer } from 'node:http';
import { type DefaultEventsMap, Server, type Socket } from 'socket.io';
import type { PresenceBook } from '../app/presence/presence-book.ts';
import { type CaseChanged, type LiveEvents, PresenceNotice } from '../contracts/live.ts';
import { livePath } from '../contracts/live-path.ts';
import { demand } from '../domain/access/permissions.ts';
import type { CaseEvent } from '../domain/case/case.ts';
import { isFailure } from '../domain/failure.ts';
import type { Task } from '../domain/task/task.ts';
import { type Role, roles } from '../domain/vocabulary.ts';
import type { Change, ChangeFeed } from '../ports/change-feed.ts';
import type { Authenticate } from '../ports/sign-in.ts';
import type { Clock, Log } from '../ports/system.ts';
import type { TaskIndex } from '../ports/task-index.ts';
import { presentCase } from '../present/present-case.ts';
import { presentTask } from '../present/present-task.ts';

export interface LiveDeps {
  httpServer: NodeServer;
  authenticate: Authenticate;
  feed: ChangeFeed;
  tasks?: Pick<TaskIndex, 'blockers'>;
  agentName: (id: string) => string | undefined;
  presence: PresenceBook;
  clock: Clock;
  log: Log;
}

export interface LiveServer {
  /** People connected now. */
  connections(): number;
  /** Disconnects everybody; the HTTP server is left to its owner. */
  close(): void;
}

interface SocketData {
  role: Role;
  person: { id: string; name: string };
  expiresAtMs: number;
  /** Pushes handed over since the connection last ran dry, and when the first of them was. */
  waiting: number;
  waitingSinceMs: number;
}
type LiveSocket = Socket<DefaultEventsMap, LiveEvents, DefaultEventsMap, SocketData>;
type LiveIo = Server<DefaultEventsMap, LiveEvents, DefaultEventsMap, SocketData>;

/** A reader this far behind is cut off: it will come back and read the list anew, which is less than it missed. */
const mostWaiting = 1_000;
const longestWaitMs = 5_000;
const longestTimerMs = 2_147_483_647;
const roomOf = (role: Role) => `role:${role}`;
const placeOf = (caseId: string) => `case:${caseId}`;

/** Pushes what was committed to everybody who may read cases. */
export function attachLive(deps: LiveDeps): LiveServer {
  const io: LiveIo = new Server(deps.httpServer, {
    path: livePath,
    serveClient: false,
    transports: ['websocket', 'polling'],
    // Clients only ever send their token and where they are.
    maxHttpBufferSize: 32 * 1024,
    connectTimeout: 10_000,
  });
  io.engine.on('headers', (headers: Record<string, string>) => {
    headers['X-Request-Id'] = randomUUID();
    headers['X-Content-Type-Options'] = 'nosniff';
  });
  io.use((socket, next) => {
    admit(socket, deps).then(
      () => next(),
      (error: unknown) => next(new Error(refusal(error, deps.log))),
    );
  });
  io.on('connection', (socket) => {
    welcome(socket, deps.clock);
    followPresence(socket, deps);
  });
  const unfollow = deps.feed.follow((change) => push(io, change, deps));
  const unfollowPresence = deps.presence.follow((caseId) => {
    io.to(placeOf(caseId)).emit('presence', { caseId, people: deps.presence.at(caseId) });
  });
  return {
    connections: () => io.sockets.sockets.size,
    close: () => {
      unfollow();
      unfollowPresence();
      io.disconnectSockets(true);
      io.engine.close();
    },
  };
}

async function admit(socket: LiveSocket, { authenticate }: LiveDeps): Promise<void> {
  const token: unknown = socket.handshake.auth.token;
  const { actor, expiresAtMs } = await authenticate(typeof token === 'string' ? token : '');
  demand(actor.role, 'cases.read');
  if (actor.role !== null) socket.data.role = actor.role;
  socket.data.person = { id: actor.id, name: actor.name };
  socket.data.expiresAtMs = expiresAtMs;
  socket.data.waiting = 0;
  socket.data.waitingSinceMs = 0;
}

/** The one word that the client's `connect_error` carries. */
function refusal(error: unknown, log: Log): string {
  if (isFailure(error)) return error.code;
  log.error('A live connection failed unexpectedly', { error: error instanceof Error ? error.stack : String(error) });
  return 'internal';
}

function welcome(socket: LiveSocket, clock: Clock): void {
  const left = Math.min(Math.max(0, socket.data.expiresAtMs - clock.nowMs()), longestTimerMs);
  const timer = setTimeout(() => socket.disconnect(true), left);
  timer.unref();
  socket.on('disconnect', () => clearTimeout(timer));
  socket.conn.on('drain', () => {
    socket.data.waiting = 0;
  });
  socket.join(roomOf(socket.data.role));
}

/** What a client says of its place is checked like any input; a wrong word is ignored. */
function followPresence(socket: LiveSocket, { presence, clock }: LiveDeps): void {
  socket.on('presence', (sent: unknown) => {
    const notice = PresenceNotice.safeParse(sent).data;
    if (notice === undefined) return;
    const { caseId, doing, surface } = notice;
    for (const room of socket.rooms)
      if (room.startsWith(placeOf('')) && room !== placeOf(caseId ?? '')) socket.leave(room);
    if (caseId === null) {
      presence.leave(socket.id);
      return;
    }
    socket.join(placeOf(caseId));
    const person = { ...socket.data.person, surface, doing, since: clock.now() };
    if (presence.enter(socket.id, caseId, person)) return;
    socket.emit('presence', { caseId, people: presence.at(caseId) });
  });
  socket.on('disconnect', () => presence.leave(socket.id));
}

function push(io: LiveIo, change: Change, deps: LiveDeps): void {
  if (change.event.task !== undefined) pushTask(io, change.event, change.event.task, deps);
  if (change.case === null) return;
  cutOffSlowReaders(io, deps);
  const alert = change.event.sla?.alert;
  for (const role of roles) {
    // What a case lets people do differs by role; it is presented once for all who share one.
    if (!io.sockets.adapter.rooms.has(roomOf(role))) continue;
    const changed = presented(change, change.case, role, deps);
    io.to(roomOf(role)).emit('case.changed', changed);
    if (alert !== undefined) io.to(roomOf(role)).emit('sla.alert', { case: changed.case, ...alert });
  }
}

function pushTask(io: LiveIo, event: CaseEvent, task: Task, deps: LiveDeps): void {
  cutOffSlowReaders(io, deps);
  const blocked = (deps.tasks?.blockers(task).length ?? 0) > 0;
  const kind = event.kind === 'task.created' ? 'created' : event.kind === 'task.deleted' ? 'deleted' : 'changed';
  const { id, name } = event.actor;
  const shown = presentTask({ value: task, etag: `${event.shard}-${event.seq}`, blocked }, deps);
  io.emit('task.changed', { task: shown, kind, actor: { id, name } });
}

function cutOffSlowReaders(io: LiveIo, { clock, log }: LiveDeps): void {
  const now = clock.nowMs();
  for (const socket of io.sockets.sockets.values()) {
    const { data } = socket;
    if (data.waiting === 0) data.waitingSinceMs = now;
    data.waiting += 1;
    if (data.waiting <= mostWaiting || now - data.waitingSinceMs < longestWaitMs) continue;
    log.warn('A live reader fell behind and was cut off');
    socket.disconnect(true);
  }
}

function presented({ event }: Change, value: NonNullable<Change['case']>, role: Role, deps: LiveDeps): CaseChanged {
  return {
    case: presentCase(value, { role, nowMs: deps.clock.nowMs(), agentName: deps.agentName }),
    kind: event.kind === 'case.opened' ? 'opened' : 'changed',
    actor: { id: event.actor.id, name: event.actor.name },
  };
}
