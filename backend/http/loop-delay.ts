import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';

export interface DelayFigures {
  p50Ms: number;
  p99Ms: number;
  maxMs: number;
  sinceMs: number;
}

const freshMs = 60_000;
/** Fewer would make a 99th percentile of nothing. */
const enoughMs = 5_000;
/** The timer by which the delay is measured; it is part of what the histogram records. */
const resolutionMs = 10;

/** How long whoever comes waits for a turn, over the last minute or, when nobody looked meanwhile, for longer. */
export class LoopDelay {
  readonly #histogram: IntervalHistogram = monitorEventLoopDelay({ resolution: resolutionMs });
  readonly #nowMs: () => number;
  #sinceMs: number;
  #before: DelayFigures | undefined;

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
    this.#sinceMs = nowMs();
    this.#histogram.enable();
  }

  figures(): DelayFigures {
    const present = this.#present();
    const ageMs = this.#nowMs() - this.#sinceMs;
    if (ageMs >= freshMs) {
      this.#before = present;
      this.#sinceMs = this.#nowMs();
      this.#histogram.reset();
    }
    return ageMs < enoughMs && this.#before !== undefined ? this.#before : present;
  }

  close(): void {
    this.#histogram.disable();
  }

  #present(): DelayFigures {
    const { max } = this.#histogram;
    return {
      p50Ms: beyondTimer(this.#histogram.percentile(50)),
      p99Ms: beyondTimer(this.#histogram.percentile(99)),
      maxMs: beyondTimer(max),
      sinceMs: this.#sinceMs,
    };
  }
}

/** Nanoseconds of the histogram as milliseconds of delay, to a tenth; 0 where nothing was measured yet. */
function beyondTimer(ns: number): number {
  return Number.isFinite(ns) ? Math.max(0, Math.round(ns / 1e5 - resolutionMs * 10) / 10) : 0;
}
