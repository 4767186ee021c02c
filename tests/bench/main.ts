import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startGraphEmulator } from '../../backend/sandbox/graph-emulator/emulator.ts';
import { allSamples, toGraphMessage } from '../../backend/sandbox/sample-mailbox/sample-mailbox.ts';
import { allCases, signIn, type TestApi } from '../support/api.ts';
import { freePort, RunningProduct } from '../support/product.ts';
import { type Load, type Row, run } from './load.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const mailbox = 'support@contoso.example';
const seconds = 6;
const samples = allSamples();

/** Figures of this machine. `p95` of a row is the 97.5th percentile, the nearest that the load generator gives. */
interface Results {
  machine: { cpus: number; model: string; memoryGb: number; node: string };
  yardstick: { rps: number; p50: number; p99: number };
  rows: Row[];
  memory: { cases: number; rssMb: number }[];
  start: { cases: number; readyMs: number }[];
  intake: { mails: number; perSecond: number; p95Ms: number }[];
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
    intake: [],
  };
  for (const cases of sizes) await measure(cases, results);
  results.intake.push(await intake(mails));
  console.table(results.rows);
  console.table([
    { yardstick: results.yardstick.rps, ...results.memory[0], ...results.start[0], ...results.intake[0] },
  ]);
  writeFileSync(path.join(root, 'bench-results.json'), `${JSON.stringify(results, null, 2)}\n`);
  console.log('Wrote bench-results.json.');
}

function numbersOf(name: string, fallback: number[]): number[] {
  const at = process.argv.indexOf(name);
  if (at < 0) return fallback;
  const numbers = (process.argv[at + 1] ?? '').split(',').map(Number);
  if (numbers.every((n) => Number.isInteger(n) && n > 0)) return numbers;
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

async function yardstick(): Promise<Results['yardstick']> {
  const child = spawn(process.execPath, [path.join(root, 'tests', 'bench', 'yardstick.mjs')]);
  const port = await new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk) => resolve(/\d+/.exec(String(chunk))?.[0] ?? ''));
  });
  const load: Load = {
    url: `http://127.0.0.1:${port}`,
    connections: 8,
    seconds,
    request: () => ({ method: 'GET', path: '/' }),
  };
  const { rps, p50, p99 } = await run(load);
  child.kill();
  return { rps, p50, p99 };
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
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'handyconnect-bench-'));
  await seed(dataDir, cases);
  await withProduct(dataDir, {}, async (product, readyMs) => {
    results.start.push({ cases, readyMs });
    const api = await signIn(product.url);
    for (const { name, ...load } of await loads(api)) {
      const figures = await run({
        url: product.url,
        headers: { authorization: `Bearer ${api.token}` },
        seconds,
        ...load,
      });
      const ratio = Number((figures.rps / results.yardstick.rps).toFixed(3));
      results.rows.push({ name, cases, ...figures, ratio });
      console.log(`${name}: ${figures.rps} requests a second, p99 ${figures.p99} ms`);
    }
    results.memory.push({ cases, rssMb: rssMb(product.pid) });
  });
  rmSync(dataDir, { recursive: true, force: true });
}

async function loads(api: TestApi): Promise<(Pick<Load, 'connections' | 'request'> & { name: string })[]> {
  const cases = (await allCases(api)).slice(0, 2_000);
  const any = (n: number) => cases[(n * 7919) % cases.length];
  const statuses = ['new', 'in_progress', 'awaiting_customer', 'awaiting_vendor', 'resolved'];
  const open = cases.filter((one) => one.status === 'in_progress' || one.status === 'awaiting_customer');
  const get = (request: (n: number) => string) => (n: number) => ({ method: 'GET' as const, path: request(n) });
  return [
    { name: 'get one', connections: 8, request: get((n) => `/api/cases/${any(n)?.id}`) },
    { name: 'mail lookup', connections: 8, request: get((n) => `/api/mail/lookup?sender=${any(n)?.customer.email}`) },
    {
      name: 'inspect a mail',
      connections: 4,
      request: (n) => ({ method: 'POST', path: '/api/mail/inspect', body: JSON.stringify(sampleMail(n)) }),
    },
    {
      name: 'list 50 by due',
      connections: 8,
      request: get((n) => `/api/cases?sort=due&dueBefore=2030-01-01T00:00:0${n % 10}Z`),
    },
    {
      name: 'list 50 by status, newest',
      connections: 8,
      request: get((n) => `/api/cases?sort=-created&status=${statuses[n % statuses.length]}`),
    },
    {
      name: 'status change, durable',
      connections: 32,
      // Back and forth over all open cases: a case that is there already is answered without a write.
      request: (n) => ({
        method: 'PATCH',
        path: `/api/cases/${open[n % open.length]?.id}/status`,
        body: JSON.stringify({ status: Math.floor(n / open.length) % 2 === 0 ? 'awaiting_vendor' : 'in_progress' }),
      }),
    },
    {
      name: 'create case, durable',
      connections: 8,
      request: (n) => ({
        method: 'POST',
        path: '/api/cases',
        body: JSON.stringify({
          subject: `Measured ${n}`,
          customer: { email: `c${n}@example.com`, name: `Customer ${n}` },
        }),
      }),
    },
  ];
}

/** A mail of the sandbox's mailbox as Graph would give it. */
function sampleMail(n: number) {
  const sample = samples[n % samples.length];
  return { message: sample && toGraphMessage(sample, { mailbox, receivedAt: '2026-11-24T13:06:00.000Z' }) };
}

function rssMb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

/** From delivery into the mailbox until the fate shows, through pushes, as in production. */
async function intake(mails: number): Promise<Results['intake'][number]> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'handyconnect-bench-'));
  const emulator = await startGraphEmulator({ mailboxes: [mailbox] });
  const figures = await withProduct(dataDir, { GRAPH_BASE_URL: emulator.url }, async (product) => {
    const api = await signIn(product.url);
    const deliveredMs = new Map<string, number>();
    const startedMs = Date.now();
    for (let n = 0; n < mails; n++) {
      const subject = `Intake ${n}`;
      deliveredMs.set(subject, Date.now());
      await emulator.deliver(mailbox, {
        subject,
        from: { emailAddress: { address: `c${n}@example.com`, name: `Customer ${n}` } },
        body: {
          contentType: 'text',
          content: `The heating in flat ${n} has been cold since this morning. Who is coming?`,
        },
      });
    }
    while ((await api.call('listCases', { query: { limit: 1 } })).total < mails) await sleep(20);
    const tookMs = Date.now() - startedMs;
    const waits = (await allCases(api)).map((one) => Date.parse(one.createdAt) - (deliveredMs.get(one.subject) ?? 0));
    const p95Ms = waits.sort((a, b) => a - b)[Math.floor(waits.length * 0.95)] ?? 0;
    return { mails, perSecond: Math.round((mails / tookMs) * 1000), p95Ms };
  });
  await emulator.close();
  rmSync(dataDir, { recursive: true, force: true });
  return figures;
}

await main();
