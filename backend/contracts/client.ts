import type { z } from 'zod';
import type { Problem } from './common.ts';
import type { Endpoint } from './endpoint.ts';

type In<E, K extends string> = E extends Record<K, infer S extends z.ZodType> ? z.input<S> : undefined;
type Part<E, K extends string> = [In<E, K>] extends [undefined] ? { [P in K]?: undefined } : { [P in K]: In<E, K> };

/** What a call takes, read off the endpoint's row. */
export type CallInput<E extends Endpoint> = Part<E, 'params'> &
  Part<E, 'body'> & {
    query?: In<E, 'query'>;
    ifMatch?: string;
    idempotencyKey?: string;
    /** Told the version of what was answered, where only the answer's head says it. */
    onEtag?: (etag: string) => void;
  };
/** What a call answers. */
export type CallOutput<E extends Endpoint> = z.output<E['response']>;

export interface HttpRequest {
  method: string;
  /** Path with query, beginning with a slash. */
  path: string;
  headers: Record<string, string>;
  body?: string;
}
export interface HttpAnswer {
  status: number;
  /** Parsed JSON, or undefined for none. */
  body: unknown;
  /** As sent, with its quotes. */
  etag?: string;
}

/** The server answered with a problem. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

export type Call<T extends Record<string, Endpoint>> = <N extends keyof T>(
  name: N,
  input: CallInput<T[N]>,
) => Promise<CallOutput<T[N]>>;

/**
 * A typed client of a table of endpoints over any transport. Answers are trusted to have the promised shape, because
 * they come from the same release. @throws ProblemError for every answer that is not a success
 */
export function createClient<T extends Record<string, Endpoint>>(
  table: T,
  send: (request: HttpRequest) => Promise<HttpAnswer>,
): Call<T> {
  return async function call(name, input) {
    const answer = await send(toRequest(table[name] as Endpoint, input));
    if (answer.status >= 400) throw new ProblemError(toProblem(answer));
    if (answer.etag !== undefined) input.onEtag?.(answer.etag.replace(/^(?:W\/)?"|"$/g, ''));
    return answer.body as never;
  };
}

function toRequest(
  endpoint: Endpoint,
  input: { params?: unknown; query?: unknown; body?: unknown; ifMatch?: string; idempotencyKey?: string },
): HttpRequest {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (input.body !== undefined) headers['content-type'] = 'application/json';
  if (input.ifMatch !== undefined) headers['if-match'] = `"${input.ifMatch}"`;
  if (input.idempotencyKey !== undefined) headers['idempotency-key'] = input.idempotencyKey;
  const request: HttpRequest = {
    method: endpoint.method,
    path: fillPath(endpoint.path, (input.params ?? {}) as Record<string, string>) + queryString(input.query),
    headers,
  };
  if (input.body !== undefined) request.body = JSON.stringify(input.body);
  return request;
}

function fillPath(path: string, params: Record<string, string>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}

function queryString(query: unknown): string {
  const pairs = Object.entries((query ?? {}) as Record<string, unknown>).flatMap(([name, value]) =>
    [value]
      .flat()
      .filter((v) => v !== undefined && v !== null)
      .map((v) => `${encodeURIComponent(name)}=${encodeURIComponent(String(v))}`),
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function toProblem(answer: HttpAnswer): Problem {
  if (isProblem(answer.body)) return answer.body;
  return {
    type: 'about:blank',
    title: 'Unexpected answer',
    status: answer.status,
    code: 'unexpected',
    detail: `The server answered ${answer.status}.`,
    requestId: '',
  };
}

/** A proxy on the way answers in its own words; those have no code of ours. */
function isProblem(body: unknown): body is Problem {
  const { code, detail, status } = (body ?? {}) as Partial<Problem>;
  return typeof code === 'string' && typeof detail === 'string' && typeof status === 'number';
}
