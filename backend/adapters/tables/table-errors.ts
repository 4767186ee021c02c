import { Failure } from '../../domain/failure.ts';
import type { CommitResult, RowOperation } from '../../ports/table-backend.ts';

/** What the service said, from the shapes that the SDK gives single requests and batches. */
interface TableError {
  status: number | undefined;
  code: string | undefined;
  /** Position in the batch of the operation that failed. */
  index: number;
  retryAfterSeconds: number | undefined;
}

export function readError(error: unknown): TableError {
  const e = (typeof error === 'object' && error !== null ? error : {}) as {
    statusCode?: number;
    code?: string;
    message?: string;
    details?: { errorCode?: string; odataError?: { code?: string } };
    response?: { headers?: { get(name: string): string | undefined } };
  };
  // A batch tells which operation failed only as a number before its message ("1:The specified …").
  const index = /^(\d{1,2}):/.exec(e.message ?? '')?.[1];
  const retryAfter = Number(e.response?.headers?.get('retry-after'));
  return {
    status: e.statusCode,
    code: e.details?.errorCode ?? e.details?.odataError?.code ?? e.code,
    index: Number(index ?? 0),
    retryAfterSeconds: retryAfter > 0 ? retryAfter : undefined,
  };
}

export function isNotFound(error: unknown): boolean {
  const { status, code } = readError(error);
  return status === 404 && code !== 'TableNotFound';
}

/**
 * What a failed commit means. Throttling and server faults count as unknown: some answer so after the work was done.
 * @throws Failure when the request itself was refused, so that nothing was written
 */
export function commitOutcome(error: unknown, operations: readonly RowOperation[]): CommitResult {
  const { status, code, index } = readError(error);
  const row = operations[index]?.row ?? operations[0]?.row ?? '';
  if (status === 409 && (code === 'EntityAlreadyExists' || code === undefined)) {
    return { kind: 'conflict', why: 'exists', row };
  }
  if (status === 412) return { kind: 'conflict', why: 'stale', row };
  if (isNotFound(error)) return { kind: 'conflict', why: 'stale', row };
  if (status === undefined || status >= 500 || status === 408 || status === 409 || status === 429) {
    return { kind: 'unknown', cause: error };
  }
  throw refusal(error, status);
}

/** A read that failed after the SDK's own retries. */
export function readFailure(error: unknown): Failure {
  const { status, retryAfterSeconds } = readError(error);
  if (status === 429) {
    return new Failure('throttled', 'The table service asks to wait.', {
      retryAfterSeconds: retryAfterSeconds ?? 5,
      cause: error,
    });
  }
  return new Failure('unavailable', 'The table service cannot be read.', { cause: error });
}

function refusal(error: unknown, status: number): Failure {
  if (status === 413) return new Failure('too-large', 'The table service refuses so much at once.', { cause: error });
  if (status === 400) return new Failure('invalid', 'The table service refuses the rows.', { cause: error });
  return new Failure('unavailable', 'The table service refuses this application.', { cause: error });
}
