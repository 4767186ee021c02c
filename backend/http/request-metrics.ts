import type { Log } from '../ports/system.ts';
import { describeQuery, SlowRequests } from './slow-requests.ts';

/** Upper bounds in seconds, as Prometheus wants them. */
const bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];
/** An answer that takes longer is worth a line in the log. */
export const slowMs = 250;

interface RouteFigures {
  buckets: number[];
  count: number;
  sumMs: number;
  slow: number;
  failed: number;
}

/** How often each route is asked and how long it takes. */
export class RequestMetrics {
  readonly slow = new SlowRequests();
  readonly #routes = new Map<string, RouteFigures>();
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  /** @param search the query as it was sent */
  note(route: string, status: number, tookMs: number, requestId: string, search = ''): void {
    const figures = this.#figuresOf(route);
    figures.count += 1;
    figures.sumMs += tookMs;
    if (status >= 500) figures.failed += 1;
    const bucket = bounds.findIndex((bound) => tookMs <= bound * 1_000);
    if (bucket >= 0) (figures.buckets[bucket] as number) += 1;
    if (tookMs <= slowMs) return;
    figures.slow += 1;
    const asked = describeQuery(search);
    this.slow.note({ atMs: Date.now(), requestId, name: route, asked, status, tookMs: Math.round(tookMs) });
    this.#log.warn('A request took long', { route, status, requestId, tookMs: Math.round(tookMs) });
  }

  totals(): { count: number; slow: number } {
    const all = [...this.#routes.values()];
    const sum = (of: 'count' | 'slow') => all.reduce((total, figures) => total + figures[of], 0);
    return { count: sum('count'), slow: sum('slow') };
  }

  /** The routes that took most time in all. */
  busiest(limit: number) {
    return [...this.#routes]
      .sort(([, a], [, b]) => b.sumMs - a.sumMs)
      .slice(0, limit)
      .map(([name, figures]) => {
        const { count, sumMs, slow, failed } = figures;
        return {
          name,
          count,
          meanMs: Math.round((sumMs / count) * 10) / 10,
          p95AtMostMs: boundOf(figures, 0.95),
          slow,
          failed,
        };
      });
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

/** Upper bound in milliseconds of the bucket in which a percentile lies; null beyond all buckets. */
function boundOf({ buckets, count }: RouteFigures, share: number): number | null {
  let sum = 0;
  const at = buckets.findIndex((n) => {
    sum += n;
    return sum >= count * share;
  });
  return at < 0 ? null : (bounds[at] as number) * 1_000;
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
