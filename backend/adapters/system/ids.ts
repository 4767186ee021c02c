import { hash as digest, randomBytes } from 'node:crypto';
import type { Ids } from '../../ports/system.ts';

const idDigits = 24;

export const cryptoIds: Ids = {
  caseId: () => randomBytes(idDigits / 2).toString('hex'),
  // As JSON, so that ('ab', 'c') and ('a', 'bc') stay different.
  derived: (...parts) => hash(JSON.stringify(parts)).slice(0, idDigits),
  hash,
  secret: () => randomBytes(16).toString('base64url'),
};

function hash(text: string): string {
  return digest('sha256', text, 'hex');
}
