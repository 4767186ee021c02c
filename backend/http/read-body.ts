import type { IncomingMessage } from 'node:http';
import { Failure } from '../domain/failure.ts';
import { DoorProblem } from './door-problem.ts';
import { parseJson } from './strict-json.ts';

/** Usual limit of a body, in bytes. */
export const usualBodyLimit = 1024 * 1024;

/** How much of an oversized body is still read, so that the caller gets to see the answer before the socket closes. */
const patience = { bytes: 64 * 1024 * 1024, ms: 5_000 };

/** The whole body, counted as it streams in, since Content-Length may be absent. @throws Failure `too-large` */
export async function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  const tooLarge = new Failure('too-large', `The body may have at most ${limit} bytes.`);
  if (Number(request.headers['content-length'] ?? 0) > limit + patience.bytes) throw tooLarge;
  const bytes = await collect(request, limit);
  if (bytes === null) throw tooLarge;
  return bytes;
}

/** Null for a body over the limit, once its sender has finished or our patience has. */
function collect(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let size = 0;
    let timer: NodeJS.Timeout | undefined;
    function take(chunk: Buffer): void {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else if (size > limit + patience.bytes) resolve(null);
      else timer ??= giveUpLater();
    }
    function giveUpLater(): NodeJS.Timeout {
      chunks = [];
      return setTimeout(() => resolve(null), patience.ms);
    }
    request.on('data', take);
    request.once('end', () => resolve(size > limit ? null : Buffer.concat(chunks, size)));
    request.once('error', () => reject(new DoorProblem(400, 'malformed-request', 'The body ended early.')));
    request.once('close', () => {
      clearTimeout(timer);
      resolve(null);
    });
  });
}

const jsonType = /^application\/(?:[a-z0-9.-]+\+)?json(?:\s*;|$)/i;
const foreignCharset = /;\s*charset\s*=\s*"?(?!utf-?8"?\s*(?:;|$))/i;

/** @throws DoorProblem 415 unless the body is said to be plain JSON in UTF-8 */
export function demandJson(request: IncomingMessage): void {
  const type = request.headers['content-type'] ?? '';
  if (!jsonType.test(type)) throw unsupported('The body must be sent as application/json.');
  if (foreignCharset.test(type)) throw unsupported('The body must be in UTF-8.');
  const coding = request.headers['content-encoding'] ?? 'identity';
  if (coding.toLowerCase() !== 'identity') throw unsupported('The body must not be compressed.');
}

function unsupported(detail: string): DoorProblem {
  return new DoorProblem(415, 'unsupported-media-type', detail, { Accept: 'application/json' });
}

/** A JSON body with the bytes it came in. */
export async function readJson(request: IncomingMessage, limit: number): Promise<{ bytes: Buffer; value: unknown }> {
  demandJson(request);
  const bytes = await readBytes(request, limit);
  return { bytes, value: parseJson(bytes) };
}
