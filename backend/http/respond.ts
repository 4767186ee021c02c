import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Log } from '../ports/system.ts';
import type { JsonBytes } from './json-bytes.ts';
import { toProblemAnswer } from './problems.ts';

const jsonHeaders = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' };

/** Ends the response. A client that has gone, or an answer already begun, is left alone. */
export function respond(
  response: ServerResponse,
  status: number,
  headers: Record<string, string>,
  body: string | Uint8Array = '',
): void {
  if (response.headersSent || response.destroyed) return;
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (status !== 304 && status !== 204) response.setHeader('Content-Length', Buffer.byteLength(body));
  response.end(response.req?.method === 'HEAD' ? undefined : body);
}

/**
 * Sends parts as they are made, no faster than the other side takes them. Who breaks off is left alone; what fails here
 * breaks the transfer off, so that nobody takes half a file for a whole one. @throws what making the parts threw
 */
export async function respondStream(
  response: ServerResponse,
  status: number,
  headers: Record<string, string>,
  parts: AsyncIterable<string>,
): Promise<void> {
  if (response.headersSent || response.destroyed) return;
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (response.req?.method === 'HEAD') {
    response.end();
    return;
  }
  try {
    await pipeline(Readable.from(parts, { highWaterMark: 1 }), response);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}

export function respondJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  respond(response, status, { ...jsonHeaders, ...headers }, JSON.stringify(body));
}

/** JSON that has been serialised already. */
export function respondBytes(
  response: ServerResponse,
  status: number,
  body: JsonBytes,
  headers: Record<string, string> = {},
): void {
  response.once('finish', () => body.sent());
  respond(response, status, { ...jsonHeaders, ...headers }, body.bytes);
}

export interface ProblemContext {
  docsUrl: string;
  log: Log;
  /** Name of the route, for the log. */
  route: string;
  /** What the caller sent, to show how it differs from the present state. */
  sent?: unknown;
}

/** Answers whatever was thrown as a problem. What nobody foresaw goes into the log with the request's id. */
export function respondProblem(response: ServerResponse, error: unknown, context: ProblemContext): void {
  const requestId = requestIdOf(response);
  const { docsUrl, sent } = context;
  const { problem, headers, expected } = toProblemAnswer(error, { requestId, docsUrl, sent });
  if (!expected) {
    context.log.error('A request failed unexpectedly', { requestId, route: context.route, error: faultOf(error) });
  }
  // The rest of an oversized body would be taken for the next request.
  const closing = problem.status === 413 ? { Connection: 'close' } : {};
  const problemType = { 'Content-Type': 'application/problem+json; charset=utf-8' };
  respondJson(response, problem.status, problem, { ...problemType, ...headers, ...closing });
}

export function requestIdOf(response: ServerResponse): string {
  return String(response.getHeader('X-Request-Id') ?? '');
}

function faultOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
