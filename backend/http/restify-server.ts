import { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import restify, { type Request, type Response, type Server, type ServerOptions } from 'restify';
import type { Log } from '../ports/system.ts';
import { DoorProblem } from './door-problem.ts';
import { toProblemAnswer } from './problems.ts';
import { requestIdFrom } from './request-id.ts';
import { respondProblem } from './respond.ts';
import { setSecurityHeaders } from './security-headers.ts';
import type { StaticSites } from './static-sites.ts';

export interface BareDeps {
  sites: StaticSites;
  publicUrl: string;
  docsUrl: string;
  log: Log;
}

/**
 * Loading restify replaces `writeHead` of every response in the process by one that answers nothing, which breaks
 * `writeHead(…).end(…)` in all other servers here. Node's promise, to answer the response, is kept again.
 */
const quietWriteHead = ServerResponse.prototype.writeHead as (...head: unknown[]) => unknown;
ServerResponse.prototype.writeHead = function writeHead(this: ServerResponse, ...head: unknown[]) {
  quietWriteHead.apply(this, head);
  return this;
};

/** restify writes its own log through this; ours says all that matters. */
const quietLog = Object.fromEntries(['trace', 'debug', 'info', 'warn', 'error', 'fatal'].map((l) => [l, () => false]));

/** Longest path parameter, in characters: Graph ids exceed the router's own 100. */
const maxParamLength = 1_000;

/** A server without routes: request ids, security headers, built pages, and problems for whatever goes wrong early. */
export function createRestifyServer(deps: BareDeps): Server {
  const options = { name: '', maxParamLength, log: quietLog } as unknown as ServerOptions;
  const server = restify.createServer(options);
  server.pre((request: Request, response: Response, next) => {
    response.setHeader('X-Request-Id', requestIdFrom(request.headers['x-request-id']));
    setSecurityHeaders(response, deps.publicUrl);
    if (!deps.sites.covers(request)) return next();
    servePage(deps, request, response).then(() => next(false));
  });
  // The callback is left alone on purpose: it would make restify answer a second time.
  server.on('restifyError', (_request: Request, response: Response, error: unknown) => {
    respondProblem(response, ownWords(error, response), { ...deps, route: 'unrouted' });
  });
  setLimits(server, deps);
  return server;
}

async function servePage(deps: BareDeps, request: Request, response: Response): Promise<void> {
  try {
    await deps.sites.serve(request, response);
  } catch (error) {
    respondProblem(response, error, { ...deps, route: 'pages' });
  }
}

function ownWords(error: unknown, response: Response): unknown {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  if (status === 404) return new DoorProblem(404, 'not-found', 'There is nothing at this address.');
  if (status !== 405) return error;
  const allow = String(response.getHeader('Allow') ?? '');
  return new DoorProblem(405, 'method-not-allowed', `This address answers ${allow}.`, { Allow: allow });
}

function setLimits(server: Server, deps: BareDeps): void {
  const node = server.server;
  node.headersTimeout = 20_000;
  node.requestTimeout = 120_000;
  // Longer than the idle time of usual load balancers, so that they close first.
  node.keepAliveTimeout = 65_000;
  node.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => refuseGarbage(error, socket, deps));
}

/** What is not HTTP at all never reaches a route. */
function refuseGarbage(error: NodeJS.ErrnoException, socket: Socket, deps: BareDeps): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const [status, reason] =
    error.code === 'HPE_HEADER_OVERFLOW' ? [431, 'Request Header Fields Too Large'] : [400, 'Bad Request'];
  const requestId = requestIdFrom(undefined);
  const fault = new DoorProblem(Number(status), 'malformed-request', 'The request is not well-formed HTTP.');
  const body = JSON.stringify(toProblemAnswer(fault, { requestId, docsUrl: deps.docsUrl }).problem);
  socket.end(
    `HTTP/1.1 ${status} ${reason}\r\nContent-Type: application/problem+json; charset=utf-8\r\n` +
      `X-Request-Id: ${requestId}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
