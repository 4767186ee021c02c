import { RetryHandlerOptions, type ShouldRetry } from '@microsoft/microsoft-graph-client';
import type { Log } from '../../ports/system.ts';
import { retryAfter } from './graph-failure.ts';

export interface RetryLimits {
  /** How often one call is tried again. */
  maxRetries: number;
  /** A longer Retry-After is not waited for but handed to the caller. */
  longestWaitSeconds: number;
}

const unstatedDelaySeconds = 0.5;
/** What the client may at most wait when Graph states nothing: its delay, its growth over three tries, its jitter. */
const longestUnstatedWaitSeconds = 5;

/**
 * When the client's own retry handler may try again after 429, 503 or 504. The handler sleeps without heeding the abort
 * signal, so a wait that would outlive the call is refused here. A 504 may have been carried out: only reads repeat it.
 */
export function retryOptions(limits: RetryLimits, method: string, deadlineMs: number, log: Log) {
  const shouldRetry: ShouldRetry = (_delay, attempt, _request, _options, response) => {
    const stated = retryAfter(response);
    const waitSeconds = stated ?? longestUnstatedWaitSeconds;
    if (response.status === 504 && method !== 'GET') return false;
    if (waitSeconds > limits.longestWaitSeconds || Date.now() + waitSeconds * 1000 > deadlineMs) return false;
    log.debug('Graph asked to wait', { status: response.status, attempt, retryAfterSeconds: stated });
    // The body of a refused try is never read; unless it is given up the connection stays taken.
    void response.body?.cancel();
    return true;
  };
  return new RetryHandlerOptions(unstatedDelaySeconds, limits.maxRetries, shouldRetry);
}
