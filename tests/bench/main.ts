import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Ready } from '../../backend/contracts/operations.ts';
import { signIn } from '../support/api.ts';
import { freePort, RunningProduct } from '../support/product.ts';
import { caseLoads, heavyLoad } from './case-loads.ts';
import { type IntakeRow, measureIntake } from './intake.ts';
import { type Figures, type Row, run, untilIdle, type Waits } from './load.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const seconds = 6;
/** Parts of the names of rows; only these are measured. */
const wantedRows = textOf('--rows')?.split(',');
/** Folder of seeded stores, by number of cases, that are used again and kept. */
const keptStores = textOf('--stores');

/** Figures of this machine. */
interface Results {
  machine: { cpus: number; model: string; memoryGb: number; node: string };
  yardstick: Figures;
  rows: Row[];
  memory: { cases: number; rssMb: number }[];
  /** The first start after seeding, when everything is read from the store, and one after a kill. */
  start: { cases: number; firstReadyMs: number; searchReadyMs: number; readyMs: number }[];
  /** How long another request waits while the heaviest questions are asked. */
  beside: ({ cases: number } & Waits)[];
  intake: IntakeRow[];
}

async function main(): Promise<void> {
  const sizes = numbersOf('--cases', [10_000]);
  const mails = numbersOf('--mails', [1_000])[0] ?? 1_000;
  const results: Results = {
    machine: machine(),
    yardstick: await yardstick(),
    rows: [],
    memory: [],
    start: [],
    beside: [],
    intake: [],
  };
  for (const cases of sizes) await measure(cases, results);
  if (mails > 0) results.intake.push(await intake(mails));
  console.table(results.rows);
  console.table(growthOf(results.rows));
  for (const table of [results.start, results.memory, results.beside, results.intake]) console.table(table);
  writeFileSync(path.join(root, 'bench-results.json'), `${JSON.stringify(results, null, 2)}\n`);
  console.log('Wrote bench-results.json.');
}

function textOf(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

function numbersOf(name: string, fallback: number[]): number[] {
  const text = textOf(name);
  if (text === undefined) return fallback;
  const numbers = text.split(',').map(Number);
  if (numbers.every((n) => Number.isInteger(n) && n >= 0)) return numbers;
  console.error(`${name} must be whole numbers separated by commas.`);
  process.exit(1);
}

function machine(): Results['machine'] {
  const cpus = os.cpus();
  return {
    cpus: cpus.length,
    model: cpus[0]?.model ?? 'unknown',
    memoryGb: Math.round(os.totalmem() / 2 ** 30),
    node: process.version,
  };
}

async function yardstick(): Promise<Figures> {
  const child = spawn(process.execPath, [path.join(root, 'tests', 'bench', 'yardstick.mjs')]);
  const port = await new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk) => resolve(/\d+/.exec(String(chunk))?.[0] ?? ''));
  });
  const url = `http://127.0.0.1:${port}`;
  const request = () => ({ method: 'GET' as const, path: '/' });
  const figures = await run({ url, pid: child.pid ?? 0, connections: 8, seconds, request });
  child.kill();
  return figures;
}

async function withProduct<T>(
  dataDir: string,
  environment: Record<string, string>,
  work: (product: RunningProduct, readyMs: number) => Promise<T>,
): Promise<T> {
  const startedMs = performance.now();
  const product = new RunningProduct({ dataDir, port: await freePort(), environment });
  try {
    await product.ready(120_000);
    return await work(product, Math.round(performance.now() - startedMs));
  } finally {
    await product.kill();
  }
}

async function seed(dataDir: string, cases: number): Promise<void> {
  const args = ['--import=tsx', 'backend/seed.ts', '--cases', String(cases)];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: 'inherit',
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error('seeding failed');
}

async function measure(cases: number, results: Results): Promise<void> {
  const dataDir =
    keptStores === undefined
      ? mkdtempSync(path.join(os.tmpdir(), 'handyconnect-bench-'))
      : path.join(path.resolve(keptStores), String(cases));
  try {
    if (keptStores === undefined || !existsSync(dataDir)) await seed(dataDir, cases);
    const first = await withProduct(dataDir, {}, async (product, firstReadyMs) => {
      const searchReadyMs = firstReadyMs + (await searchReady(product));
      await untilIdle(product.pid);
      await measureRows(cases, product, results);
      return { firstReadyMs, searchReadyMs };
    });
    await withProduct(dataDir, {}, async (product, readyMs) => {
      await searchReady(product);
      results.start.push({ cases, ...first, readyMs });
      results.memory.push({ cases, rssMb: rssMb(product.pid) });
    });
  } finally {
    if (keptStores === undefined) rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measureRows(cases: number, product: RunningProduct, results: Results): Promise<void> {
  const api = await signIn(product.url, 'manager');
  const headers = { authorization: `Bearer ${api.token}` };
  const common = { url: product.url, pid: product.pid, headers, seconds };
  for (const { name, ...load } of await caseLoads(api, cases)) {
    if (wantedRows !== undefined && !wantedRows.some((part) => name.includes(part))) continue;
    // Beside each row, because other work on the machine comes and goes.
    const stick = await yardstick();
    const figures = await run({ ...common, ...load });
    const ratio = Number((figures.rps / stick.rps).toFixed(3));
    const cpuRatio = Number((stick.cpuUs / figures.cpuUs).toFixed(3));
    results.rows.push({ name, cases, ...figures, ratio, cpuRatio });
    console.log(`${name}: ${figures.rps} requests a second (${ratio}), p99 ${figures.p99} ms`);
  }
  const heavy = run({ ...common, ...(await heavyLoad(api, cases)) });
  const me = () => ({ method: 'GET' as const, path: '/api/me' });
  const { p50, p95, p99, max } = await run({ ...common, connections: 1, request: me });
  await heavy;
  results.beside.push({ cases, p50, p95, p99, max });
}

/** Waits until text search answers; the milliseconds it took. */
async function searchReady(product: RunningProduct): Promise<number> {
  const startedMs = performance.now();
  for (;;) {
    const { checks } = (await (await fetch(`${product.url}/ready`)).json()) as Ready;
    if (checks.every((check) => check.ok)) return Math.round(performance.now() - startedMs);
    await sleep(50);
  }
}

/** How much slower the largest store answers than the smallest. */
function growthOf(rows: Row[]): { name: string; p50Growth: number }[] {
  const sizes = rows.map((row) => row.cases);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  return rows
    .filter((row) => row.cases === least && most > least)
    .map(({ name, p50 }) => {
      const large = rows.find((row) => row.name === name && row.cases === most);
      return { name, p50Growth: Number(((large?.p50 ?? 0) / p50).toFixed(2)) };
    });
}

function rssMb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

async function intake(mails: number): Promise<IntakeRow> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'handyconnect-bench-'));
  try {
    return await measureIntake(mails, (environment, work) => withProduct(dataDir, environment, work));
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

await main();
