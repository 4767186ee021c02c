// Types, lint, formatting and import rules: fast, no network, no servers.
import { spawnSync } from 'node:child_process';
import { ensureInstalled, root } from './ensure.mjs';

ensureInstalled();
const bin = (name) => ['node_modules', '.bin', name].join('/');
const checks = [
  ['types of the pure core', bin('tsc'), '-p', 'tsconfig.pure.json'],
  ['types of the server', bin('tsc'), '-p', 'tsconfig.node.json'],
  ['types of the tab', bin('tsc'), '-p', 'tsconfig.tab.json'],
  ['types of the pane', bin('tsc'), '-p', 'tsconfig.addin.json'],
  ['lint and formatting', bin('biome'), 'check', '--error-on-warnings'],
  ['import rules', bin('depcruise'), '--config', '.dependency-cruiser.cjs', 'backend', 'bot', 'tab', 'addin', 'ui'],
];
let failed = false;
for (const [what, command, ...args] of checks) {
  const startedMs = Date.now();
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${what} (${((Date.now() - startedMs) / 1000).toFixed(1)} s)`);
  failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);
