// Installs and builds what is missing, then becomes the server.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt, ensureInstalled, root } from './ensure.mjs';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 12)) {
  console.error(`HandyConnect needs Node 20.12 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}
process.chdir(root);
ensureInstalled();
ensureBuilt();
if (existsSync('.env')) process.loadEnvFile('.env');
await import(path.join(root, 'dist', 'server', 'main.js'));
