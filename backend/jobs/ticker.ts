import type { Log } from '../ports/system.ts';

export interface Ticker {
  /** Runs the job soon, once more after a run that is under way. */
  wake(): void;
  /** No new run begins; resolves when the one under way has ended. */
  stop(): Promise<void>;
}

/**
 * Runs a job now and every `intervalMs`, never twice at once. A failing run is logged and the next one comes as usual.
 * The job may answer milliseconds after which it wants to run again, sooner than the interval.
 */
export function startTicker(name: string, intervalMs: number, job: () => Promise<number | null>, log: Log): Ticker {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  async function run(): Promise<void> {
    let wait: number | null = null;
    do {
      again = false;
      try {
        wait = await job();
      } catch (error) {
        log.error('job failed', {
          job: name,
          error: error instanceof Error ? (error.stack ?? error.message) : String(error),
        });
      }
    } while (again && !stopped);
    running = undefined;
    if (!stopped) timer = setTimeout(start, Math.min(wait ?? intervalMs, intervalMs));
  }

  function start(): void {
    clearTimeout(timer);
    running ??= run();
  }

  start();
  return {
    wake() {
      if (stopped) return;
      if (running === undefined) start();
      else again = true;
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
