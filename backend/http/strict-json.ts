import { Failure } from '../domain/failure.ts';
import { DoorProblem } from './door-problem.ts';

const deepest = 64;

/**
 * Parses a request body. @throws DoorProblem 400 when it is not JSON in UTF-8; Failure `invalid` when it nests too deep
 * or names a key through which objects could be tampered with
 */
export function parseJson(bytes: Uint8Array): unknown {
  const value = parse(decode(bytes));
  checkShape(value);
  return value;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new DoorProblem(400, 'malformed-json', 'The body is not valid UTF-8.');
  }
}

function parse(text: string): unknown {
  if (text.trim() === '') throw new DoorProblem(400, 'malformed-json', 'The body is empty.');
  try {
    return JSON.parse(text);
  } catch {
    throw new DoorProblem(400, 'malformed-json', 'The body is not valid JSON.');
  }
}

// Walks with its own stack, because recursion is what a deep body wants to break.
function checkShape(root: unknown): void {
  const open: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= deepest) throw new Failure('invalid', `The body nests deeper than ${deepest} levels.`);
    if (Object.hasOwn(value, '__proto__')) {
      throw new Failure('invalid', 'The body has a field that is not allowed.', {
        faults: [{ path: '__proto__', message: 'is not a known field' }],
      });
    }
    for (const inner of Array.isArray(value) ? value : Object.values(value))
      open.push({ value: inner, depth: depth + 1 });
  }
}
