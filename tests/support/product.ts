import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface ProductOptions {
  dataDir: string;
  port: number;
  environment?: Record<string, string>;
}

/** The built product as a child process, as `npm start` runs it. */
export class RunningProduct {
  readonly url: string;
  readonly #child: ChildProcess;
  #output = '';

  constructor({ dataDir, port, environment }: ProductOptions) {
    this.url = `http://127.0.0.1:${port}`;
    this.#child = spawn(process.execPath, ['--disable-warning=DEP0111', 'dist/server/main.js'], {
      cwd: root,
      env: { PATH: process.env.PATH, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child.stdout?.on('data', (chunk) => (this.#output += chunk));
    this.#child.stderr?.on('data', (chunk) => (this.#output += chunk));
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get output(): string {
    return this.#output;
  }

  /** Resolves once `/ready` says so. @throws when the process ends or takes longer than `patienceMs` */
  async ready(patienceMs = 30_000): Promise<void> {
    await this.#until(async () => (await fetch(`${this.url}/ready`)).ok, patienceMs);
  }

  /** Resolves once everything is announced on the terminal, the bot playground included; answers its address. */
  async open(patienceMs = 60_000): Promise<{ playground: string }> {
    await this.#until(async () => this.#output.includes('API docs'), patienceMs);
    const playground = /Bot playground\s+(http\S+)/.exec(this.#output)?.[1];
    if (playground === undefined) throw new Error(`The bot playground did not start:\n${this.#output}`);
    return { playground };
  }

  /** Dies at once, as by a power cut. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Stops as by Ctrl-C. Answers the exit code. */
  async stop(): Promise<number | null> {
    await this.#end('SIGINT');
    return this.#child.exitCode;
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => this.#child.once('exit', () => resolve()));
    this.#child.kill(signal);
    await ended;
  }

  async #until(condition: () => Promise<boolean>, patienceMs: number): Promise<void> {
    const deadline = Date.now() + patienceMs;
    while (!(await condition().catch(() => false))) {
      if (this.#child.exitCode !== null || this.#child.signalCode !== null)
        throw new Error(`The product ended:\n${this.#output}`);
      if (Date.now() > deadline) throw new Error(`The product is not ready after ${patienceMs} ms:\n${this.#output}`);
      await sleep(25);
    }
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
