import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface Child {
  process: ChildProcess;
  /** What it has printed so far, line by line. */
  lines: string[];
  /** Resolves with the exit code, or null when it was killed. */
  ended: Promise<number | null>;
}

/** Starts a TypeScript file of the tests as a process of its own. Its argument arrives as JSON. */
export function startChild(file: URL, argument: unknown, onLine: (line: string) => void = () => undefined): Child {
  const args = ['--import', 'tsx', fileURLToPath(file), JSON.stringify(argument)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => {
    lines.push(line);
    onLine(line);
  });
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { process: child, lines, ended: closed };
}

export function childArgument<T>(): T {
  return JSON.parse(process.argv[2] ?? 'null') as T;
}
