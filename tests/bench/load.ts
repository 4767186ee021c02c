import autocannon from 'autocannon';

export interface Row {
  name: string;
  cases: number;
  connections: number;
  rps: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  p99: number;
  /** Requests a second as a share of the yardstick's. */
  ratio: number;
}

export interface Load {
  url: string;
  headers?: Record<string, string>;
  connections: number;
  seconds: number;
  /** Called for each request, so that parameters vary and no cache is measured. */
  request: (n: number) => { method: 'GET' | 'POST' | 'PATCH'; path: string; body?: string };
}

/** Sends requests as fast as they are answered. @throws Error when any answer is not a success */
export async function run(load: Load): Promise<Omit<Row, 'name' | 'cases' | 'ratio'>> {
  let n = 0;
  const result = await autocannon({
    url: load.url,
    connections: load.connections,
    duration: load.seconds,
    requests: [
      {
        setupRequest(request: autocannon.Request) {
          const { method, path, body } = load.request(n++);
          const headers = { ...load.headers, ...(body !== undefined && { 'content-type': 'application/json' }) };
          return { ...request, method, path, headers, ...(body !== undefined && { body }) };
        },
      },
    ],
  });
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0) throw new Error(`${failed} of ${result.requests.total} requests failed`);
  const { p50, p97_5, p99 } = result.latency;
  return { connections: load.connections, rps: Math.round(result.requests.average), p50, p95: p97_5, p99 };
}
