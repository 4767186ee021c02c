import { Worker } from 'node:worker_threads';
import { Failure } from '../../domain/failure.ts';
import type { CategoryChoice } from '../../domain/triage/analysis.ts';
import type { CorrectionTrainer, Learned, Taught } from '../../ports/learning.ts';

/** Trains in a thread, so that nobody waits for it. */
export const workerTrainer: CorrectionTrainer = {
  train(taught: Taught[], categories: CategoryChoice[]): Promise<Learned> {
    return new Promise((resolve, reject) => {
      const worker = startWorker({ taught, categories });
      const broken = (cause: unknown) => reject(new Failure('unavailable', 'The training broke off.', { cause }));
      worker.once('message', (learned: Learned) => resolve(learned));
      worker.once('error', broken);
      worker.once('exit', (code) => (code === 0 ? undefined : broken(new Error(`exit code ${code}`))));
    });
  },
};

/** In the bundle the worker lies beside this file. From the source it must be told how to read TypeScript first. */
function startWorker(workerData: { taught: Taught[]; categories: CategoryChoice[] }): Worker {
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(new URL('./train-worker.js', import.meta.url), { workerData });
  }
  const file = JSON.stringify(new URL('./train-worker.ts', import.meta.url).href);
  const source = `import('tsx/esm/api').then(({ register }) => { register(); return import(${file}); })`;
  return new Worker(source, { eval: true, workerData });
}
