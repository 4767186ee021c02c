import { Worker } from 'node:worker_threads';
import { Failure } from '../../domain/failure.ts';
import type { Sheet, SheetReader } from '../../ports/sheets.ts';
import type { SheetAnswer } from './sheet-worker.ts';

const longestMs = 30_000;
const mostMemoryMb = 512;

/** Reads in a thread, so that nobody waits for it, and a file that blows up takes down no more than that. */
export const workerSheets: SheetReader = {
  read(bytes: Uint8Array): Promise<Sheet> {
    return new Promise((resolve, reject) => {
      const worker = startWorker({ bytes });
      const refuse = (why: string) => {
        clearTimeout(patience);
        reject(new Failure('invalid', why));
        void worker.terminate();
      };
      const patience = setTimeout(() => refuse('The file takes too long to read.'), longestMs);
      worker.once('message', (answer: SheetAnswer) => {
        if ('fault' in answer) return refuse(answer.fault);
        clearTimeout(patience);
        resolve(answer.sheet);
      });
      worker.once('error', () => refuse('The file cannot be read.'));
    });
  },
};

/** In the bundle the worker lies beside this file. From the source it must be told how to read TypeScript first. */
function startWorker(workerData: { bytes: Uint8Array }): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: mostMemoryMb };
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(new URL('./sheet-worker.js', import.meta.url), { workerData, resourceLimits });
  }
  const file = JSON.stringify(new URL('./sheet-worker.ts', import.meta.url).href);
  const source = `import('tsx/esm/api').then(({ register }) => { register(); return import(${file}); })`;
  return new Worker(source, { eval: true, workerData, resourceLimits });
}
