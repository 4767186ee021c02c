import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../domain/failure.ts';
import type { Log } from '../ports/system.ts';
import { preloadUrl } from './playground-preload.ts';

export interface PlaygroundOptions {
  /** Where the bot listens, such as `http://127.0.0.1:3978/api/messages`. */
  botUrl: string;
  /** Port to ask for; the playground takes another when it is in use. */
  port?: number;
  /** File with the people and places; default `.m365agentsplayground.yml` in the working directory. */
  configPath?: string;
  log: Log;
}

export interface Playground {
  /** Where a browser opens it. */
  url: string;
  close(): Promise<void>;
}

const usualPort = 56150;
const startMs = 20_000;

/**
 * Starts the bot playground as a child that ends with this process, however this process ends, and
 * tells the bot of the team's channel, as Teams does when a team installs it; so the bot must be listening already.
 * @throws Failure `unavailable` when it does not come up
 */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const child = spawnPlayground(options);
  try {
    const url = `http://127.0.0.1:${await announcedPort(child)}`;
    await answering(url, Date.now() + startMs);
    await installInTeam(url);
    options.log.info('bot playground started', { url, pid: child.pid });
    return { url, close: () => stop(child) };
  } catch (cause) {
    await stop(child);
    throw new Failure('unavailable', 'The bot playground did not start.', { cause });
  }
}

function spawnPlayground({ botUrl, port = usualPort, configPath }: PlaygroundOptions): ChildProcess {
  const cli = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
  return fork(cli, ['-e', botUrl, '-c', 'msteams', '-p', String(port), '--dt'], {
    execArgv: ['--import', preloadUrl],
    env: {
      HOME: tmpdir(),
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: configPath ?? join(process.cwd(), '.m365agentsplayground.yml'),
      M365_AGENTS_PLAYGROUND_LOGFILE: join(tmpdir(), `handyconnect-playground-${process.pid}.log`),
    },
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
  });
}

function announcedPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no port was announced in time')), startMs);
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      const port = /Listening on (\d+)/.exec(output)?.[1];
      if (port !== undefined) {
        clearTimeout(timer);
        resolve(Number(port));
      }
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the playground ended with code ${code}`));
    });
  });
}

async function answering(url: string, deadlineMs: number): Promise<void> {
  for (;;) {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
    if (response?.ok) return;
    if (Date.now() > deadlineMs) throw new Error('the playground listens and does not answer');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The general channel of the configured team. A fresh store knows of no channel, and cards need one. */
async function installInTeam(url: string): Promise<void> {
  const config = (await getJson(`${url}/_internal/v1/config`)) as { config: { teams: { id: string }[] } };
  const query = new URLSearchParams({ conversationId: config.config.teams[0]?.id ?? '', type: 'install' });
  const activity = await getJson(`${url}/_internal/v1/customActivities/template?${query}`);
  await fetch(`${url}/_internal/v1/customActivities`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
    signal: AbortSignal.timeout(startMs),
  });
}

async function getJson(url: string): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(startMs) });
  return response.json();
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGKILL');
  await ended;
}
