// Every test: installs what is missing, builds, then runs mocha. Arguments go to mocha, e.g. npm test -- --grep intake
import { spawnSync } from 'node:child_process';
import { ensureBuilt, ensureInstalled, root } from './ensure.mjs';

ensureInstalled();
ensureBuilt();
const mocha = ['node_modules', 'mocha', 'bin', 'mocha.js'].join('/');
const { status } = spawnSync(process.execPath, [mocha, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
process.exit(status ?? 1);
