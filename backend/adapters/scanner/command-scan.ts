import { spawn } from 'node:child_process';
import { Failure } from '../../domain/failure.ts';
import type { Scan } from '../../ports/scan.ts';

const longestMs = 60_000;

/**
 * A scanner started once for each file, which it reads from standard input. Its exit code is its verdict, as with
 * `clamdscan -` and `clamscan -`: 0 clean, 1 infected, anything else none.
 * @param command program and arguments, separated by blanks; no shell looks at it
 */
export function createCommandScan(command: string): Scan {
  const [program = '', ...args] = command.split(/\s+/).filter((part) => part !== '');

  return (bytes) =>
    new Promise((resolve, reject) => {
      const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'ignore'], timeout: longestMs });
      child.once('error', (cause) =>
        reject(new Failure('unavailable', 'The virus scanner does not start.', { cause })),
      );
      child.once('close', (code) => {
        if (code === 0) resolve('clean');
        else if (code === 1) resolve('infected');
        else reject(new Failure('unavailable', 'The virus scanner gave no verdict.'));
      });
      // A scanner that has seen enough closes its end; its exit code still tells.
      child.stdin.on('error', () => {});
      child.stdin.end(bytes);
    });
}

/** Where no scanner is set up, every file counts as clean. */
export const noScan: Scan = async () => 'clean';
