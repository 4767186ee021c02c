import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const account = 'devstoreaccount1';
const key = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';
/** The emulator takes one to several seconds; a mocha hook that starts it needs this much time. */
export const azuriteStartMs = 60_000;

type Service = 'table' | 'blob';

interface Emulator {
  process: ChildProcess;
  folder: string;
  port: number;
}

const running = new Map<Service, Promise<Emulator>>();

/** Port of the storage emulator of this test run, started when first asked for. Call `useAzurite` in the suite as well. */
export async function azuritePort(service: Service): Promise<number> {
  const emulator = running.get(service) ?? start(service);
  running.set(service, emulator);
  return (await emulator).port;
}

export function tableConnectionString(port: number): string {
  return `DefaultEndpointsProtocol=http;AccountName=${account};AccountKey=${key};TableEndpoint=http://127.0.0.1:${port}/${account};`;
}

export function blobConnectionString(port: number): string {
  return `DefaultEndpointsProtocol=http;AccountName=${account};AccountKey=${key};BlobEndpoint=http://127.0.0.1:${port}/${account};`;
}

/** Letters and digits that no other test run or suite uses, for table prefixes and container names. */
export function freshName(): string {
  return `t${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;
}

const stopsAtTheEnd = new WeakSet<Mocha.Suite>();

/** Starts the emulator before the suite and stops it when the run is over (a run is one file where files run side by side). */
export function useAzurite(service: Service): void {
  before(async function () {
    this.timeout(azuriteStartMs);
    await azuritePort(service);
    const root = rootOf(this.test?.parent);
    if (stopsAtTheEnd.has(root)) return;
    stopsAtTheEnd.add(root);
    root.afterAll(stopAll);
  });
}

function rootOf(suite: Mocha.Suite | undefined): Mocha.Suite {
  if (suite === undefined) throw new Error('The emulator must be started from a hook of a suite.');
  return suite.parent === undefined ? suite : rootOf(suite.parent);
}

async function stopAll(): Promise<void> {
  for (const [service, emulator] of running) {
    running.delete(service);
    const { process: child, folder } = await emulator;
    if (child.exitCode === null && child.kill('SIGKILL')) await once(child, 'exit');
    await rm(folder, { recursive: true, force: true });
  }
}

async function start(service: Service): Promise<Emulator> {
  const folder = await mkdtemp(join(tmpdir(), 'azurite-'));
  const port = await freePort();
  const script = fileURLToPath(new URL(`../../node_modules/azurite/dist/src/${service}/main.js`, import.meta.url));
  const options = [`--${service}Host`, '127.0.0.1', `--${service}Port`, String(port)];
  const quiet = ['--silent', '--skipApiVersionCheck', '--disableTelemetry', '--inMemoryPersistence'];
  const child = spawn(process.execPath, [script, ...options, ...quiet], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.once('exit', () => child.kill('SIGKILL'));
  await saysItStarted(child);
  return { process: child, folder, port };
}

function saysItStarted(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('successfully')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`The storage emulator ended with ${code}: ${said}`)));
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}
