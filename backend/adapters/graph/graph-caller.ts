import { setTimeout as sleep } from 'node:timers/promises';
import { AuthenticationHandlerOptions, type GraphRequest, ResponseType } from '@microsoft/microsoft-graph-client';
import { Failure, isFailure } from '../../domain/failure.ts';
import type { Log } from '../../ports/system.ts';
import { createGraphClient } from './graph-client.ts';
import { GraphFailure, readRefusal, toFailure } from './graph-failure.ts';
import { canonicalBase } from './graph-paths.ts';
import { createMailboxGate } from './mailbox-gate.ts';
import { type RetryLimits, retryOptions } from './retry-policy.ts';

export interface GraphCall {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Whose quota it uses; empty for what belongs to no mailbox. */
  mailbox: string;
  /** From the slash after the version on. */
  path: string;
  body?: unknown;
  /** JSON unless given. */
  contentType?: string;
  prefer?: string[];
}

export interface GraphCaller {
  /** The parsed answer; undefined when Graph answered without a body. */
  json(call: GraphCall): Promise<unknown>;
  bytes(call: GraphCall): Promise<Uint8Array>;
}

export interface CallerOptions extends RetryLimits {
  baseUrl: string;
  token: () => Promise<string>;
  log: Log;
  maxConcurrentPerMailbox: number;
  /** One call with all its retries takes no longer; waiting for a free place is not counted. */
  timeoutMs: number;
}

/** How often a read is repeated when Graph failed inside or the connection broke. */
const readRepeats = 3;
const firstPauseMs = 150;

export function createGraphCaller(options: CallerOptions): GraphCaller {
  const client = createGraphClient(options.baseUrl);
  const gate = createMailboxGate(options.maxConcurrentPerMailbox);

  function perform<T>(call: GraphCall, read: (response: Response) => Promise<T>): Promise<T> {
    return gate.run(call.mailbox.toLowerCase(), () => withRepeats(call, read));
  }

  async function withRepeats<T>(call: GraphCall, read: (response: Response) => Promise<T>): Promise<T> {
    const deadlineMs = Date.now() + options.timeoutMs;
    const signal = AbortSignal.timeout(options.timeoutMs);
    for (let repeat = 0; ; repeat += 1) {
      try {
        return await once(call, read, signal, deadlineMs);
      } catch (error) {
        const failure = isFailure(error)
          ? error
          : new Failure('unavailable', 'Graph does not answer', { cause: error });
        if (repeat >= readRepeats || signal.aborted || !worthRepeating(call, failure)) throw failure;
        await sleep(firstPauseMs * 2 ** repeat);
      }
    }
  }

  async function once<T>(
    call: GraphCall,
    read: (response: Response) => Promise<T>,
    signal: AbortSignal,
    deadlineMs: number,
  ): Promise<T> {
    const token = await options.token();
    const request = client
      .api(canonicalBase + call.path)
      .responseType(ResponseType.RAW)
      .header('Prefer', ['IdType="ImmutableId"', ...(call.prefer ?? [])].join(', '))
      .headers(call.contentType === undefined ? {} : { 'Content-Type': call.contentType })
      .option('signal', signal)
      .middlewareOptions([
        new AuthenticationHandlerOptions({ getAccessToken: () => Promise.resolve(token) }),
        retryOptions(options, call.method, deadlineMs, options.log),
      ]);
    const response: Response = await send(request, call);
    if (!response.ok) throw toFailure(await readRefusal(response));
    return read(response);
  }

  return {
    json: (call) => perform(call, readJson),
    bytes: (call) => perform(call, async (response) => new Uint8Array(await response.arrayBuffer())),
  };
}

function send(request: GraphRequest, call: GraphCall): Promise<Response> {
  switch (call.method) {
    case 'GET':
      return request.get();
    case 'POST':
      return request.post(call.body);
    case 'PATCH':
      return request.patch(call.body);
    case 'DELETE':
      return request.delete();
  }
}

/** Graph's 202 and 204 carry nothing, whatever their headers say. */
async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own error quotes what it read, which is somebody's mail.
    throw new Failure('unavailable', 'Graph answered with something that is not JSON');
  }
}

/** Only reads, and only when Graph broke rather than refused: waits that Graph asked for were taken before. */
function worthRepeating(call: GraphCall, failure: Failure): boolean {
  if (call.method !== 'GET' || failure.code !== 'unavailable') return false;
  return !(failure instanceof GraphFailure) || failure.refusal.status === 500 || failure.refusal.status === 502;
}
