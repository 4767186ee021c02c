import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

/** The folder with test cases from other authors, which lies beside the project on machines that have it. */
const root = fileURLToPath(new URL('../../../shared/', import.meta.url));

export const hasShared = existsSync(root);

/** `describe` where the shared test cases are present; elsewhere the suite reports itself pending. */
export function describeWithShared(title: string, suite: (this: Mocha.Suite) => void): void {
  if (hasShared) describe(title, suite);
  // Not `describe.skip`, which runs the suite's own lines, and those read the cases.
  else describe(title, () => void it('waits for test cases that are not on this machine'));
}

export function sharedPath(path: string): string {
  return root + path;
}

export function sharedJson<T>(path: string): T {
  return JSON.parse(readFileSync(root + path, 'utf8')) as T;
}

export function sharedLines<T>(path: string): T[] {
  const text = gunzipSync(readFileSync(root + path)).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}
