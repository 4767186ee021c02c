import { parentPort, workerData } from 'node:worker_threads';
import { FtsFile } from './fts-file.ts';

/** A call of a method of `FtsFile` by name. */
export interface SearchCall {
  id: number;
  method: 'positions' | 'clear' | 'put' | 'hits' | 'rows' | 'newest' | 'alike' | 'snippets' | 'forget' | 'close';
  args: unknown[];
}
export type SearchAnswer = { id: number; value: unknown } | { id: number; error: string };

const { path } = workerData as { path: string };
const file = new FtsFile(path);

parentPort?.on('message', ({ id, method, args }: SearchCall) => {
  try {
    const value = (file[method] as (...args: unknown[]) => unknown).apply(file, args);
    answer({ id, value });
  } catch (error) {
    answer({ id, error: error instanceof Error ? error.message : String(error) });
  }
  if (method === 'close') parentPort?.close();
});

function answer(message: SearchAnswer): void {
  parentPort?.postMessage(message);
}
