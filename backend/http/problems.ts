import type { Problem } from '../contracts/common.ts';
import { Failure, type FailureCode } from '../domain/failure.ts';
import { differences } from './differences.ts';
import { DoorProblem } from './door-problem.ts';
import { quoteTag } from './entity-tags.ts';

export const statusOfFailure: Record<FailureCode, number> = {
  'not-found': 404,
  conflict: 409,
  'recipients-changed': 409,
  stale: 412,
  forbidden: 403,
  unauthenticated: 401,
  invalid: 422,
  'too-large': 413,
  'precondition-required': 428,
  throttled: 429,
  unavailable: 503,
};

/** Every code that a problem may carry, with its title; the documentation lists them. */
export const problemTitles: Record<string, string> = {
  'malformed-json': 'The body is not JSON',
  'malformed-request': 'The request is malformed',
  unauthenticated: 'Not signed in',
  forbidden: 'Not allowed',
  'not-found': 'Not found',
  'method-not-allowed': 'Method not allowed',
  conflict: 'Conflict with the present state',
  'recipients-changed': 'Somebody would be added or dropped',
  stale: 'Somebody changed it meanwhile',
  'too-large': 'Too large',
  'unsupported-media-type': 'Media type not supported',
  invalid: 'Some fields are not valid',
  'precondition-required': 'If-Match is missing',
  throttled: 'Too many requests',
  internal: 'Internal fault',
  unavailable: 'Not available now',
};

export interface ProblemAnswer {
  problem: Problem;
  headers: Record<string, string>;
  /** False for what nobody foresaw: worth an error in the log. */
  expected: boolean;
}

interface Where {
  requestId: string;
  /** Address of the page whose fragments explain the codes. */
  docsUrl: string;
  /** What the caller sent, to tell it apart from the present state. */
  sent?: unknown;
}

/** The answer to whatever was thrown. What nobody foresaw tells the caller nothing but the request's id. */
export function toProblemAnswer(error: unknown, where: Where): ProblemAnswer {
  if (error instanceof DoorProblem) {
    return {
      problem: problem(error.status, error.code, error.message, where),
      headers: error.headers,
      expected: true,
    };
  }
  if (error instanceof Failure) return fromFailure(error, where);
  const detail = 'Something went wrong on our side. The request id helps to find it in the log.';
  return { problem: problem(500, 'internal', detail, where), headers: {}, expected: false };
}

function fromFailure(failure: Failure, where: Where): ProblemAnswer {
  const body = problem(statusOfFailure[failure.code], failure.code, failure.message, where);
  if (failure.faults.length > 0) body.errors = failure.faults.map(({ path, message }) => ({ path, message }));
  if (failure.code === 'stale' && failure.current !== undefined) {
    body.current = failure.current;
    body.differences = differences(failure.current, where.sent);
  }
  if (failure.differences.length > 0) body.differences = failure.differences;
  if (failure.code === 'recipients-changed') body.recipients = failure.current;
  return { problem: body, headers: headersOf(failure), expected: true };
}

function headersOf(failure: Failure): Record<string, string> {
  if (failure.code === 'unauthenticated') return { 'WWW-Authenticate': 'Bearer realm="HandyConnect"' };
  if (failure.code === 'throttled' || failure.code === 'unavailable') {
    return { 'Retry-After': String(Math.max(1, Math.ceil(failure.retryAfterSeconds ?? 5))) };
  }
  const etag = failure.code === 'stale' ? etagOf(failure.current) : undefined;
  return etag === undefined ? {} : { ETag: quoteTag(etag) };
}

function etagOf(current: unknown): string | undefined {
  if (typeof current !== 'object' || current === null || !('etag' in current)) return undefined;
  return typeof current.etag === 'string' ? current.etag : undefined;
}

function problem(status: number, code: string, detail: string, where: Where): Problem {
  const title = problemTitles[code] ?? 'Fault';
  return { type: `${where.docsUrl}#problem-${code}`, title, status, code, detail, requestId: where.requestId };
}
