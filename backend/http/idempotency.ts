import { createHash } from 'node:crypto';
import type { Idempotency } from '../app/app.ts';
import { Failure } from '../domain/failure.ts';

const printable = /^[\x20-\x7e]{1,255}$/;

/**
 * The Idempotency-Key of a request with a hash of what it asks for. @throws Failure `invalid` for a key that is empty,
 * longer than 255 characters or not printable ASCII
 */
export function idempotencyOf(
  header: string | string[] | undefined,
  route: string,
  body: Uint8Array,
): Idempotency | undefined {
  if (header === undefined) return undefined;
  if (typeof header !== 'string' || !printable.test(header)) {
    throw new Failure('invalid', 'The Idempotency-Key must be 1 to 255 printable characters.', {
      faults: [{ path: 'Idempotency-Key', message: 'must be 1 to 255 printable characters' }],
    });
  }
  return { key: header, requestHash: createHash('sha256').update(`${route}\n`).update(body).digest('hex') };
}
