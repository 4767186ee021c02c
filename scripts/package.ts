// Builds the app package: npm run package. With --check it only says whether the manifests are in order.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Package, preparePackage, writePackage } from './package/build-package.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const sandboxWords = [
  'This is a sandbox package: its ids are made up, so it can be looked at and validated but not installed.',
  'For a real one set PUBLIC_URL, MICROSOFT_CLIENT_ID and BOT_ID (docs/deployment.md) and run this again.',
];

const nextWords = [
  'Next:',
  '  Teams and new Outlook   Teams admin center > Teams apps > Manage apps > Upload new app: the zip.',
  '  Outlook on Mac, phones  Microsoft 365 admin center > Settings > Integrated apps > Upload custom apps: the XML.',
];

function report({ faults, mode, publicUrl }: Package): boolean {
  if (faults.length === 0) {
    console.log(`The manifests are in order for ${publicUrl} (${mode}).`);
    return true;
  }
  console.error(`The package has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:`);
  for (const fault of faults) console.error(`  ${fault}`);
  return false;
}

async function main(): Promise<number> {
  if (existsSync(path.join(root, '.env'))) process.loadEnvFile(path.join(root, '.env'));
  const prepared = await preparePackage(process.env);
  if (!report(prepared)) return 1;
  if (process.argv.includes('--check')) return 0;
  for (const file of writePackage(prepared.contents, path.join(root, 'dist', 'package'))) {
    console.log(`Wrote ${path.relative(process.cwd(), file)}`);
  }
  console.log((prepared.mode === 'sandbox' ? sandboxWords : nextWords).join('\n'));
  return 0;
}

process.exitCode = await main();
