// What must be there before anything can run: packages and builds. Says what it does, because it can take a minute.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const stamp = path.join(root, 'node_modules', '.handyconnect-installed');
const buildStamp = path.join(root, 'dist', '.built-from');

function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(path.join(root, file)));
  return hash.digest('hex');
}

function run(command, args, what) {
  console.log(what);
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) {
    console.error(`${command} ${args.join(' ')} failed.`);
    process.exit(status ?? 1);
  }
}

/** Installs the packages of the lock file when they are missing or the lock file has changed. */
export function ensureInstalled() {
  const wanted = fingerprint(['package-lock.json']);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts'];
  // Where an earlier version is installed, only the differences are fetched.
  if (existsSync(stamp)) run('npm', ['install', ...quiet], 'Installing the packages that have changed…');
  else run('npm', ['ci', ...quiet], 'Installing packages (once, about a minute)…');
  writeFileSync(stamp, wanted);
}

/** Builds server, tab, pane and sandbox page when a source is newer than the last build. */
export function ensureBuilt() {
  if (existsSync(buildStamp) && statSync(buildStamp).mtimeMs >= newestSource()) return;
  run(process.execPath, ['scripts/build.mjs'], 'Building (once, some seconds)…');
}

const sources = ['backend', 'bot', 'tab', 'addin', 'ui', 'scripts', 'package-lock.json', 'vite.config.ts'];

function newestSource() {
  return Math.max(...sources.map((source) => newest(path.join(root, source))));
}

function newest(file) {
  if (!existsSync(file)) return 0;
  const stat = statSync(file);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(file).map((name) => newest(path.join(file, name))));
}
