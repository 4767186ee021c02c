// Runs a TypeScript file of the project: node scripts/run.mjs [--built] path/to/file.ts [arguments]
// With --built the product is built first, for what runs the product itself.
import { spawn } from 'node:child_process';
import { ensureBuilt, ensureInstalled } from './ensure.mjs';

const built = process.argv[2] === '--built';
const [file, ...rest] = process.argv.slice(built ? 3 : 2);
ensureInstalled();
if (built) ensureBuilt();
const child = spawn(process.execPath, ['--import=tsx', '--disable-warning=DEP0111', file, ...rest], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
