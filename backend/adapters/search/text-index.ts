import { Worker } from 'node:worker_threads';
import { Failure } from '../../domain/failure.ts';
import type { AlikeQuestion, AlikeText, CaseText, LogPosition, TextHits, TextIndex } from '../../ports/text-index.ts';
import type { SearchAnswer, SearchCall } from './search-worker.ts';

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Failure): void;
}

/** Text search in a thread of its own, so that nothing else waits for it. @param path of its file */
export class WorkerTextIndex implements TextIndex {
  readonly #path: string;
  #worker: Worker | undefined;
  #waiting = new Map<number, Waiting>();
  #calls = 0;
  #closed = false;

  constructor(path: string) {
    this.#path = path;
  }

  positions(): Promise<LogPosition[] | null> {
    return this.#call('positions') as Promise<LogPosition[] | null>;
  }

  async clear(): Promise<void> {
    await this.#call('clear');
  }

  async put(texts: readonly CaseText[], positions: readonly LogPosition[] | null): Promise<void> {
    await this.#call('put', texts, positions);
  }

  async forget(): Promise<void> {
    for (let first = true; await this.#call('forget', first); first = false);
  }

  hits(q: string): Promise<TextHits> {
    return this.#call('hits', q) as Promise<TextHits>;
  }

  rows(q: string): Promise<Uint32Array> {
    return this.#call('rows', q) as Promise<Uint32Array>;
  }

  newest(q: string, below: number, limit: number): Promise<Uint32Array> {
    return this.#call('newest', q, below, limit) as Promise<Uint32Array>;
  }

  alike(question: AlikeQuestion, limit: number): Promise<AlikeText[]> {
    return this.#call('alike', question, limit) as Promise<AlikeText[]>;
  }

  snippets(q: string, rows: readonly number[]): Promise<string[]> {
    return this.#call('snippets', q, rows) as Promise<string[]>;
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    if (this.#worker !== undefined) await this.#call('close').catch(() => undefined);
    this.#closed = true;
    await this.#worker?.terminate();
  }

  #call(method: SearchCall['method'], ...args: unknown[]): Promise<unknown> {
    if (this.#closed) return Promise.reject(unavailable('is closed'));
    this.#worker ??= this.#start();
    const id = this.#calls++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker?.postMessage({ id, method, args } satisfies SearchCall);
    });
  }

  #start(): Worker {
    const worker = startWorker({ path: this.#path });
    worker.unref();
    worker.on('message', (answer: SearchAnswer) => this.#settle(answer));
    worker.on('error', (error) => this.#lost(worker, error.message));
    worker.on('exit', () => this.#lost(worker, 'ended'));
    return worker;
  }

  #settle(answer: SearchAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ('error' in answer) waiting?.reject(unavailable(answer.error));
    else waiting?.resolve(answer.value);
  }

  /** Whoever waits is told; the next call starts a new worker. */
  #lost(worker: Worker, why: string): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    const waiting = this.#waiting;
    this.#waiting = new Map();
    for (const { reject } of waiting.values()) reject(unavailable(why));
  }
}

function unavailable(why: string): Failure {
  return new Failure('unavailable', 'Text search does not answer now.', {
    cause: new Error(why),
    retryAfterSeconds: 5,
  });
}

/** In the bundle the worker lies beside this file. From the source it must be told how to read TypeScript first. */
function startWorker(workerData: { path: string }): Worker {
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(new URL('./search-worker.js', import.meta.url), { workerData });
  }
  const file = JSON.stringify(new URL('./search-worker.ts', import.meta.url).href);
  const source = `import('tsx/esm/api').then(({ register }) => { register(); return import(${file}); })`;
  return new Worker(source, { eval: true, workerData });
}
