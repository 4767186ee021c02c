import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultControl, FaultDice, RequestFate } from './faults.ts';
import { badRequest, errorBody, GraphError } from './graph-error.ts';
import { isLoopback } from './loopback-post.ts';
import { createRouter, type GraphAnswer, type GraphRequest, type Match, type Routes, readSegments } from './router.ts';
import type { StatsKeeper } from './stats.ts';

export interface DoorOptions {
  graph: Routes;
  control: Routes;
  token: string;
  now: () => number;
  dice: FaultDice;
  settings: FaultControl['settings'];
  keeper: StatsKeeper;
}

const largestBody = 60_000_000;

/** Answers HTTP: checks the token, plays the faults, finds the route, writes the answer or Graph's kind of error. */
export function createDoor(options: DoorOptions): RequestListener {
  const { dice, keeper } = options;
  const graphRoute = createRouter(options.graph);
  const controlRoute = createRouter(options.control);

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // A foreign page whose name was pointed at this machine must not get in.
    if (!isLoopback(`http://${request.headers.host ?? ''}`)) throw badRequest('Invalid host.');
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const segments = readSegments(url.pathname);
    if (segments[0] === '_emulator') return serveControl(request, response, url, segments);
    const mailbox = segments[1] === 'users' ? segments[2]?.toLowerCase() : undefined;
    const end = keeper.begin(mailbox);
    response.once('close', end);
    await serveGraph(request, response, url, segments);
  }

  async function serveControl(request: IncomingMessage, response: ServerResponse, url: URL, segments: string[]) {
    checkToken(request, options.token);
    const match = controlRoute(request.method ?? 'GET', segments);
    write(response, await match.handler(await readRequest(request, url, match, '')));
  }

  async function serveGraph(request: IncomingMessage, response: ServerResponse, url: URL, segments: string[]) {
    const down = dice.downNow();
    if (down === 'refuse') return void request.socket.destroy();
    if (down === 'answer') throw unavailable();
    const { requests } = options.settings();
    if (requests.latencyMs > 0) await sleep(requests.latencyMs);
    checkToken(request, options.token);
    const fate = dice.requestFate();
    refuse(fate, requests.retryAfterSeconds);
    if (segments[0] !== 'v1.0') throw new GraphError(400, 'BadRequest', 'Invalid version.');
    const match = graphRoute(request.method ?? 'GET', segments.slice(1));
    keeper.count(match.name);
    const answer = await match.handler(await readRequest(request, url, match, '/v1.0'));
    if (fate === 'hang') await sleep(requests.hangMs, undefined, { ref: false });
    if (fate === 'cut' || fate === 'hang') return void request.socket.destroy();
    write(response, answer);
  }

  return (request, response) => {
    serve(request, response).catch((error: unknown) => {
      const known = error instanceof GraphError;
      const graphError = known ? error : new GraphError(500, 'generalException', String(error));
      write(response, {
        status: graphError.status,
        json: errorBody(graphError, options.now()),
        headers: graphError.headers,
      });
      request.resume();
    });
  };
}

function refuse(fate: RequestFate, retryAfterSeconds: number): void {
  const headers = { 'retry-after': String(retryAfterSeconds) };
  if (fate === 'throttle') {
    throw new GraphError(429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.', headers);
  }
  if (fate === 'unavailable') throw unavailable(headers);
  if (fate === 'gateway-timeout') throw new GraphError(504, 'UnknownError', 'The gateway timed out.');
  if (fate === 'server-error')
    throw new GraphError(500, 'ErrorInternalServerError', 'An internal server error occurred.');
}

function unavailable(headers: Record<string, string> = {}): GraphError {
  return new GraphError(503, 'serviceNotAvailable', 'The service is unavailable.', headers);
}

function checkToken(request: IncomingMessage, token: string): void {
  const given = Buffer.from(request.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  if (given.length === wanted.length && timingSafeEqual(given, wanted)) return;
  const code = 'InvalidAuthenticationToken';
  const message = given.length === 0 ? 'Access token is empty.' : 'Access token validation failure.';
  throw new GraphError(401, code, message, { 'www-authenticate': 'Bearer' });
}

async function readRequest(request: IncomingMessage, url: URL, match: Match, version: string): Promise<GraphRequest> {
  const prefer = String(request.headers.prefer ?? '');
  const pageSize = /odata\.maxpagesize\s*=\s*(\d{1,4})/i.exec(prefer)?.[1];
  return {
    method: request.method ?? 'GET',
    path: match.path,
    query: url.searchParams,
    baseUrl: `http://${request.headers.host ?? '127.0.0.1'}${version}`,
    route: url.pathname.slice(version.length) + url.search,
    prefer: {
      immutable: /IdType\s*=\s*"?ImmutableId"?/i.test(prefer),
      pageSize: pageSize === undefined ? undefined : Math.min(1000, Math.max(1, Number(pageSize))),
    },
    contentType: request.headers['content-type']?.toLowerCase() ?? '',
    body: await readBody(request),
  };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > largestBody) throw new GraphError(413, 'ErrorMessageSizeExceeded', 'The request is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function write(response: ServerResponse, answer: GraphAnswer): void {
  if (response.headersSent || response.destroyed) return;
  const json = answer.json === undefined ? undefined : Buffer.from(JSON.stringify(answer.json));
  const data = answer.bytes?.data ?? json ?? Buffer.alloc(0);
  const type = answer.bytes?.type ?? (json ? 'application/json;odata.metadata=minimal;charset=utf-8' : undefined);
  response.writeHead(answer.status, {
    ...answer.headers,
    ...(type === undefined ? {} : { 'content-type': type.replace(/[^\t\u0020-\u007e]/g, '') }),
    'content-length': data.length,
    'request-id': 'emulated',
  });
  response.end(data);
}
