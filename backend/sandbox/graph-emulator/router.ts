import { badRequest, GraphError } from './graph-error.ts';

/** One request as the routes see it. */
export interface GraphRequest {
  method: string;
  /** Values of the `{names}` in the route's path, decoded. */
  path: Record<string, string>;
  query: URLSearchParams;
  /** Where the caller reached us, with the version, for links in answers. */
  baseUrl: string;
  /** Path and query as called, for `@odata.context` and next links. */
  route: string;
  prefer: { immutable: boolean; pageSize: number | undefined };
  contentType: string;
  body: Buffer;
}

export interface GraphAnswer {
  status: number;
  json?: unknown;
  bytes?: { type: string; data: Buffer };
  headers?: Record<string, string>;
}

export type Handler = (request: GraphRequest) => GraphAnswer | Promise<GraphAnswer>;

/** Keys are a method and a path, such as `GET /users/{mailbox}/messages/{id}`. */
export type Routes = Record<string, Handler>;

export interface Match {
  name: string;
  handler: Handler;
  path: Record<string, string>;
}

interface CompiledRoute {
  name: string;
  method: string;
  pieces: string[];
  handler: Handler;
}

export function createRouter(routes: Routes): (method: string, segments: string[]) => Match {
  const compiled = Object.entries(routes).map(([name, handler]): CompiledRoute => {
    const [method = '', path = ''] = name.split(' ');
    return { name, method, pieces: path.split('/').filter((piece) => piece !== ''), handler };
  });
  return (method, segments) => {
    const fitting = compiled.flatMap((route) => {
      const path = pathValues(route.pieces, segments);
      return path ? [{ ...route, path }] : [];
    });
    const found = fitting.find((route) => route.method === method);
    if (found) return found;
    if (fitting.length > 0) throw new GraphError(405, 'Request_BadRequest', `${method} is not supported here.`);
    throw badRequest(`Resource not found for the segment '${segments.at(-1) ?? ''}'.`);
  };
}

function pathValues(pieces: string[], segments: string[]): Record<string, string> | undefined {
  if (pieces.length !== segments.length) return undefined;
  const path: Record<string, string> = {};
  for (const [index, piece] of pieces.entries()) {
    const segment = segments[index] ?? '';
    if (piece.startsWith('{')) path[piece.slice(1, -1)] = segment;
    else if (piece.toLowerCase() !== segment.toLowerCase()) return undefined;
  }
  return path;
}

/** Decoded segments of a path; `messages('id')` is the same as `messages/id`, and `delta()` as `delta`. */
export function readSegments(pathname: string): string[] {
  return pathname
    .split('/')
    .filter((segment) => segment !== '')
    .flatMap((segment) => {
      const text = decode(segment);
      const keyed = /^([A-Za-z]+)\('([^']*)'\)$/.exec(text);
      return keyed?.[1] !== undefined && keyed[2] !== undefined ? [keyed[1], keyed[2]] : [text.replace(/\(\)$/, '')];
    });
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw badRequest('The address is not encoded as it should be.');
  }
}

export function readJson(request: GraphRequest): unknown {
  if (request.body.length === 0) return undefined;
  try {
    return JSON.parse(request.body.toString('utf8'));
  } catch {
    throw badRequest('Unable to read JSON request payload.');
  }
}
