import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';

/** Milliseconds, with their fractions. */
export interface Waits {
  p50: number;
  p95: number;
  p99: number;
  max: number;
}

export interface Figures extends Waits {
  connections: number;
  rps: number;
  /** Processor time of the server for each request, in microseconds: what other work on the machine hardly changes. */
  cpuUs: number;
}

export interface Row extends Figures {
  name: string;
  cases: number;
  /** Requests a second as a share of the yardstick's. */
  ratio: number;
  /** The yardstick's processor time for a request as a share of ours. */
  cpuRatio: number;
}

export interface Load {
  url: string;
  /** Process that answers. */
  pid: number;
  headers?: Record<string, string>;
  connections: number;
  seconds: number;
  /** Called for each request, so that parameters vary and no cache is measured. */
  request: (n: number) => { method: 'GET' | 'POST' | 'PATCH'; path: string; body?: string };
}

/** Sends requests as fast as they are answered. @throws Error when any answer is not a success */
export async function run(load: Load): Promise<Figures> {
  let n = 0;
  const waits: number[] = [];
  const cpuBefore = cpuUs(load.pid);
  const startedMs = performance.now();
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const options: autocannon.Options = {
      url: load.url,
      connections: load.connections,
      duration: load.seconds,
      requests: [{ setupRequest: (request) => next(load, request, n++) }],
    };
    const instance = autocannon(options, (error, figures) => (error ? reject(error) : resolve(figures)));
    instance.on('response', (_client, _status, _bytes, tookMs) => waits.push(tookMs));
  });
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0) throw new Error(`${failed} of ${result.requests.total} requests failed`);
  const rps = Math.round(waits.length / ((performance.now() - startedMs) / 1000));
  return {
    connections: load.connections,
    rps,
    ...waitsOf(waits),
    cpuUs: Math.round((cpuUs(load.pid) - cpuBefore) / waits.length),
  };
}

function next(load: Load, request: autocannon.Request, n: number): autocannon.Request {
  const { method, path, body } = load.request(n);
  const headers = { ...load.headers, ...(body !== undefined && { 'content-type': 'application/json' }) };
  return { ...request, method, path, headers, ...(body !== undefined && { body }) };
}

export function waitsOf(waits: number[]): Waits {
  const sorted = waits.sort((a, b) => a - b);
  const at = (share: number) => rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: rounded(sorted.at(-1) ?? 0) };
}

function rounded(ms: number): number {
  return Number(ms.toFixed(2));
}

const idleShare = 0.12;
const longestMs = 10 * 60_000;

/** Waits until a process takes hardly any processor time for some seconds, as after what follows a start. */
export async function untilIdle(pid: number): Promise<void> {
  const deadline = performance.now() + longestMs;
  for (let idleSeconds = 0; idleSeconds < 3 && performance.now() < deadline; ) {
    const before = cpuUs(pid);
    await sleep(1_000);
    idleSeconds = cpuUs(pid) - before < idleShare * 1e6 ? idleSeconds + 1 : 0;
  }
}

/** 0 where the system does not tell. */
function cpuUs(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    // Fields 14 and 15 of proc(5), in hundredths of a second.
    return (Number(fields[11]) + Number(fields[12])) * 10_000;
  } catch {
    return 0;
  }
}
