import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Where a Chromium lies: CHROMIUM_PATH, then the usual places, then one installed from Debian's packages where we may.
 * @throws Error that says what is missing
 */
export function chromiumPath(): string {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`);
  }
  const found = usualPlaces.find((place) => existsSync(place));
  return found ?? installed();
}

function installed(): string {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || spawnSync('apt-get', ['--version']).status !== 0) throw missing('It cannot be installed from here.');
  console.log('Installing Chromium for the browser tests (once, about a minute)…');
  spawnSync('apt-get', ['update'], { stdio: 'ignore' });
  // Two test files may want it at once: the second waits until the first is done.
  const options = ['-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300'];
  const install = spawnSync('apt-get', ['install', ...options, 'chromium'], { encoding: 'utf8' });
  if (install.status === 0 && existsSync('/usr/bin/chromium')) return '/usr/bin/chromium';
  throw missing(`apt-get could not install it: ${install.stderr.trim().split('\n').at(-1) ?? ''}`);
}

function missing(why: string): Error {
  return new Error(`The browser tests need Chromium or Chrome. ${why} Install one, or name it in CHROMIUM_PATH.`);
}

/** A Chromium without a window. Close it when the suite is over. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), headless: true, args: quiet });
}
