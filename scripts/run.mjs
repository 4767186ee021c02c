// Runs a TypeScript file of the project: node scripts/run.mjs path/to/file.ts [arguments]
import { spawn } from 'node:child_process';

const [file, ...rest] = process.argv.slice(2);
const child = spawn(process.execPath, ['--import=tsx', '--disable-warning=DEP0111', file, ...rest], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
