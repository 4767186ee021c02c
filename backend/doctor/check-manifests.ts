import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Finding, fault, ok, unchecked } from './finding.ts';

/**
 * Runs the package command's own check in a process of its own: it needs packages for development, which a server may
 * be without.
 */
export async function checkManifests(root: string, environment: NodeJS.ProcessEnv): Promise<Finding[]> {
  const missing = ['scripts/package.ts', 'node_modules/tsx', 'node_modules/@microsoft/app-manifest'].some(
    (file) => !existsSync(path.join(root, file)),
  );
  if (missing) return [unchecked('manifests', 'this installation cannot build them; look where npm run package runs')];
  const { code, faults } = await run(root, environment);
  if (code === 0) return [ok('manifests', 'both are valid and agree')];
  const found = faults.length > 0 ? faults : ['the check did not finish'];
  return found.map((line) => fault('manifests', line, 'Correct it, then run npm run package.'));
}

function run(root: string, env: NodeJS.ProcessEnv): Promise<{ code: number | null; faults: string[] }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import=tsx', 'scripts/package.ts', '--check'], { cwd: root, env });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += String(chunk);
    });
    child.on('error', () => resolve({ code: null, faults: [] }));
    child.on('close', (code) => resolve({ code, faults: faultsIn(said) }));
  });
}

/** Faults are the indented lines below the headline; a crash prints something else. */
function faultsIn(said: string): string[] {
  if (!said.startsWith('The package has')) return [];
  return said
    .split('\n')
    .filter((line) => line.startsWith('  '))
    .map((line) => line.trim());
}
