import { Failure } from '../domain/failure.ts';
import type { RowOperation } from './table-backend.ts';

/** Most operations in one commit. */
export const maxOperations = 100;
/** Most bytes of one serialised value. */
export const maxRowBytes = 900_000;
/** Most bytes of all values of a commit. */
export const maxCommitBytes = 2_000_000;
const maxKeyBytes = 255;
const lastControl = 0x1f;
const loneSurrogate = /\p{Surrogate}/u;
const delControls: readonly [number, number] = [0x7f, 0x9f];
const refusedInKeys = new Set(['/', '\\', '#', '?'].map((c) => c.charCodeAt(0)));

/** @throws Failure `invalid` unless `key` may name a partition or a row */
export function checkKey(key: string): void {
  if (key === '' || utf8Length(key) > maxKeyBytes || loneSurrogate.test(key) || hasRefusedCharacter(key)) {
    throw new Failure('invalid', `The key ${JSON.stringify(key.slice(0, 100))} is not allowed.`);
  }
}

/**
 * Checks a commit against the contract of `TableBackend`. Returns the serialised value of each operation, in order; the
 * empty string for deletions. @throws Failure `invalid` for keys and counts, `too-large` for sizes
 */
export function checkCommit(partitionKey: string, operations: readonly RowOperation[]): string[] {
  checkKey(partitionKey);
  if (operations.length === 0 || operations.length > maxOperations) {
    throw new Failure('invalid', `A commit takes 1 to ${maxOperations} operations, not ${operations.length}.`);
  }
  if (new Set(operations.map((o) => o.row)).size < operations.length) {
    throw new Failure('invalid', 'A commit writes each row at most once.');
  }
  const texts = operations.map(serialise);
  if (bytesOver(texts, maxCommitBytes))
    throw new Failure('too-large', `A commit holds at most ${maxCommitBytes} bytes.`);
  return texts;
}

function serialise(operation: RowOperation): string {
  checkKey(operation.row);
  if (operation.kind === 'delete') return '';
  const text = JSON.stringify(operation.value);
  if (bytesOver([text], maxRowBytes)) throw new Failure('too-large', `A row holds at most ${maxRowBytes} bytes.`);
  return text;
}

/** Counts bytes only where the number of characters leaves doubt. */
function bytesOver(texts: readonly string[], limit: number): boolean {
  const units = texts.reduce((sum, text) => sum + text.length, 0);
  if (units > limit) return true;
  return units * 3 > limit && texts.reduce((sum, text) => sum + utf8Length(text), 0) > limit;
}

function hasRefusedCharacter(key: string): boolean {
  for (let i = 0; i < key.length; i++) {
    const unit = key.charCodeAt(i);
    if (unit <= lastControl || refusedInKeys.has(unit) || (unit >= delControls[0] && unit <= delControls[1]))
      return true;
  }
  return false;
}

/** Bytes of `text` in UTF-8. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    // A surrogate pair is two units and four bytes: two more than its units, so one more for each half.
    bytes += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2;
  }
  return bytes;
}
