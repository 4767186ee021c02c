import type { Config } from '../config.ts';
import type { Finding } from '../ports/diagnosis.ts';
import type { Log } from '../ports/system.ts';
import type { TableBackend } from '../ports/table-backend.ts';
import { checkMailboxes } from './check-mailboxes.ts';
import { checkAnalyst, checkBot, checkPeopleSignIn, checkPublicUrl } from './check-services.ts';
import { fault, ok, unchecked } from './finding.ts';

export interface RunningProduct {
  config: Config;
  tables: Pick<TableBackend, 'ping'>;
  /** Where Entra gives tokens; other clouds have their own. */
  loginUrl: string;
  log: Log;
}

/** What the doctor can find about a product that runs, without opening its store a second time. */
export async function diagnoseRunning({ config, tables, loginUrl, log }: RunningProduct): Promise<Finding[]> {
  const { baseUrl } = config.graph;
  const sandbox = config.mode === 'sandbox';
  const found = await Promise.all([
    [ok('settings', `complete for ${config.mode} mode`)],
    storage(tables),
    baseUrl === null
      ? [unchecked('mailbox', 'the sandbox brings its own mailbox')]
      : checkMailboxes(config, baseUrl, log),
    checkBot(config, loginUrl).then(one),
    checkPeopleSignIn(config).then(one),
    config.publicUrl === null || sandbox
      ? [unchecked('PUBLIC_URL', 'the sandbox is reached on this computer alone')]
      : checkPublicUrl(config.publicUrl).then(one),
    checkAnalyst(config).then(one),
  ]);
  return found.flat();
}

async function storage(tables: Pick<TableBackend, 'ping'>): Promise<Finding[]> {
  try {
    await tables.ping();
    return [ok('storage', 'answers')];
  } catch (error) {
    return [fault('storage', `does not answer: ${String(error)}`, 'See the storage settings in .env.example.')];
  }
}

function one(finding: Finding): Finding[] {
  return [finding];
}
