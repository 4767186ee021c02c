import { createHmac } from 'node:crypto';
import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import { request } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Failure } from '../../domain/failure.ts';
import type { Clock } from '../../ports/system.ts';
import type { Webhooks } from '../../ports/webhooks.ts';
import { isPublicAddress } from './public-address.ts';

export interface WebhookOptions {
  /** Signs every call; without one nothing is called. */
  secret: string | null;
  clock: Clock;
  timeoutMs?: number;
  /** How names are resolved, whom to trust, and which addresses may be called; for tests. */
  lookup?: typeof systemLookup;
  ca?: string;
  isAllowed?: (address: string) => boolean;
}

const usualTimeoutMs = 10_000;

/**
 * Calls over https, to public addresses only: the address is checked where the connection is made, so a name that
 * resolves anew cannot lead elsewhere. Redirects are not followed. The signature is HMAC-SHA256, in hex, of the time
 * stamp, a full stop and the body.
 */
export function createWebhooks(options: WebhookOptions): Webhooks {
  return {
    async post(address, id, content) {
      const url = new URL(address);
      if (url.protocol !== 'https:') throw new Failure('forbidden', 'A webhook must have an https address.');
      if (options.secret === null)
        throw new Failure('forbidden', 'WEBHOOK_SECRET is not set, so nothing can be signed.');
      const body = JSON.stringify({ id, ...content });
      const stamp = String(Math.floor(options.clock.nowMs() / 1000));
      const signature = createHmac('sha256', options.secret).update(`${stamp}.${body}`).digest('hex');
      const status = await send(url, body, headersOf(id, stamp, signature, body), options);
      if (status >= 200 && status < 300) return;
      const passing = status === 408 || status === 429 || status >= 500;
      throw new Failure(passing ? 'unavailable' : 'forbidden', `The webhook answered ${status}.`);
    },
  };
}

function headersOf(id: string, stamp: string, signature: string, body: string): Record<string, string> {
  return {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': 'HandyConnect',
    'x-handyconnect-delivery': id,
    'x-handyconnect-signature': `t=${stamp},v1=${signature}`,
  };
}

function send(url: URL, body: string, headers: Record<string, string>, options: WebhookOptions): Promise<number> {
  const isAllowed = options.isAllowed ?? isPublicAddress;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A literal address is never looked up.
  if (isIP(host) !== 0 && !isAllowed(host)) throw refused();
  return new Promise((resolve, reject) => {
    const call = request(url, {
      method: 'POST',
      headers,
      agent: false,
      lookup: guarded(options.lookup ?? systemLookup, isAllowed),
      signal: AbortSignal.timeout(options.timeoutMs ?? usualTimeoutMs),
      ...(options.ca !== undefined && { ca: options.ca }),
    });
    call.on('response', (response) => {
      // What they say is of no interest, however long they say it.
      response.destroy();
      resolve(response.statusCode ?? 0);
    });
    call.on('error', (error) =>
      reject(
        error instanceof Failure ? error : new Failure('unavailable', 'The webhook does not answer.', { cause: error }),
      ),
    );
    call.end(body);
  });
}

function guarded(lookup: typeof systemLookup, isAllowed: (address: string) => boolean): LookupFunction {
  return (name, asked, done) => {
    lookup(name, { ...asked, all: true }, (error, found: LookupAddress[]) => {
      if (error !== null) return done(error, '');
      const first = found[0];
      // One bad address among several is reason enough: the next connection might take it.
      if (first === undefined || !found.every(({ address }) => isAllowed(address))) return done(refused(), '');
      if (asked.all === true) done(null, found);
      else done(null, first.address, first.family);
    });
  };
}

function refused(): Failure {
  return new Failure('forbidden', 'A webhook must not lead into a private network.');
}
