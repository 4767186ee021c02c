// The production build: the server as one bundle, and the three sites. Types are the business of `npm run check`.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, root } from './ensure.mjs';

ensureInstalled();
const { build } = await import('esbuild');
const startedAt = new Date();
// Old chunks would stay otherwise; the sites' folders are emptied by their own builds.
const server = path.join(root, 'dist', 'server');
rmSync(server, { recursive: true, force: true });
mkdirSync(path.join(root, 'dist'), { recursive: true });

function site(name) {
  return new Promise((resolve, reject) => {
    const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
    const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn', '--mode', name], {
      cwd: root,
      stdio: 'inherit',
    });
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the build of ${name} failed`))));
  });
}

/**
 * Libraries of hundreds of files each, which start twice as fast as one. All others, and what these have in native code,
 * stay where they are installed.
 */
const bundled = ['botbuilder', 'restify', 'eld'];
const native = ['dtrace-provider'];
const nameOf = (file) => file.split('/')[0];
const packages = {
  name: 'packages',
  setup({ onLoad, onResolve }) {
    // As source, the tables of languages would be read slowly and be in memory three times.
    onLoad({ filter: /eld[\\/]src[\\/]ngrams[\\/]small\.js$/ }, async ({ path: file }) => {
      const { ngramsData } = await import(pathToFileURL(file));
      mkdirSync(server, { recursive: true });
      writeFileSync(path.join(server, 'languages.json'), JSON.stringify(ngramsData));
      const contents = `import { readFileSync } from 'node:fs';
        export const ngramsData = JSON.parse(readFileSync(new URL('./languages.json', import.meta.url), 'utf8'));`;
      return { contents };
    });
    onResolve({ filter: /^[^./]/ }, ({ path: name, importer, kind }) => {
      const inside = importer.includes('node_modules') ? !native.includes(name) : bundled.includes(nameOf(name));
      return kind === 'entry-point' || inside ? undefined : { path: name, external: true };
    });
  },
};
/** What modules of the older kind expect to find. */
const banner = `import { createRequire as requireFrom } from 'node:module';
const require = requireFrom(import.meta.url);
const __filename = import.meta.filename;
const __dirname = import.meta.dirname;`;

await Promise.all([
  build({
    absWorkingDir: root,
    entryPoints: {
      main: 'backend/main.ts',
      doctor: 'backend/doctor.ts',
      // Loaded into a thread of its own, beside the chunk that starts it.
      'search-worker': 'backend/adapters/search/search-worker.ts',
      'train-worker': 'backend/adapters/local-analyst/train-worker.ts',
      'sheet-worker': 'backend/adapters/sheets/sheet-worker.ts',
    },
    outdir: 'dist/server',
    bundle: true,
    splitting: true,
    plugins: [packages],
    banner: { js: banner },
    legalComments: 'none',
    // Reading the source is a third of a start. Names stay, for the log.
    minifyWhitespace: true,
    minifySyntax: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
  }),
  site('tab'),
  site('addin').then(() => site('on-send')),
  site('sandbox'),
]);
// What the local analyst learned is read from beside the server.
cpSync(path.join(root, 'backend/adapters/local-analyst/weights.bin.gz'), path.join(root, 'dist/server/weights.bin.gz'));
const stamp = path.join(root, 'dist', '.built-from');
writeFileSync(stamp, startedAt.toISOString());
console.log('Built into dist/.');
