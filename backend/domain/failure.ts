/**
 * What stops a use case. Doors (HTTP, bot turn, job tick) turn it into their own words; nobody else catches it.
 * `invalid` carries the faults by JSON path; `stale` carries the current state so that the caller can show a difference.
 */
export type FailureCode =
  | 'not-found'
  | 'conflict'
  /** Like `conflict`: somebody would be added to or dropped from a mail, and nobody said that this is meant. */
  | 'recipients-changed'
  | 'stale'
  | 'forbidden'
  | 'unauthenticated'
  | 'invalid'
  | 'too-large'
  | 'precondition-required'
  | 'throttled'
  | 'unavailable';

export interface FieldFault {
  /** JSON path of the faulty field, such as `customer.email`. */
  path: string;
  message: string;
}

export interface FailureDetails {
  faults?: FieldFault[];
  /** With `stale`: what the caller would have seen now. With `recipients-changed`: who would receive the mail. */
  current?: unknown;
  /** With `conflict`: what stands in the way, field by field. */
  differences?: { field: string; now: unknown; yours: unknown }[];
  /** With `throttled` or `unavailable`: seconds to wait before trying again. */
  retryAfterSeconds?: number;
  cause?: unknown;
}

export class Failure extends Error {
  readonly code: FailureCode;
  readonly faults: FieldFault[];
  readonly current: unknown;
  readonly differences: NonNullable<FailureDetails['differences']>;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: FailureCode, message: string, details: FailureDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'Failure';
    this.code = code;
    this.faults = details.faults ?? [];
    this.current = details.current;
    this.differences = details.differences ?? [];
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}

export function isFailure(error: unknown, code?: FailureCode): error is Failure {
  return error instanceof Failure && (code === undefined || error.code === code);
}
