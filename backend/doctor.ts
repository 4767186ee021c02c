import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createJsonLog } from './adapters/system/json-log.ts';
import { diagnose } from './doctor/diagnose.ts';
import { lineOf } from './doctor/finding.ts';

/** The project's folder, from the bundle in `dist/server` as well as from the source in `backend`. */
const root = fileURLToPath(new URL(import.meta.url.includes('/dist/server/') ? '../..' : '..', import.meta.url));

/** Prints every finding as it comes. @returns how many are faults */
async function examine(): Promise<number> {
  let faults = 0;
  const log = createJsonLog({ level: 'silent' });
  const loginUrl = process.env.AZURE_AUTHORITY_HOST?.replace(/\/+$/, '') || 'https://login.microsoftonline.com';
  for await (const finding of diagnose({ environment: process.env, root, loginUrl, log })) {
    console.log(lineOf(finding));
    if (finding.kind === 'fault') faults += 1;
  }
  return faults;
}

const dotEnv = path.join(root, '.env');
if (existsSync(dotEnv)) process.loadEnvFile(dotEnv);
const faults = await examine();
console.log(faults === 0 ? 'No faults.' : `${faults} ${faults === 1 ? 'fault' : 'faults'}.`);
// Connections kept open for another request would delay the end by some seconds.
process.exit(faults === 0 ? 0 : 1);
