import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Signer } from '../../ports/signer.ts';

/** HMAC-SHA-256, of which 128 bits are kept: an address in a mail should be short. */
export function hmacSigner(key: Uint8Array): Signer {
  const markOf = (text: string) => createHmac('sha256', key).update(text).digest().subarray(0, 16);
  return {
    sign: (text) => markOf(text).toString('base64url'),
    isSigned(text, signature) {
      const given = Buffer.from(signature, 'base64url');
      const right = markOf(text);
      return given.length === right.length && timingSafeEqual(given, right);
    },
  };
}
