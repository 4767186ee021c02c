import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import type { Server } from 'restify';
import { demand } from '../domain/access/permissions.ts';
import type { Authenticate } from '../ports/sign-in.ts';
import type { Log } from '../ports/system.ts';
import type { AnswerCache } from './answer-cache.ts';
import { callerOf } from './caller.ts';
import { addRoute } from './mount.ts';
import type { RenderedCases } from './rendered-cases.ts';
import type { RequestMetrics } from './request-metrics.ts';
import { respond, respondProblem } from './respond.ts';

export interface MetricsDeps {
  requests: RequestMetrics;
  answers: AnswerCache;
  rendered: RenderedCases;
  /** Further gauges by name, such as the number of cases. */
  gauges: () => Record<string, number>;
  authenticate: Authenticate;
  /** What a scraper may present instead of a person's token; null where only people may look. */
  metricsToken: string | null;
  log: Log;
  docsUrl: string;
}

/** `GET /metrics` in the Prometheus text format, for people who may see operations and for the scraper's own token. */
export function mountMetrics(server: Server, deps: MetricsDeps): void {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  server.server.once('close', () => delay.disable());
  addRoute(server, 'GET', '/metrics', async (request, response) => {
    try {
      await admit(request, deps);
      const lines = [...deps.requests.lines(), ...gaugeLines(deps, delay)];
      delay.reset();
      respond(
        response,
        200,
        { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8', 'Cache-Control': 'no-store' },
        `${lines.join('\n')}\n`,
      );
    } catch (error) {
      respondProblem(response, error, { docsUrl: deps.docsUrl, log: deps.log, route: 'metrics' });
    }
  });
}

async function admit(request: IncomingMessage, { metricsToken, authenticate }: MetricsDeps): Promise<void> {
  const sent = request.headers.authorization ?? '';
  if (metricsToken !== null && sameText(sent, `Bearer ${metricsToken}`)) return;
  demand((await callerOf(request, authenticate)).actor.role, 'operations.read');
}

/** Takes the same time wherever the difference lies. */
function sameText(a: string, b: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(a), hash(b));
}

function gaugeLines({ answers, rendered, gauges }: MetricsDeps, delay: IntervalHistogram): string[] {
  const memory = process.memoryUsage();
  return Object.entries({
    handyconnect_answer_cache_hits_total: answers.hits,
    handyconnect_answer_cache_misses_total: answers.misses,
    handyconnect_answer_cache_bytes: answers.bytes,
    handyconnect_rendered_cases_hits_total: rendered.hits,
    handyconnect_rendered_cases_misses_total: rendered.misses,
    handyconnect_rendered_cases_bytes: rendered.bytes,
    handyconnect_event_loop_delay_p99_seconds: delay.percentile(99) / 1e9,
    handyconnect_event_loop_delay_max_seconds: delay.max / 1e9,
    process_resident_memory_bytes: memory.rss,
    process_heap_bytes: memory.heapUsed,
    process_uptime_seconds: process.uptime(),
    ...gauges(),
  }).flatMap(([name, value]) => [
    `# TYPE ${name} ${name.endsWith('_total') ? 'counter' : 'gauge'}`,
    `${name} ${Number.isFinite(value) ? value : 0}`,
  ]);
}
