import type { Log } from '../ports/system.ts';

/** Upper bounds in seconds, as Prometheus wants them. */
const bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];
/** An answer that takes longer is worth a line in the log. */
const slowMs = 250;

interface RouteFigures {
  buckets: number[];
  count: number;
  sumMs: number;
  slow: number;
  failed: number;
}

/** How often each route is asked and how long it takes. */
export class RequestMetrics {
  readonly #routes = new Map<string, RouteFigures>();
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  note(route: string, status: number, tookMs: number, requestId: string): void {
    const figures = this.#figuresOf(route);
    figures.count += 1;
    figures.sumMs += tookMs;
    if (status >= 500) figures.failed += 1;
    const bucket = bounds.findIndex((bound) => tookMs <= bound * 1_000);
    if (bucket >= 0) (figures.buckets[bucket] as number) += 1;
    if (tookMs <= slowMs) return;
    figures.slow += 1;
    this.#log.warn('A request took long', { route, status, requestId, tookMs: Math.round(tookMs) });
  }

  /** Lines of the Prometheus text format. */
  lines(): string[] {
    const all = [...this.#routes];
    return [
      '# HELP handyconnect_request_seconds Time from the first byte of a request to the end of its answer.',
      '# TYPE handyconnect_request_seconds histogram',
      ...all.flatMap(([route, figures]) => histogramLines(route, figures)),
      '# HELP handyconnect_slow_requests_total Requests that took longer than 250 ms.',
      '# TYPE handyconnect_slow_requests_total counter',
      ...all.map(([route, { slow }]) => `handyconnect_slow_requests_total{route="${route}"} ${slow}`),
      '# HELP handyconnect_failed_requests_total Requests answered with a status of 500 or more.',
      '# TYPE handyconnect_failed_requests_total counter',
      ...all.map(([route, { failed }]) => `handyconnect_failed_requests_total{route="${route}"} ${failed}`),
    ];
  }

  #figuresOf(route: string): RouteFigures {
    const known = this.#routes.get(route);
    if (known !== undefined) return known;
    const fresh = { buckets: bounds.map(() => 0), count: 0, sumMs: 0, slow: 0, failed: 0 };
    this.#routes.set(route, fresh);
    return fresh;
  }
}

function histogramLines(route: string, { buckets, count, sumMs }: RouteFigures): string[] {
  const name = 'handyconnect_request_seconds';
  let sum = 0;
  const cumulative = bounds.map((bound, i) => {
    sum += buckets[i] as number;
    return `${name}_bucket{route="${route}",le="${bound}"} ${sum}`;
  });
  return [
    ...cumulative,
    `${name}_bucket{route="${route}",le="+Inf"} ${count}`,
    `${name}_sum{route="${route}"} ${(sumMs / 1_000).toFixed(6)}`,
    `${name}_count{route="${route}"} ${count}`,
  ];
}
