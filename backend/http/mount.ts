import type { Request, Response, Server } from 'restify';
import type { Endpoint } from '../contracts/endpoint.ts';
import type { Log } from '../ports/system.ts';
import { answerOnce, type OnceDeps } from './answer-once.ts';
import { ByteStream } from './byte-stream.ts';
import type { Answer, Handlers } from './call.ts';
import { type AdmittedCall, admit, type DoorDeps, type Row } from './door.ts';
import { alreadyHas, parseTags, quoteTag } from './entity-tags.ts';
import { JsonBytes } from './json-bytes.ts';
import type { RequestMetrics } from './request-metrics.ts';
import { requestIdOf, respond, respondBytes, respondJson, respondProblem, respondStream } from './respond.ts';

export interface MountDeps extends DoorDeps, OnceDeps {
  requests: RequestMetrics;
  log: Log;
  docsUrl: string;
}

type AnyHandler = (call: AdmittedCall) => Promise<Answer<unknown>>;
export type Route = (request: Request, response: Response) => Promise<void>;

/** Serves every row of a table with its handler. */
export function mount<T extends Record<string, Endpoint>>(
  server: Server,
  table: T,
  handlers: Handlers<T>,
  deps: MountDeps,
  bodyLimits: Partial<Record<keyof T, number>> = {},
): void {
  for (const [name, endpoint] of Object.entries(table)) {
    const bodyLimit = bodyLimits[name];
    const row: Row = { name, endpoint, ...(bodyLimit !== undefined && { bodyLimit }) };
    // Sound because `Handlers` gives each name the handler of its own row, and `admit` checks against that row.
    addRoute(server, endpoint.method, endpoint.path, routeOf(row, handlers[name] as AnyHandler, deps));
  }
}

/** Registers a route; GET answers HEAD as well. */
export function addRoute(server: Server, method: Endpoint['method'], path: string, route: Route): void {
  const pattern = path.replace(/\{(\w+)\}/g, ':$1');
  const register = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'del' } as const;
  server[register[method]](pattern, route);
  if (method === 'GET') server.head(pattern, route);
}

function routeOf(row: Row, handler: AnyHandler, deps: MountDeps): Route {
  return async function route(request, response) {
    const startedMs = performance.now();
    let sent: unknown;
    const noteSent = (body: unknown) => {
      sent = body;
    };
    try {
      const call = await admit(deps, row, request, request.params as Record<string, string>, noteSent);
      const once = row.endpoint.idempotencyKey === 'answer';
      const answer = once ? await answerOnce(deps, call, () => handler(call)) : await handler(call);
      await send(row.endpoint, request, response, answer);
    } catch (error) {
      respondProblem(response, error, { docsUrl: deps.docsUrl, log: deps.log, route: row.name, sent });
    }
    const requestId = requestIdOf(response);
    deps.requests.note(row.name, response.statusCode, performance.now() - startedMs, requestId, queryOf(request.url));
    deps.log.debug('Request answered', { requestId, route: row.name, status: response.statusCode });
  };
}

function queryOf(url = ''): string {
  const mark = url.indexOf('?');
  return mark < 0 ? '' : url.slice(mark + 1);
}

async function send(endpoint: Endpoint, request: Request, response: Response, answer: Answer<unknown>): Promise<void> {
  const headers: Record<string, string> = { ...answer.headers };
  if (answer.etag !== undefined) headers.ETag = quoteTag(answer.etag);
  if (endpoint.method === 'GET' && answer.etag !== undefined && unchanged(request, answer.etag)) {
    respond(response, 304, { 'Cache-Control': 'no-store', ...headers });
    return;
  }
  const status = answer.status ?? endpoint.success;
  if (answer.body instanceof Uint8Array) respond(response, status, headers, answer.body);
  else if (answer.body instanceof ByteStream) await respondStream(response, status, headers, answer.body.parts);
  else if (answer.body instanceof JsonBytes) respondBytes(response, status, answer.body, headers);
  else respondJson(response, status, answer.body, headers);
}

function unchanged(request: Request, etag: string): boolean {
  return alreadyHas(parseTags(request.headers['if-none-match']), etag);
}
